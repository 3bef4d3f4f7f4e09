import type { Paint, Size } from '../draw/Canvas';
import type { Theme } from '../draw/theme';
import type { Language, Translated } from '../i18n/language';
import type { Margin } from '../margin/compile';
import type { Force } from '../margin/force';
import type { Param } from '../margin/loss';

/** A lane's training samples at one step. */
export interface LaneLook {
  readonly step: number;
  /** [classes, dim] as they are, not normalised. */
  readonly centres: Float32Array;
  /** [n, dim] embeddings, not normalised; the training samples come first, those held out last. */
  readonly features: Float32Array;
}

/** A lane as a figure sees it. All of it, but for `start` and `middle`, belongs to the step of the readings. */
export interface FigureLane {
  readonly name: string;
  /** Index of its colour and of its mark. */
  readonly colour: number;
  readonly margin: Margin;
  /** Its sliders, by name. */
  readonly params: Readonly<Record<string, Param>>;
  /** ψ as it acts at the step shown: the same object for as long as it acts alike. */
  readonly force: Force;
  /** ψ as it will act when its schedule has ended; null where it already does. */
  readonly toCome: Force | null;
  /** [classes, dim] where the centres are: known before there are any samples. */
  readonly centres: Float32Array;
  /** [classes] */
  readonly biases: Float32Array;
  /** The length of features that plain softmax is drawn for. */
  readonly radius: number;
  readonly now: LaneLook | null;
  /** The run's first look, and the one nearest to half of the steps so far. */
  readonly start: LaneLook | null;
  readonly middle: LaneLook | null;
  /** Neighbouring classes: angle between their centres, and the free angle measured between their samples. */
  readonly pairs: readonly {
    readonly classes: readonly [number, number];
    readonly delta: number;
    readonly gap: number;
  }[];
  /** Angle statistics after ArcFace v3, Table 3, radians; null before there are readings. */
  readonly table: {
    readonly wec: number;
    readonly wInter: number;
    readonly train: { readonly intra: number; readonly inter: number };
    readonly test: { readonly intra: number; readonly inter: number } | null;
  } | null;
  /** Share of the test samples that it tells rightly; null before there are readings. */
  readonly testAccuracy: number | null;
  /** Its readings over the run, thinned out, and where its margin was changed. */
  readonly course: {
    readonly points: readonly {
      readonly step: number;
      /** With the margin, nats. */
      readonly loss: number;
      readonly accuracy: number;
      readonly testAccuracy: number;
    }[];
    readonly changes: readonly { readonly step: number; readonly from: Margin; readonly to: Margin }[];
  };
}

/** All that figures are made of. The same object for as long as nothing of it has changed. */
export interface FigureInput {
  readonly lanes: readonly FigureLane[];
  readonly classes: readonly string[];
  /** [n] class of each sample. */
  readonly y: Uint8Array;
  /** How many of the samples are shown: the training split. */
  readonly count: number;
  /** Samples of classes that are never trained; null where there are none. */
  readonly heldOut: {
    /** Where a look's embeddings of them begin. */
    readonly from: number;
    /** [held out] class of each, among these. */
    readonly y: Uint8Array;
    readonly classes: readonly string[];
  } | null;
  /** The class that is lit up while the others fade; null for none. */
  readonly lit: number | null;
  /** Samples that are marked: the one that is picked, the one that is pointed at. */
  readonly marked: readonly number[];
}

/** What is chosen in a figure's menus, by the menu's name. */
export type Chosen = Readonly<Record<string, string>>;

/** What menus depend on: the names of the classes, and what the lanes are. */
export type Offering = Pick<FigureInput, 'classes' | 'lanes'>;

/** A menu of a figure. What it offers may depend on classes and lanes, and on the menus before it; the first is the default. */
export interface Menu {
  readonly id: string;
  readonly text: Translated;
  readonly offers: (
    offering: Offering,
    language: Language,
    before: Chosen,
  ) => readonly { readonly value: string; readonly label: string }[];
}

/** Values of the x axis that can be pointed at: in radians, unless `announce` says what they are. */
export interface Pointing {
  readonly from: number;
  readonly to: number;
  /** One press of an arrow key. */
  readonly step: number;
  /** Where it stands while nobody points; without it there is nothing then, and keys begin in the middle. */
  readonly rest?: number | null;
  /** The value at a place of a canvas of this size. */
  readonly at: (context: CanvasRenderingContext2D, x: number, size: Size, theme: Theme) => number;
  /** The value as a number for those who hear it; degrees of an angle without it. */
  readonly announce?: (value: number) => number;
  /** What stands at a value, in words. */
  readonly say: (value: number) => string;
}

/** What a handle sets of its lane, by name of the parameter. */
export type Values = Readonly<Record<string, number>>;

/** A handle in the picture that sets two parameters of a lane: the one along the x axis, and the one along the y axis. */
export interface Grab {
  /** Index of the lane. */
  readonly lane: number;
  /** Where the handle is in a canvas of this size, CSS pixels. */
  readonly place: (size: Size) => readonly [x: number, y: number];
  /** The values at a place, within their ranges. */
  readonly at: (x: number, y: number, size: Size) => Values;
  /** The values so many steps further to the right, and up. */
  readonly by: (right: number, up: number) => Values;
  /** The first of the two values, and its range, for those who hear it. */
  readonly now: number;
  readonly from: number;
  readonly to: number;
  /** What kind of control it is, and where it stands, in words. */
  readonly kind: string;
  readonly say: string;
}

/** A figure as it is now. */
export interface Shown {
  readonly paint: Paint;
  /** What it shows now, in sentences with their numbers: for whom a picture says nothing. */
  readonly say: () => readonly string[];
  /** null for a figure without a crosshair. */
  readonly pointing: Pointing | null;
  /** A figure with a handle has no crosshair. */
  readonly grab?: Grab | null;
}

/** A figure: one folder of the shelf `figures/`. Everything comes in by `show`; it fetches, trains and stores nothing. */
export interface Figure {
  readonly id: string;
  readonly text: Translated<{ readonly title: string; readonly about: string }>;
  readonly menus: readonly Menu[];
  /** CSS pixels that it needs at a width. */
  readonly height: (width: number, lanes: number) => number;
  /** Measures what `show` needs of a lane, and keeps it: for what takes more than a few milliseconds. */
  readonly prepare?: (input: FigureInput, chosen: Chosen, lane: number) => void;
  /**
   * `pointed`: the value of the x axis at which the crosshair stands, or null for none. The page asks whenever it changes, to
   * know where can be pointed at: what takes long is made when it is first painted or said (`once`).
   */
  readonly show: (input: FigureInput, chosen: Chosen, language: Language, pointed: number | null) => Shown;
}

/** What counts of each menu: what was chosen, if it is offered, else the first. */
export function chosenNow({ menus }: Figure, chosen: Chosen, offering: Offering, language: Language): Chosen {
  const counts: Record<string, string> = {};
  for (const { id, offers } of menus) {
    const values = offers(offering, language, counts).map(({ value }) => value);
    const wanted = chosen[id] ?? '';
    counts[id] = values.includes(wanted) ? wanted : (values[0] ?? '');
  }
  return counts;
}
