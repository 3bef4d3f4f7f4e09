import type { Translated } from '../i18n/language';
import type { Random } from '../math/random';

/** One thing a person may set about a data set. */
export type DataParam =
  | {
      readonly type: 'number';
      readonly label: Translated;
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  /** Some of a list of things, at least `min` of them, as ascending indices into `of`. */
  | {
      readonly type: 'subset';
      readonly label: Translated;
      readonly of: readonly string[];
      readonly value: readonly number[];
      readonly min: number;
    };

/** What is set, by name of the parameter. */
export type DataValues = Readonly<Record<string, number | readonly number[]>>;

/** The bytes of a file of public/, by its name, e.g. `digits.bin`. Passed in, so that a data set knows no network. */
export type Load = (file: string) => Promise<ArrayBuffer>;

/** Samples of classes that are never trained, with the classes in turn: what networks make of strangers. */
export interface HeldOut {
  /** [n, ...shape] row-major, as the network sees it. */
  readonly x: Float32Array;
  /** [n] class of each sample among these, 0 ... classes.length − 1. */
  readonly y: Uint8Array;
  /** What each of these classes is called on the screen: two or more, so that there are pairs of two classes. */
  readonly classes: readonly string[];
}

/** What `sample` gives: first the training split, then the test split, each with its classes in turn. */
export interface Samples {
  /** [n, ...shape] row-major, as the network sees it. */
  readonly x: Float32Array;
  /** Shape of one sample: [16], or [14, 14] for a picture. */
  readonly shape: readonly number[];
  /** [n] class of each sample, 0 ... classes.length − 1. */
  readonly y: Uint8Array;
  /** What each class is called on the screen. */
  readonly classes: readonly string[];
  /** How many of the n samples, from the start, are for training; the rest are for testing. */
  readonly trainCount: number;
  /** Neither trained nor tested, beside the n samples; none where no classes are left. */
  readonly heldOut?: HeldOut | null;
}

/** A data set: one file of the shelf `datasets/`. Pure: the same values and stream give the same samples. */
export interface Dataset {
  readonly id: string;
  readonly text: Translated<{ readonly name: string; readonly about: string }>;
  readonly params: Readonly<Record<string, DataParam>>;
  /** Settings that were measured to work on it: the page's defaults. */
  readonly training: {
    readonly hidden: readonly number[];
    readonly activation: 'relu' | 'tanh';
    readonly learningRate: number;
    readonly batchSize: number;
    /** After so many steps the picture has settled. */
    readonly steps: number;
  };
  /** How many classes the values ask for, without sampling. */
  classCount(values: DataValues): number;
  sample(values: DataValues, random: Random, load: Load): Promise<Samples>;
}

/** The values a data set starts with. */
export const defaultValues = (dataset: Dataset): DataValues =>
  Object.fromEntries(Object.entries(dataset.params).map(([name, param]) => [name, param.value]));
