/** `make`, called when its result is first asked for, and then no more. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * `make`, whose result is kept with its key, by identity, for as long as that lives: for what follows from an object that
 * never changes. What else `make` is given has to be the same for the same key.
 */
export function keepWith<K extends object, V, Rest extends readonly unknown[]>(
  make: (key: K, ...rest: Rest) => V,
): (key: K, ...rest: Rest) => V {
  const kept = new WeakMap<K, { readonly value: V }>();
  return (key, ...rest) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = make(key, ...rest);
    kept.set(key, { value });
    return value;
  };
}

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
