/** The reference files as test/reference/README.md describes them (section 7): no more than is read here. */

/** Settings of a record: names and numbers, read key by key so that none is overlooked. */
export type Config = Readonly<Record<string, unknown>>;
export type Matrix = readonly (readonly number[])[];

export interface LossCase {
  readonly id: string;
  readonly loss: string;
  readonly config: Config;
  readonly inputs: {
    readonly x: Matrix;
    readonly W: Matrix;
    readonly b: readonly number[] | null;
    readonly labels: readonly number[];
  };
  readonly outputs: {
    readonly cos: Matrix;
    readonly logits: Matrix;
    readonly marginLogits: Matrix;
    readonly perSampleLoss: readonly number[];
    readonly meanLoss: number;
    /** null where the true gradient does not exist: a sample exactly on its centre, or opposite to it. */
    readonly gradX: Matrix | null;
    readonly gradW: Matrix | null;
    /** null without biases. */
    readonly gradB: readonly number[] | null;
  };
  readonly tolerance?: { readonly logits: number; readonly loss: number; readonly grad: number };
}

/** A target logit by its three margins. */
export interface Target {
  readonly name: string;
  readonly m1: number;
  readonly m2: number;
  readonly m3: number;
  readonly lambda: number;
  readonly guard: string;
}

export interface CurveRecord extends Target {
  readonly value: readonly number[];
  readonly dValue_dTheta: readonly number[];
  readonly discontinuities: readonly {
    readonly thetaDeg: number;
    readonly left: number;
    readonly right: number;
  }[];
  readonly monotoneDecreasing: boolean;
  /** The first angle of the grid from which the next one is higher. */
  readonly firstRisingDeg: number | null;
}

/** Edges of a satisfied arc, degrees; lo < class angle < hi, not wrapped. */
export interface Band {
  readonly loDeg: number;
  readonly hiDeg: number;
  readonly halfWidthLoDeg: number;
  readonly halfWidthHiDeg: number;
}

export interface Border {
  readonly angleDeg: number;
  readonly fromClass: number;
  readonly toClass: number;
}

export interface Circle {
  readonly name: string;
  readonly classAnglesDeg: readonly number[];
  readonly decisionBoundaries: readonly Border[];
}

export interface MarginCircle extends Circle {
  readonly marginBands: readonly (Target & { readonly band: readonly (Band | null)[] })[];
}

export interface SoftmaxCircle extends Circle {
  readonly norms: readonly number[];
  readonly biases: readonly number[];
  readonly radius: number;
}

/** W1 is [hidden, inputs], W2 [dim, hidden], headW [classes, dim]: one row for each output. */
export interface Weights {
  readonly W1: Matrix;
  readonly b1: readonly number[];
  readonly W2: Matrix;
  readonly b2: readonly number[];
  readonly headW: Matrix;
  readonly headB?: readonly number[];
}

export interface TrainingRun {
  readonly loss: string;
  readonly config: Config;
  readonly optimizer: { readonly name: string; readonly lr: number; readonly momentum?: number };
  /** losses[t − 1] is the loss before update t. */
  readonly losses: readonly number[];
  readonly weightsAfterStep: Readonly<Record<string, Weights>>;
  readonly lambdaPerStep: readonly number[] | null;
  readonly marginPerStep: readonly number[] | null;
  readonly sensitivity: number;
  readonly float32Diff: { readonly losses: number; readonly finalWeights: number };
}

/** How the classes of one split lie; degrees. */
export interface ClusterRecord {
  readonly centres: Matrix;
  readonly intraMeanOverSamples: number;
  readonly interMeanOfMin: number;
  readonly interMin: number;
  readonly centreAngles: Matrix;
  readonly nearestCentreAccuracy: number;
  /** Of the training split only. */
  readonly wEC?: number;
  readonly wECPerClass?: readonly number[];
  readonly wInter?: number;
  readonly wInterMin?: number;
  readonly targetAngleMean?: number;
  readonly cosineArgmaxAccuracy?: number;
}

/** Pairs of samples, told apart by a threshold on their cosine; ratios. */
export interface VerificationRecord {
  readonly pairs: number;
  readonly positivePairs: number;
  readonly negativePairs: number;
  readonly roc: {
    readonly fpr: readonly number[];
    readonly tpr: readonly number[];
    /** null: accepts nothing. */
    readonly threshold: readonly (number | null)[];
  };
  readonly auc: number;
  readonly eer: number;
  readonly tarAtFar: Readonly<Record<string, number>>;
  readonly tarAtFarThreshold: Readonly<Record<string, number | null>>;
  readonly bestAccuracy: number;
  readonly bestAccuracyThresholds: readonly number[];
}

export interface MetricSet {
  readonly inputs: {
    readonly x: Matrix;
    readonly labels: readonly number[];
    readonly xTest: Matrix;
    readonly labelsTest: readonly number[];
    readonly W: Matrix;
  };
  readonly train: ClusterRecord;
  readonly test: ClusterRecord;
  readonly verification: VerificationRecord;
  readonly verificationTest: VerificationRecord;
  readonly paperTable3: {
    readonly W_EC: number;
    readonly W_Inter: number;
    readonly Intra1: number;
    readonly Inter1: number;
    readonly Intra2: number;
    readonly Inter2: number;
  };
}

/** What is in each file; a folder may lack any of them. */
export interface Files {
  readonly 'losses.json': { readonly cases: readonly LossCase[] };
  readonly 'curves.json': { readonly thetaDeg: readonly number[]; readonly curves: readonly CurveRecord[] };
  readonly 'boundaries.json': {
    readonly binary: {
      readonly losses: readonly (Target & { readonly boundaryClass1Deg: Matrix })[];
      readonly softmax: readonly {
        readonly normW1: number;
        readonly normW2: number;
        readonly boundaryDeg: Matrix;
      }[];
    };
    readonly circle: {
      readonly circles: readonly MarginCircle[];
      readonly softmaxCircles: readonly SoftmaxCircle[];
    };
  };
  readonly 'metrics.json': { readonly sets: readonly MetricSet[] };
  readonly 'training.json': {
    readonly data: {
      readonly X: Matrix;
      readonly labels: readonly number[];
      readonly C: number;
      readonly batches: readonly (readonly number[])[];
    };
    readonly initialWeights: Weights;
    readonly runs: readonly TrainingRun[];
  };
}
