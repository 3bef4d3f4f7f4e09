import { useLayoutEffect, useState } from 'react';
import { shallow } from 'zustand/shallow';
import { forget, thenChange } from '../draw/frames';

/**
 * What each part of the page shows now of what is wanted of it, by its key: one part takes it up in each frame, and none in
 * the first, which has what else was changed. No more than `atOnce` parts that are behind do so at once. A part that is new
 * is missing until its turn. Mounted, changed or laid out together, the lanes of another address or in other looks would be
 * one long task.
 */
export function useArriving<T>(wanted: ReadonlyMap<string, T>, atOnce = 0): ReadonlyMap<string, T> {
  const [before, setBefore] = useState<ReadonlyMap<string, T>>(new Map());
  const behind = [...wanted.keys()].filter((key) => before.get(key) !== wanted.get(key));
  // The page begins with one of them.
  const now = before.size === 0 ? behind.slice(0, 1) : behind.length <= atOnce ? behind : [];
  const shown = shownAfter(before, wanted, now);
  if (now.length > 0) setBefore(shown);
  const next = behind.slice(now.length, now.length + 1);
  useLayoutEffect(() => {
    if (next.length === 0) return;
    const take = (): void => setBefore(shownAfter(shown, wanted, next));
    thenChange(take);
    return () => forget(take);
  });
  return shown;
}

/** Some of the parts show what is wanted, too. */
function shownAfter<T>(
  before: ReadonlyMap<string, T>,
  wanted: ReadonlyMap<string, T>,
  taken: readonly string[],
): ReadonlyMap<string, T> {
  const all = [...wanted].map(
    ([key, value]) => [key, taken.includes(key) ? value : before.get(key)] as const,
  );
  return new Map(all.filter((one): one is readonly [string, T] => one[1] !== undefined));
}

/** What is given, or, as long as that is held back, what was given before. One object for as long as its parts are the same. */
export function useHeld<T extends object>(given: T, isHeld: boolean): T {
  const [last, setLast] = useState(given);
  if (isHeld || shallow(last, given)) return last;
  setLast(given);
  return given;
}
