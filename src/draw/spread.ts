/**
 * Places for labels on a line that want to stand at `wanted`: at least `apart` from each other, in the same order,
 * within `from` ... `to`, and as near as possible to where they want to be (least squares). Where there is no room
 * for that distance it shrinks evenly.
 */
export function spread(wanted: readonly number[], apart: number, from: number, to: number): number[] {
  const distance = Math.min(apart, (to - from) / Math.max(1, wanted.length - 1));
  const order = wanted.map((_, i) => i).sort((i, j) => (wanted[i] ?? 0) - (wanted[j] ?? 0) || i - j);
  // Less its distance to the first, each label must only not come before the one above: neighbours that would are
  // put together at their mean (pool adjacent violators).
  const pools: { sum: number; count: number }[] = [];
  order.forEach((i, rank) => {
    let pool = { sum: (wanted[i] ?? 0) - rank * distance, count: 1 };
    for (let above = pools.at(-1); above && above.sum / above.count > pool.sum / pool.count; ) {
      pools.pop();
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
      above = pools.at(-1);
    }
    pools.push(pool);
  });
  const last = to - (wanted.length - 1) * distance;
  const firsts = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.max(from, Math.min(last, sum / count))),
  );
  const places: number[] = [];
  order.forEach((i, rank) => {
    places[i] = (firsts[rank] ?? from) + rank * distance;
  });
  return places;
}
