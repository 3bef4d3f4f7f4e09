import { toDegrees } from '../../src/math/angle';
import { type Clusters, measureClusters } from '../../src/math/clusters';
import { type Report, type ReportWriter, writeReport } from './report';
import type { ClusterRecord, Files, MetricSet } from './schema';

/** README, section 7: angles 1e-6°, and unit vectors as other ratios. */
const ANGLE_DEG = 1e-6;
const RATIO = 1e-9;
/** What is measured so far; all the rest of a set is pending. */
const MEASURED: ReadonlySet<string> = new Set(['centres', 'intraMeanOverSamples', 'interMeanOfMin']);
const MEASURED_IN_TABLE: ReadonlySet<string> = new Set(['Intra1', 'Inter1', 'Intra2', 'Inter2']);
const INPUTS: ReadonlySet<string> = new Set(['name', 'shape', 'inputs', 'train', 'test', 'paperTable3']);

function waitFor(to: ReportWriter, at: string, record: object, measured: ReadonlySet<string>): void {
  for (const name of Object.keys(record)) if (!measured.has(name)) to.pending(`${at}.${name}`, name);
}

function compareClusters(to: ReportWriter, at: string, record: ClusterRecord, own: Clusters): void {
  to.array(`${at}.centres`, own.means, record.centres, () => RATIO);
  to.number(`${at}.intraMeanOverSamples`, toDegrees(own.intra), record.intraMeanOverSamples, ANGLE_DEG);
  to.number(`${at}.interMeanOfMin`, toDegrees(own.nearest), record.interMeanOfMin, ANGLE_DEG);
  waitFor(to, at, record, MEASURED);
}

function checkSet(to: ReportWriter, at: string, set: MetricSet): void {
  const { x, labels, xTest, labelsTest, W } = set.inputs;
  const measure = (rows: typeof x, y: typeof labels): Clusters =>
    measureClusters(rows.flat(), y, W.length, W[0]?.length ?? 0, 0, rows.length);
  const [train, test] = [measure(x, labels), measure(xTest, labelsTest)];
  compareClusters(to, `${at}.train`, set.train, train);
  compareClusters(to, `${at}.test`, set.test, test);
  const table = `${at}.paperTable3`;
  to.number(`${table}.Intra1`, toDegrees(train.intra), set.paperTable3.Intra1, ANGLE_DEG);
  to.number(`${table}.Inter1`, toDegrees(train.nearest), set.paperTable3.Inter1, ANGLE_DEG);
  to.number(`${table}.Intra2`, toDegrees(test.intra), set.paperTable3.Intra2, ANGLE_DEG);
  to.number(`${table}.Inter2`, toDegrees(test.nearest), set.paperTable3.Inter2, ANGLE_DEG);
  waitFor(to, table, set.paperTable3, MEASURED_IN_TABLE);
  waitFor(to, at, set, INPUTS);
}

/** metrics.json: of the angle statistics what the page shows so far. */
export function checkMetrics({ sets }: Files['metrics.json']): Report {
  const to = writeReport();
  sets.forEach((set, i) => {
    to.attempt(`sets.${i}`, () => checkSet(to, `sets.${i}`, set));
  });
  return to.report;
}
