import type { Border, Circle, Files, LossCase, Matrix } from './schema';

const DEG = 360;
const reversed = <T>(values: readonly T[]): T[] => [...values].reverse();
const everyOther = <T>(values: readonly T[]): T[] => values.filter((_, i) => i % 2 === 1);

/** Samples in the opposite order, and classes numbered from the other end. */
function renumberCase(record: LossCase): LossCase {
  const { inputs, outputs } = record;
  const classes = inputs.W.length;
  const both = (matrix: Matrix): Matrix => reversed(matrix).map(reversed);
  return {
    ...record,
    id: `other-${record.id}`,
    inputs: {
      x: reversed(inputs.x),
      W: reversed(inputs.W),
      b: inputs.b && reversed(inputs.b),
      labels: reversed(inputs.labels).map((label) => classes - 1 - label),
    },
    outputs: {
      ...outputs,
      cos: both(outputs.cos),
      logits: both(outputs.logits),
      marginLogits: both(outputs.marginLogits),
      perSampleLoss: reversed(outputs.perSampleLoss),
      gradX: outputs.gradX && reversed(outputs.gradX),
      gradW: outputs.gradW && reversed(outputs.gradW),
      gradB: outputs.gradB && reversed(outputs.gradB),
    },
  };
}

/** The circle turned: borders stay in 0 ... 360 and sorted, as the reference has them. */
function turnCircle<C extends Circle>(circle: C, by: number): C {
  const turned = (border: Border): Border => ({ ...border, angleDeg: (border.angleDeg + by) % DEG });
  return {
    ...circle,
    name: `turned-${circle.name}`,
    classAnglesDeg: circle.classAnglesDeg.map((angle) => angle + by),
    decisionBoundaries: circle.decisionBoundaries.map(turned).sort((a, b) => a.angleDeg - b.angleDeg),
  };
}

/** The same file in other numbers, for every file that has a check: fewer records, another order, other grids. */
export const VARIANTS: { readonly [Name in keyof Files]: (file: Files[Name]) => Files[Name] } = {
  'losses.json': ({ cases }) => ({
    cases: everyOther(cases).map((record) => ('cos' in record.outputs ? renumberCase(record) : record)),
  }),
  // Every third angle, so that the first rising one is another: left out where a curve rises.
  'curves.json': ({ thetaDeg, curves }) => {
    const thin = <T>(values: readonly T[]): T[] => values.filter((_, i) => i % 3 === 0);
    return {
      thetaDeg: thin(thetaDeg),
      curves: reversed(curves.filter((curve) => curve.monotoneDecreasing)).map((curve) => ({
        ...curve,
        name: `other-${curve.name}`,
        value: thin(curve.value),
        dValue_dTheta: thin(curve.dValue_dTheta),
      })),
    };
  },
  'boundaries.json': ({ binary, circle }) => ({
    binary: {
      losses: everyOther(binary.losses).map((loss) => ({
        ...loss,
        boundaryClass1Deg: everyOther(loss.boundaryClass1Deg),
      })),
      softmax: reversed(binary.softmax),
    },
    circle: {
      circles: everyOther(circle.circles).map((one) => ({
        ...turnCircle(one, 17),
        marginBands: everyOther(one.marginBands).map((record) => ({
          ...record,
          band: record.band.map(
            (band) => band && { ...band, loDeg: band.loDeg + 17, hiDeg: band.hiDeg + 17 },
          ),
        })),
      })),
      softmaxCircles: circle.softmaxCircles.map((one) => turnCircle(one, 200)),
    },
  }),
  'metrics.json': ({ sets }) => ({
    sets: everyOther(sets).map((set) => {
      const { inputs } = set;
      return {
        ...set,
        inputs: { ...inputs, x: reversed(inputs.x), labels: reversed(inputs.labels) },
      };
    }),
  }),
  'training.json': ({ data, initialWeights, runs }) => {
    const first = <T>(steps: readonly T[]): T[] => steps.slice(0, 7);
    return {
      data: { ...data, batches: first(data.batches) },
      initialWeights,
      runs: everyOther(reversed(runs)).map((run) => ({
        ...run,
        losses: first(run.losses),
        weightsAfterStep: Object.fromEntries(
          Object.entries(run.weightsAfterStep).filter(([step]) => Number(step) <= 7),
        ),
        lambdaPerStep: run.lambdaPerStep && first(run.lambdaPerStep),
        marginPerStep: run.marginPerStep && first(run.marginPerStep),
      })),
    };
  },
};
