/**
 * Which of some ascending places can best be spared, so that those left stay even: an inner one whose neighbours are
 * nearest to each other, the first of several; by preference none that is `needed`. −1 if there is no inner one.
 */
export function mostSpare(places: readonly number[], needed: (index: number) => boolean): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const sparing of [true, false]) {
    for (let i = 1; i < places.length - 1; i++) {
      const gap = (places[i + 1] ?? 0) - (places[i - 1] ?? 0);
      if (gap >= least || (sparing && needed(i))) continue;
      least = gap;
      best = i;
    }
    if (best >= 0) return best;
  }
  return best;
}
