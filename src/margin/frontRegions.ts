import { along, chain, horizon, type Outline, type Point } from '../math/outline';
import { pointAt } from '../math/sphereCircle';
import { type Frame, seen } from '../math/viewpoint';
import { classRegions } from './circle';
import { borders, onGreatCircle, type SphereClassifier } from './sphere';

/** What a viewer sees of the regions and of their borders. */
export interface FrontRegions {
  /** [classes] what of each region is in front; several outlines, or none. */
  readonly regions: readonly (readonly Outline[])[];
  /** The decision boundaries in front. */
  readonly borders: readonly (readonly Point[])[];
}

/**
 * The regions in front: bounded by the borders there, and by the parts of the horizon where their class wins. The
 * horizon is a circle like any other, so that what the circle knows holds on it.
 */
export function frontRegions(classifier: SphereClassifier, frame: Frame): FrontRegions {
  const lines = borders(classifier, { normal: frame.towards, offset: 0 }).map(
    ({ circle, from, to, ...sides }) => ({
      ...sides,
      points: along(from, to).map((phi): Point => {
        const [x, y] = seen(frame, pointAt(circle, phi));
        return [x, y];
      }),
    }),
  );
  const rim = classRegions(onGreatCircle(classifier, frame.right, frame.up));
  return {
    borders: lines.map(({ points }) => points),
    regions: classifier.weights.map((_, cls) =>
      chain([
        ...lines.filter(({ left }) => left === cls).map(({ points }) => points),
        ...lines.filter(({ right }) => right === cls).map(({ points }) => points.toReversed()),
        ...rim.filter((region) => region.cls === cls).map(({ from, to }) => horizon(from, to)),
      ]),
    ),
  };
}
