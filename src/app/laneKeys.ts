import { useState } from 'react';

/** The lanes by their names, from left to right, each with the key of its place on the page. */
type Keys = ReadonlyMap<string, number>;

/**
 * A lane that is moved keeps its key. Lanes that are new take the keys of those that are gone, first of the one that was
 * where they are: another loss in a lane, or another address, changes what is there and builds nothing anew.
 */
export function keysAfter(before: Keys, names: readonly string[]): Keys {
  const places = [...before];
  const free = new Set(places.filter(([name]) => !names.includes(name)).map(([, key]) => key));
  const taken = new Set(before.values());
  const unused = (key = 0): number => (taken.has(key) ? unused(key + 1) : key);
  const take = (place: number): number => {
    const [, here = -1] = places[place] ?? [];
    const key = free.has(here) ? here : (free.values().next().value ?? unused());
    free.delete(key);
    taken.add(key);
    return key;
  };
  return new Map(names.map((name, place) => [name, before.get(name) ?? take(place)]));
}

/** The key of each lane, by names that are told apart. */
export function useLaneKeys(names: readonly string[]): readonly string[] {
  const [keys, setKeys] = useState<Keys>(() => keysAfter(new Map(), names));
  const now = [...keys.keys()].join('\n') === names.join('\n') ? keys : keysAfter(keys, names);
  if (now !== keys) setKeys(now);
  return [...now.values()].map(String);
}
