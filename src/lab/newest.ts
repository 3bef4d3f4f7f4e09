/**
 * `make`, whose result is kept for each of the `most` keys that were asked for last, by identity. For what is large and
 * belongs to keys that live on: settings that can be undone, say, of which few are ever shown again.
 */
export function keepNewest<K, V>(most: number, make: (key: K) => V): (key: K) => V {
  /** A map is walked in the order in which its keys were set: the one that waits longest is first. */
  const kept = new Map<K, V>();
  return (key) => {
    const value = kept.has(key) ? (kept.get(key) as V) : make(key);
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > most) kept.delete(kept.keys().next().value as K);
    return value;
  };
}
