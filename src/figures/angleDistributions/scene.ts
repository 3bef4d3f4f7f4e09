import { angleDensity } from '../../math/histogram';
import { keepWith } from '../../math/keep';
import { mean } from '../../math/quantile';
import type { Chosen, FigureInput, FigureLane, LaneLook } from '../figure';
import { type SampleAngles, sampleAngles, shareBetween } from '../sampleAngles';

/** Angles of one kind at one step. */
interface Distribution {
  /** Per radian, at even angles 0 ... π. */
  readonly density: Float64Array;
  readonly mean: number;
}

/** Both kinds at one step. */
interface Moment {
  readonly step: number;
  readonly own: Distribution;
  readonly nearest: Distribution;
}

/** A lane's distributions from the start to now. */
export interface Course {
  readonly start: Moment;
  readonly middle: Moment;
  readonly now: Moment;
  /** The highest density of them in the range shown. */
  readonly peak: number;
  /** What the class that is lit up adds to both densities of now; null while none is. */
  readonly litPart: { readonly own: Float64Array; readonly nearest: Float64Array } | null;
  /** Marked samples: their classes, and both of their angles now. */
  readonly marks: readonly { readonly cls: number; readonly own: number; readonly nearest: number }[];
  /** Shares of the samples whose angle is at most this, now. */
  readonly within: (theta: number) => { readonly own: number; readonly nearest: number };
}

export interface DistributionScene {
  readonly rows: readonly {
    readonly name: string;
    readonly colour: number;
    /** null before there are samples. */
    readonly course: Course | null;
  }[];
  /** The range of θ reaches from 0 to this, radians. */
  readonly to: number;
  readonly lit: number | null;
}

/** Bins of 1.5°, smoothed over about 2°: no wider than a well-trained class. */
const BINS = 120;
const BANDWIDTH = 0.035;

const momentOf = keepWith((look: LaneLook, input: FigureInput): Moment => {
  const angles = sampleAngles(look, input);
  const distribution = (of: Float64Array): Distribution => ({
    density: angleDensity(of, BINS, BANDWIDTH),
    mean: mean(of),
  });
  return { step: look.step, own: distribution(angles.own), nearest: distribution(angles.nearest) };
});

/** What the samples of a class add to the densities: their own, times their share of all. */
function partOf({ own, nearest }: SampleAngles, { y }: FigureInput, cls: number): Course['litPart'] {
  const part = (angles: Float64Array): Float64Array => {
    const mine = angles.filter((_, i) => y[i] === cls);
    return angleDensity(mine, BINS, BANDWIDTH).map((value) => value * (mine.length / angles.length));
  };
  return { own: part(own), nearest: part(nearest) };
}

function courseOf({ now, start, middle }: FigureLane, input: FigureInput, to: number): Course | null {
  if (!now || !start || !middle || input.count === 0) return null;
  const moments = {
    start: momentOf(start, input),
    middle: momentOf(middle, input),
    now: momentOf(now, input),
  };
  const bins = Math.round((to / Math.PI) * BINS) + 1;
  const highest = ({ density }: Distribution): number => Math.max(...density.subarray(0, bins));
  const angles = sampleAngles(now, input);
  return {
    ...moments,
    peak: Math.max(...Object.values(moments).flatMap(({ own, nearest }) => [highest(own), highest(nearest)])),
    litPart: input.lit === null ? null : partOf(angles, input, input.lit),
    marks: input.marked.map((sample) => ({
      cls: input.y[sample] ?? 0,
      own: angles.own[sample] ?? 0,
      nearest: angles.nearest[sample] ?? 0,
    })),
    within: (theta) => ({
      own: shareBetween(angles.own, 0, theta),
      nearest: shareBetween(angles.nearest, 0, theta),
    }),
  };
}

/** Everything that the figure shows, in numbers. */
export function distributionScene(input: FigureInput, chosen: Chosen): DistributionScene {
  const to = chosen.range === 'half' ? Math.PI / 2 : Math.PI;
  const rows = input.lanes.map((lane) => ({
    name: lane.name,
    colour: lane.colour,
    course: courseOf(lane, input, to),
  }));
  return { rows, to, lit: input.lit };
}
