/** A point or a direction of the feature plane. */
export type Point = readonly [x: number, y: number];

/** What decides between classes in the plane: w_j·x + b_j, the largest wins. */
export interface LinearClassifier {
  /** [classes] rows of W, of unit length where the loss normalises them. */
  readonly weights: readonly Point[];
  /** [classes] 0 without biases. */
  readonly biases: readonly number[];
}

/** The part of a convex polygon where a·x + c ≥ 0 (Sutherland and Hodgman). */
function cut(polygon: readonly Point[], a: Point, c: number): Point[] {
  const side = ([x, y]: Point): number => a[0] * x + a[1] * y + c;
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    const [sp, sq] = [side(p), side(q)];
    const kept: Point[] = sp >= 0 ? [p] : [];
    if (sp >= 0 !== sq >= 0) {
      const t = sp / (sp - sq);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
    return kept;
  });
}

/**
 * Where each class wins within a square from −reach to reach: convex polygons, exact, since all borders are straight
 * lines w_i·x + b_i = w_j·x + b_j. A class that wins nowhere there has an empty one.
 */
export function classCells({ weights, biases }: LinearClassifier, reach: number): Point[][] {
  const square: Point[] = [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ];
  return weights.map((own, i) =>
    weights.reduce<readonly Point[]>((cell, other, j) => {
      if (j === i || cell.length === 0) return cell;
      return cut(cell, [own[0] - other[0], own[1] - other[1]], (biases[i] ?? 0) - (biases[j] ?? 0));
    }, square),
  ) as Point[][];
}
