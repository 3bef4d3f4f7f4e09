// What a data set's and a lane's part of an address have in common.

/** Something in an address that could not be taken as it was; the page has the words. `given` is cut short. */
export type Repair =
  | { readonly type: 'unknown'; readonly name: string; readonly given: string }
  /** `used` is what counts instead. */
  | { readonly type: 'value'; readonly name: string; readonly given: string; readonly used: string }
  | { readonly type: 'tooManyLanes'; readonly most: number }
  | { readonly type: 'tooLong' };

/** `a:1,b:2-3` in parts. */
export const pairs = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(values).map(([name, value]) => `${name}:${Array.isArray(value) ? value.join('-') : value}`);

/** Splits `a:1,b:2` after its head. */
export function readPairs(parts: readonly string[]): [name: string, value: string][] {
  return parts.map((part) => {
    const colon = part.indexOf(':');
    return colon < 0 ? [part, ''] : [part.slice(0, colon), part.slice(colon + 1)];
  });
}

/** Adding 0 makes −0 an ordinary zero, which an address can say again. */
export const readNumber = (text: string): number =>
  /^[-+.\de]+$/i.test(text) ? Number(text) + 0 : Number.NaN;

const LONGEST_SHOWN = 40;
/** Cut short for the eye. */
export const shown = (given: string): string =>
  given.length > LONGEST_SHOWN ? `${given.slice(0, LONGEST_SHOWN)}…` : given;
