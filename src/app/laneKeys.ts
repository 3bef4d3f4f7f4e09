import { useState } from 'react';

/** The lanes by their names, from left to right, each with the key of its place on the page. */
type Keys = ReadonlyMap<string, number>;

/**
 * Lanes that are moved, and those that stay when others are added or removed, keep their keys. Where lanes come as others
 * go, each place keeps its own: another loss in a lane, or another address, changes what is there, and moves and builds
 * nothing.
 */
export function keysAfter(before: Keys, names: readonly string[]): Keys {
  const places = [...before.values()];
  const taken = new Set(places);
  const unused = (key = 0): number => (taken.has(key) ? unused(key + 1) : key);
  const take = (known: number | undefined): number => {
    const key = known ?? unused();
    taken.add(key);
    return key;
  };
  const isReplaced =
    names.some((name) => !before.has(name)) && [...before.keys()].some((name) => !names.includes(name));
  return new Map(names.map((name, place) => [name, take(isReplaced ? places[place] : before.get(name))]));
}

/** The key of each lane, by names that are told apart. */
export function useLaneKeys(names: readonly string[]): readonly string[] {
  const [keys, setKeys] = useState<Keys>(() => keysAfter(new Map(), names));
  const now = [...keys.keys()].join('\n') === names.join('\n') ? keys : keysAfter(keys, names);
  if (now !== keys) setKeys(now);
  return [...now.values()].map(String);
}
