import { useEffect, useState } from 'react';
import { forget, inTurn } from '../draw/frames';

/**
 * Which of these parts of the page are on it now, by their keys: those that were, and of the others one at once and one
 * more after each frame. Mounted together, the lanes of another address would be one long task.
 */
export function useArriving(keys: readonly string[]): ReadonlySet<string> {
  const [there, setThere] = useState<readonly string[]>([]);
  const missing = keys.filter((key) => !there.includes(key));
  const shown = keys.filter((key) => there.includes(key) || key === missing[0]);
  const all = shown.join('\n');
  const settled = missing.length === 0;
  useEffect(() => {
    if (settled) return;
    const next = (): void => setThere(all.split('\n'));
    inTurn(next);
    return () => forget(next);
  }, [all, settled]);
  return new Set(shown);
}
