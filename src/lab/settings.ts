import { type DataValues, defaultValues } from '../data/dataset';
import { DATASETS } from '../datasets';
import type { Language } from '../i18n/language';
import { LOSSES, lossById } from '../losses';
import { compile, type Margin } from '../margin/compile';
import { defaultConfig, type LaneConfig, type MarginLoss, type Setting } from '../margin/loss';
import { typedLoss } from '../margin/typed';
import type { CentreStart } from '../math/centres';
import { keepNewest } from '../math/keep';
import type { EmbeddingStart, Executor, Knobs, Optimizer, Structure } from '../train/protocol';

export type Theme = 'auto' | 'light' | 'dark';
/** How large the letters are: large ones are read from the back row of a classroom. */
export type TypeSize = 'normal' | 'large';

/** Everything that a person may set and an address holds. null: the data set's, or the browser's, own. */
export interface Settings {
  readonly lanes: readonly LaneConfig[];
  readonly dataset: string;
  readonly data: DataValues;
  readonly dim: 2 | 3;
  readonly seed: number;
  readonly centres: CentreStart;
  /** null: as the number of classes needs it. */
  readonly embedding: EmbeddingStart | null;
  readonly optimizer: Optimizer['type'];
  readonly learningRate: number | null;
  readonly batchSize: number | null;
  readonly executor: Executor | 'auto';
  /** Training pauses at this step; null for when the picture has settled. */
  readonly until: number | null;
  /** Steps a second, one of `PACES`; null for as fast as it can. */
  readonly pace: Pace | null;
  /** A resting run trains a little when a margin is moved. */
  readonly retrain: boolean;
  /** A slider moves those of the same name in all lanes. */
  readonly linked: boolean;
  /** On the hypersphere, or in the plane of the features as they are. */
  readonly view: 'sphere' | 'raw';
  readonly language: Language | null;
  readonly theme: Theme;
  readonly type: TypeSize;
}

/** What concerns the reader and not the run. */
export const appearanceOf = ({
  language,
  theme,
  type,
}: Settings): Pick<Settings, 'language' | 'theme' | 'type'> => ({ language, theme, type });

export const MOST_LANES = 6;
/** The last step that training can be asked to pause at: a day away at ten thousand steps a second. */
export const LARGEST_STEP = 1e9;
/** Slower speeds, steps a second: to be followed by eye, and to be talked about. */
export const PACES = [60, 10, 1] as const;
export type Pace = (typeof PACES)[number];
const FIRST_LANES = ['softmax', 'sphereFace', 'cosFace', 'arcFace'];
const MOMENTUM = 0.9;

/** The shelf is never empty. */
const firstOf = <T>(items: readonly T[]): T => items[0] as T;

export const datasetOf = (settings: Pick<Settings, 'dataset'>) =>
  DATASETS[settings.dataset] ?? firstOf(Object.values(DATASETS));

/** A lane's loss; with its own formula where that is typed. */
export function lossOf({ loss: id, formula }: Pick<LaneConfig, 'loss' | 'formula'>): MarginLoss {
  const loss = lossById(id) ?? firstOf(LOSSES);
  return loss.typed && formula !== undefined ? withFormula(loss, formula) : loss;
}

/** The formula typed last is asked for again and again. */
const typed = new Map<string, MarginLoss>();
const MOST_TYPED = 100;
function withFormula(base: MarginLoss, formula: string): MarginLoss {
  const known = typed.get(formula);
  if (known) return known;
  if (typed.size >= MOST_TYPED) typed.clear();
  const loss = typedLoss(base, formula);
  typed.set(formula, loss);
  return loss;
}

/** What the defaults of losses depend on. */
export const settingOf = (settings: Pick<Settings, 'dataset' | 'data' | 'dim'>): Setting => ({
  classes: datasetOf(settings).classCount(settings.data),
  dim: settings.dim,
});

/** The page as it first opens. */
export function defaultSettings(): Settings {
  const dataset = firstOf(Object.values(DATASETS));
  const run = { dataset: dataset.id, data: defaultValues(dataset), dim: 2 } as const;
  const setting = settingOf(run);
  return {
    ...run,
    lanes: FIRST_LANES.map((id) => defaultConfig(lossOf({ loss: id }), setting)),
    seed: 1,
    centres: 'even',
    embedding: null,
    optimizer: 'adam',
    learningRate: null,
    batchSize: null,
    executor: 'auto',
    until: null,
    pace: null,
    retrain: true,
    linked: false,
    view: 'sphere',
    language: null,
    theme: 'auto',
    type: 'normal',
  };
}

/** What each lane is called on the screen: `ArcFace`, and `ArcFace 2` for the second of its kind. */
export function laneNames(lanes: readonly LaneConfig[]): string[] {
  return lanes.map((lane, i) => {
    const nth = lanes.slice(0, i).filter(({ loss }) => loss === lane.loss).length + 1;
    const { name } = lossOf(lane);
    return nth === 1 ? name : `${name} ${nth}`;
  });
}

/** What a lane is, however its sliders stand: the same words for the same formula and menus. */
export const kindOf = ({ loss, formula = '', options }: LaneConfig): string =>
  [loss, formula, ...Object.values(options)].join();

/** The colour that a lane's loss has to itself; none for those that came after the colours were given out. */
function ownColour({ loss }: LaneConfig): number | null {
  const place = LOSSES.findIndex(({ id }) => id === loss);
  return place < 0 || place >= MOST_LANES ? null : place;
}

/** A colour for each lane, 0 ... MOST_LANES − 1: a loss keeps its own, and a second lane of it takes a free one. */
export function laneColours(lanes: readonly LaneConfig[]): number[] {
  const wanted = lanes.map(ownColour);
  const taken: number[] = [];
  lanes.forEach((_, i) => {
    const own = wanted[i] ?? null;
    const from = own ?? MOST_LANES - 1;
    const others = Array.from({ length: MOST_LANES }, (_, k) => (from + k) % MOST_LANES);
    const free =
      others.find((c) => !taken.includes(c) && !wanted.includes(c)) ?? others.find((c) => !taken.includes(c));
    taken.push(own === null || taken.includes(own) ? (free ?? from) : own);
  });
  return taken;
}

/**
 * A lane's loss, put together once for as long as its configuration is in use. Figures keep with it what they trace for it,
 * 50 kB and more.
 */
export const marginOf: (config: LaneConfig) => Margin = keepNewest(8 * MOST_LANES, (config) =>
  compile(lossOf(config), config),
);

/** The part of the settings that a new run starts for. */
export function structureOf(settings: Settings): Structure {
  const { training } = datasetOf(settings);
  const { dataset, data, dim, seed, centres, optimizer, executor } = settings;
  return {
    dataset,
    data,
    dim,
    hidden: training.hidden,
    activation: training.activation,
    optimizer: optimizer === 'adam' ? { type: 'adam' } : { type: 'sgd', momentum: MOMENTUM },
    seed,
    centres,
    embedding: embeddingOf(settings),
    executor,
  };
}

/** With three classes on a circle many seeds lose one unless the embeddings start around the origin (RESULTS.md). */
const CENTRED_AT = 3;
/** The start that applies, chosen or by default. */
export function embeddingOf(settings: Settings): EmbeddingStart {
  const { classes, dim } = settingOf(settings);
  return settings.embedding ?? (classes === CENTRED_AT && dim === 2 ? 'centred' : 'drawn');
}

/** SGD with momentum collapses in 2-D at .01 and above: the gradient grows as 1/‖x‖. */
const SGD_RATE = 1e-3;

/** So many times the data set's own number of steps without a touch, and a run rests: machines stay cool. */
const SETTLED = 4;
export const settledAfter = (settings: Settings): number => SETTLED * datasetOf(settings).training.steps;
/** After a touch the classes are where another margin wants them sooner than after a start. */
export const resettledAfter = (settings: Settings): number => datasetOf(settings).training.steps;

/** The rate that applies, chosen or by default. */
export const learningRateOf = (settings: Settings): number =>
  settings.learningRate ??
  (settings.optimizer === 'adam' ? datasetOf(settings).training.learningRate : SGD_RATE);
export const batchSizeOf = (settings: Settings): number =>
  settings.batchSize ?? datasetOf(settings).training.batchSize;

/** The part that may change while a run goes on. */
export const knobsOf = (settings: Settings): Knobs => ({
  lanes: settings.lanes.map(marginOf),
  learningRate: learningRateOf(settings),
  batchSize: batchSizeOf(settings),
});
