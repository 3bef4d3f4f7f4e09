/** What was, and what was undone: newest last in both. */
export interface Past<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  /** A gesture is under way: further changes of it belong to the same entry. */
  readonly open: boolean;
}

export const NO_PAST: Past<never> = { before: [], after: [], open: false };

/** No more is remembered. */
const MOST = 200;

/** Remembers the state before a change. The changes of one drag are one entry. */
export function remember<T>(past: Past<T>, before: T, gesture: boolean): Past<T> {
  if (gesture && past.open) return { ...past, after: [] };
  return { before: [...past.before, before].slice(-MOST), after: [], open: gesture };
}

export const settle = <T>(past: Past<T>): Past<T> => (past.open ? { ...past, open: false } : past);

/** The state to go back to, and the past as it is then; null when there is none. */
export function undo<T>(
  { before, after }: Past<T>,
  now: T,
): { readonly state: T; readonly past: Past<T> } | null {
  const state = before.at(-1);
  return state === undefined
    ? null
    : { state, past: { before: before.slice(0, -1), after: [...after, now], open: false } };
}

export function redo<T>(
  { before, after }: Past<T>,
  now: T,
): { readonly state: T; readonly past: Past<T> } | null {
  const state = after.at(-1);
  return state === undefined
    ? null
    : { state, past: { before: [...before, now], after: after.slice(0, -1), open: false } };
}
