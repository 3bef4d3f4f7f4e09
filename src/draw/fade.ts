/** How strong that is which fades. */
export const FADED = 0.14;

/** How strong what belongs to a class is drawn, 0 ... 1, while a class is lit up; null for none. */
export const strengthOf = (cls: number, lit: number | null): number =>
  lit === null || lit === cls ? 1 : FADED;

/** Classes in the order in which they are drawn: the one that is lit up comes last, over the others. */
export const litLast = <T extends { readonly cls: number }>(
  all: readonly T[],
  lit: number | null,
): readonly T[] =>
  lit === null ? all : [...all.filter(({ cls }) => cls !== lit), ...all.filter(({ cls }) => cls === lit)];
