/** Something that was found otherwise than the reference says. `where` is the path of the value in its file. */
export interface Mismatch {
  readonly where: string;
  readonly got: unknown;
  readonly expected: unknown;
  readonly tolerance: number;
}

/** What a check found: every value of a file is compared, pending or skipped, and none silently. */
export interface Report {
  /** What was compared, with the difference that would have been let pass. */
  readonly compared: readonly { readonly where: string; readonly tolerance: number }[];
  readonly mismatches: readonly Mismatch[];
  /** Records of losses that are not built yet: path and name. */
  readonly pending: readonly { readonly where: string; readonly name: string }[];
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

/** A key as a part of a path: '0.001' has a point of its own. */
export const segment = (key: string): string => key.replaceAll('.', '·');
/** The keys of a path. */
export const keysOf = (where: string): string[] => where.split('.').map((part) => part.replaceAll('·', '.'));

/** A vector, or a matrix by rows. */
export type Nested = readonly (number | readonly number[])[];

/** Every number with its path. */
const entries = (nested: Nested): [path: string, value: number][] =>
  nested.flatMap((row, i): [string, number][] =>
    typeof row === 'number' ? [[`${i}`, row]] : row.map((value, j) => [`${i}.${j}`, value]),
  );

export interface ReportWriter {
  readonly report: Report;
  /** `tolerance` is the largest difference let pass; NaN never passes. */
  number(where: string, got: number, expected: number, tolerance: number): void;
  /** A row-major array against nested lists; their sizes must agree, too. */
  array(
    where: string,
    got: ArrayLike<number> | undefined,
    expected: Nested,
    tolerance: (value: number) => number,
  ): void;
  /** Names, counts, booleans and nulls: equal or not. */
  same(where: string, got: unknown, expected: unknown): void;
  pending(where: string, name: string): void;
  skip(where: string, why: string): void;
  /** Takes over what another check found. */
  add(report: Report): void;
  /** Runs `check`; what it throws is a mismatch of the whole record. */
  attempt(where: string, check: () => void): void;
}

export function writeReport(): ReportWriter {
  const compared: { where: string; tolerance: number }[] = [];
  const mismatches: Mismatch[] = [];
  const pending: { where: string; name: string }[] = [];
  const skipped: { where: string; why: string }[] = [];
  const number: ReportWriter['number'] = (where, got, expected, tolerance) => {
    compared.push({ where, tolerance });
    if (!(Math.abs(got - expected) <= tolerance)) mismatches.push({ where, got, expected, tolerance });
  };
  const same: ReportWriter['same'] = (where, got, expected) => {
    compared.push({ where, tolerance: 0 });
    if (got !== expected) mismatches.push({ where, got, expected, tolerance: 0 });
  };
  return {
    report: { compared, mismatches, pending, skipped },
    number,
    same,
    array(where, got, expected, tolerance) {
      const numbers = entries(expected);
      same(`${where}.length`, got?.length, numbers.length);
      numbers.forEach(([path, value], i) => {
        number(`${where}.${path}`, got?.[i] ?? Number.NaN, value, tolerance(value));
      });
    },
    pending(where, name) {
      pending.push({ where, name });
    },
    skip(where, why) {
      skipped.push({ where, why });
    },
    add(report) {
      compared.push(...report.compared);
      mismatches.push(...report.mismatches);
      pending.push(...report.pending);
      skipped.push(...report.skipped);
    },
    attempt(where, check) {
      try {
        check();
      } catch (error) {
        mismatches.push({ where, got: String(error), expected: 'a record that can be read', tolerance: 0 });
      }
    },
  };
}

/** The bound of |a − b| ≤ tolerance · max(1, |b|), as the reference's README has it. */
export const relative = (tolerance: number, expected: number): number =>
  tolerance * Math.max(1, Math.abs(expected));

const tally = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `${name} ×${names.filter((other) => other === name).length}`).join(', ');

/** A report as one line, and one more for each of the first mismatches. */
export function inWords({ compared, mismatches, pending, skipped }: Report): string {
  const counts = [`compared: ${compared.length}`, `mismatches: ${mismatches.length}`];
  const waiting = pending.map(({ name }) => name);
  counts.push(`pending: ${pending.length}${waiting.length > 0 ? ` (not built yet: ${tally(waiting)})` : ''}`);
  counts.push(
    `skipped: ${skipped.length}${skipped.length > 0 ? ` (${tally(skipped.map(({ why }) => why))})` : ''}`,
  );
  const first = mismatches.slice(0, 20);
  return [
    counts.join(', '),
    ...first.map(
      ({ where, got, expected, tolerance }) =>
        `  ${where}: ${got}, expected ${expected} ± ${tolerance.toPrecision(2)}`,
    ),
    ...(mismatches.length > first.length ? [`  … and ${mismatches.length - first.length} more`] : []),
  ].join('\n');
}
