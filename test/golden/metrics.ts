import { measureAngles } from '../../src/figures/sampleAngles';
import { toDegrees } from '../../src/math/angle';
import { type Clusters, measureClusters } from '../../src/math/clusters';
import { mean } from '../../src/math/quantile';
import { angleBetween } from '../../src/math/sphere';
import {
  areaUnder,
  bestAccuracy,
  equalErrorRate,
  type Pairs,
  pairsOf,
  rocOf,
  tarAtFar,
} from '../../src/math/verification';
import { type WeightAngles, weightAngles } from '../../src/math/weightAngles';
import { type Report, type ReportWriter, segment, writeReport } from './report';
import type { ClusterRecord, Files, MetricSet, VerificationRecord } from './schema';

/** README, section 7: angles 1e-6°, and unit vectors as other ratios. */
const ANGLE_DEG = 1e-6;
const RATIO = 1e-9;
/** What the page measures; all the rest of a set is skipped, by name. */
const MEASURED: ReadonlySet<string> = new Set([
  ...['centres', 'centreAngles', 'nearestCentreAccuracy'],
  ...['intraMeanOverSamples', 'interMeanOfMin', 'interMin'],
  ...['wEC', 'wECPerClass', 'wInter', 'wInterMin', 'targetAngleMean', 'cosineArgmaxAccuracy'],
]);
const MEASURED_OF_PAIRS: ReadonlySet<string> = new Set([
  ...['pairs', 'positivePairs', 'negativePairs', 'roc', 'auc', 'eer'],
  ...['tarAtFar', 'tarAtFarThreshold', 'bestAccuracy', 'bestAccuracyThresholds'],
]);
const MEASURED_IN_TABLE: ReadonlySet<string> = new Set([
  ...['W_EC', 'W_Inter', 'Intra1', 'Inter1', 'Intra2', 'Inter2'],
]);
const INPUTS: ReadonlySet<string> = new Set([
  ...['name', 'shape', 'inputs', 'train', 'test', 'paperTable3', 'verification', 'verificationTest'],
]);

function skipOthers(to: ReportWriter, at: string, record: object, measured: ReadonlySet<string>): void {
  for (const name of Object.keys(record))
    if (!measured.has(name)) to.skip(`${at}.${name}`, 'nothing on the page shows it');
}

/** Mean angle to the own row of `centres`, and the share of samples that have no other nearer. */
function toCentres(
  features: readonly number[],
  centres: ArrayLike<number>,
  y: readonly number[],
  classes: number,
) {
  const { own, nearest } = measureAngles({ features, centres }, y, y.length, classes);
  return { mean: mean(own), rightly: mean(own.map((angle, i) => (angle < (nearest[i] ?? 0) ? 1 : 0))) };
}

function compareClusters(
  to: ReportWriter,
  at: string,
  record: ClusterRecord,
  own: Clusters,
  [features, y]: readonly [features: readonly number[], y: readonly number[]],
): void {
  const dim = record.centres[0]?.length ?? 0;
  const each = record.centreAngles.map((_, i) => i);
  const angles = each.flatMap((i) =>
    each.map((j) => toDegrees(angleBetween(own.means, i * dim, own.means, j * dim, dim))),
  );
  to.array(`${at}.centreAngles`, angles, record.centreAngles, () => ANGLE_DEG);
  const { rightly } = toCentres(features, own.means, y, record.centres.length);
  to.number(`${at}.nearestCentreAccuracy`, rightly, record.nearestCentreAccuracy, RATIO);
  to.array(`${at}.centres`, own.means, record.centres, () => RATIO);
  to.number(`${at}.intraMeanOverSamples`, toDegrees(own.intra), record.intraMeanOverSamples, ANGLE_DEG);
  to.number(`${at}.interMeanOfMin`, toDegrees(own.nearest), record.interMeanOfMin, ANGLE_DEG);
  to.number(`${at}.interMin`, toDegrees(own.closest.angle), record.interMin, ANGLE_DEG);
  skipOthers(to, at, record, MEASURED);
}

/** W against the class means of the training split. */
function compareWeights(to: ReportWriter, at: string, record: ClusterRecord, own: WeightAngles): void {
  to.number(`${at}.wEC`, toDegrees(own.wec), record.wEC ?? Number.NaN, ANGLE_DEG);
  to.array(`${at}.wECPerClass`, own.toMeans.map(toDegrees), record.wECPerClass ?? [], () => ANGLE_DEG);
  to.number(`${at}.wInter`, toDegrees(own.inter), record.wInter ?? Number.NaN, ANGLE_DEG);
  to.number(`${at}.wInterMin`, toDegrees(own.interMin), record.wInterMin ?? Number.NaN, ANGLE_DEG);
}

/** A threshold as the reference writes it: null where nothing is accepted. */
const written = (threshold: number): number | null => (Number.isFinite(threshold) ? threshold : null);

function comparePairs(to: ReportWriter, at: string, record: VerificationRecord, pairs: Pairs): void {
  const roc = rocOf(pairs);
  to.same(`${at}.pairs`, pairs.scores.length, record.pairs);
  to.same(`${at}.positivePairs`, roc.positives, record.positivePairs);
  to.same(`${at}.negativePairs`, roc.negatives, record.negativePairs);
  to.array(`${at}.roc.fpr`, roc.far, record.roc.fpr, () => RATIO);
  to.array(`${at}.roc.tpr`, roc.tar, record.roc.tpr, () => RATIO);
  to.same(`${at}.roc.threshold.length`, roc.thresholds.length, record.roc.threshold.length);
  record.roc.threshold.forEach((expected, k) => {
    const own = written(roc.thresholds[k] ?? Number.NaN);
    if (expected === null || own === null) to.same(`${at}.roc.threshold.${k}`, own, expected);
    else to.number(`${at}.roc.threshold.${k}`, own, expected, RATIO);
  });
  to.number(`${at}.auc`, areaUnder(roc), record.auc, RATIO);
  to.number(`${at}.eer`, equalErrorRate(roc), record.eer, RATIO);
  for (const [target, expected] of Object.entries(record.tarAtFar)) {
    const own = tarAtFar(roc, Number(target));
    to.number(`${at}.tarAtFar.${segment(target)}`, own.tar, expected, RATIO);
    const threshold = record.tarAtFarThreshold[target] ?? null;
    const where = `${at}.tarAtFarThreshold.${segment(target)}`;
    if (threshold === null) to.same(where, written(own.threshold), null);
    else to.number(where, own.threshold, threshold, RATIO);
  }
  const best = bestAccuracy(roc);
  to.number(`${at}.bestAccuracy`, best.accuracy, record.bestAccuracy, RATIO);
  // Any of the thresholds that are listed is right: the nearest of them is compared.
  const off = record.bestAccuracyThresholds.map((threshold) => Math.abs(threshold - best.threshold));
  const nearest = off.indexOf(Math.min(...off));
  record.bestAccuracyThresholds.forEach((threshold, k) => {
    const where = `${at}.bestAccuracyThresholds.${k}`;
    if (k === nearest) to.number(where, best.threshold, threshold, RATIO);
    else to.skip(where, 'another threshold is as good');
  });
  skipOthers(to, at, record, MEASURED_OF_PAIRS);
}

function checkSet(to: ReportWriter, at: string, set: MetricSet): void {
  const { x, labels, xTest, labelsTest, W } = set.inputs;
  const measure = (rows: typeof x, y: typeof labels): Clusters =>
    measureClusters(rows.flat(), y, W.length, W[0]?.length ?? 0, 0, rows.length);
  const [train, test] = [measure(x, labels), measure(xTest, labelsTest)];
  compareClusters(to, `${at}.train`, set.train, train, [x.flat(), labels]);
  compareClusters(to, `${at}.test`, set.test, test, [xTest.flat(), labelsTest]);
  const target = toCentres(x.flat(), W.flat(), labels, W.length);
  to.number(
    `${at}.train.targetAngleMean`,
    toDegrees(target.mean),
    set.train.targetAngleMean ?? Number.NaN,
    ANGLE_DEG,
  );
  to.number(
    `${at}.train.cosineArgmaxAccuracy`,
    target.rightly,
    set.train.cosineArgmaxAccuracy ?? Number.NaN,
    RATIO,
  );
  const weights = weightAngles(W.flat(), train.means, W[0]?.length ?? 0);
  compareWeights(to, `${at}.train`, set.train, weights);
  const pairs = (rows: typeof x, y: typeof labels): Pairs =>
    pairsOf(rows.flat(), y, W[0]?.length ?? 0, 0, rows.length);
  comparePairs(to, `${at}.verification`, set.verification, pairs(x, labels));
  comparePairs(to, `${at}.verificationTest`, set.verificationTest, pairs(xTest, labelsTest));
  const table = `${at}.paperTable3`;
  to.number(`${table}.W_EC`, toDegrees(weights.wec), set.paperTable3.W_EC, ANGLE_DEG);
  to.number(`${table}.W_Inter`, toDegrees(weights.inter), set.paperTable3.W_Inter, ANGLE_DEG);
  to.number(`${table}.Intra1`, toDegrees(train.intra), set.paperTable3.Intra1, ANGLE_DEG);
  to.number(`${table}.Inter1`, toDegrees(train.nearest), set.paperTable3.Inter1, ANGLE_DEG);
  to.number(`${table}.Intra2`, toDegrees(test.intra), set.paperTable3.Intra2, ANGLE_DEG);
  to.number(`${table}.Inter2`, toDegrees(test.nearest), set.paperTable3.Inter2, ANGLE_DEG);
  skipOthers(to, table, set.paperTable3, MEASURED_IN_TABLE);
  skipOthers(to, at, set, INPUTS);
}

/** metrics.json: angle statistics, and pairs of samples told apart by a threshold. */
export function checkMetrics({ sets }: Files['metrics.json']): Report {
  const to = writeReport();
  sets.forEach((set, i) => {
    to.attempt(`sets.${i}`, () => checkSet(to, `sets.${i}`, set));
  });
  return to.report;
}
