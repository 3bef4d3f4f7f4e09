import { useEffect, useState } from 'react';
import { aloneInFrame, forget } from '../draw/frames';

/**
 * What each part of the page, by its key, shows of `value` now: one part takes it up at once, and one more in each frame.
 * A part that is new is missing until then. Mounted or laid out together, the lanes of another address or in another
 * language would be one long task.
 */
export function useArriving<T>(keys: readonly string[], value: T): ReadonlyMap<string, T> {
  const [there, setThere] = useState<ReadonlyMap<string, T>>(new Map());
  const behind = keys.filter((key) => !there.has(key) || there.get(key) !== value);
  const shown = new Map<string, T>();
  for (const key of keys) {
    if (key === behind[0]) shown.set(key, value);
    else if (there.has(key)) shown.set(key, there.get(key) as T);
  }
  useEffect(() => {
    if (behind.length === 0) return;
    const next = (): void => setThere(shown);
    aloneInFrame(next);
    return () => forget(next);
  });
  return shown;
}
