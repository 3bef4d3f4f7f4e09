import type { HTMLAttributes, KeyboardEvent, PointerEvent } from 'react';
import type { Paint, Repaint } from '../draw/Canvas';
import { turn } from '../math/angle';
import { type Move, turnedBy } from '../math/move';

// What pictures of samples have in common: where things stand in them, and what pointers and keys do there.

/** A place in a picture, CSS pixels from its left upper corner. */
export type Spot = readonly [x: number, y: number];

/** Where a sample stands in a picture, and which one stands where; as drawn now. */
export interface Placing {
  /** The sample nearest to a place within `reach`, all in CSS pixels of a box of this size; or null. */
  readonly sampleAt: (x: number, y: number, width: number, height: number, reach: number) => number | null;
  /** The class whose centre, or its label, stands at a place; or null. */
  readonly classAt: (x: number, y: number, width: number, height: number) => number | null;
  /** As `classAt`, of its label alone. */
  readonly labelAt: Placing['classAt'];
  /** Whether a sample stands within `reach` of a place. */
  readonly isNear: (
    sample: number,
    x: number,
    y: number,
    width: number,
    height: number,
    reach: number,
  ) => boolean;
  /** How what is held moves with a pointer that goes from one place to another. */
  readonly drag: (held: Pointed, from: Spot, to: Spot, width: number, height: number) => Move;
  /** … and with a key that goes so many steps to the right and upwards. */
  readonly nudge: (held: Pointed, right: number, up: number) => Move;
  /** The samples in the order in which the keys walk along them. */
  readonly order: () => readonly number[];
}

export interface SampleCanvasProps {
  readonly paint: Paint;
  readonly placing: Placing;
  readonly watch: (repaint: Repaint) => () => void;
  readonly picked: number | null;
  readonly onPick: (sample: number | null) => void;
  /** The pointer is at a class, at a sample, or at neither. */
  readonly onPoint: (at: Pointed) => void;
  /** A class was pressed on. */
  readonly onKeep: (cls: number) => void;
  /** Its name for a screen reader, and what it shows now in words. */
  readonly label: string;
  readonly description: string;
  readonly count: number;
  /** The run stands still: centres and samples can be taken and moved. */
  readonly still: boolean;
  /** The class that is lit up. */
  readonly lit: () => number | null;
  readonly onMove: (held: Pointed, move: Move) => void;
  /** Puts back what was moved. Whether something was. */
  readonly onPutBack: () => boolean;
}

/** What a pointer is at: no more than one of them. */
export interface Pointed {
  readonly cls: number | null;
  readonly sample: number | null;
}
const NOTHING: Pointed = { cls: null, sample: null };

/** How near a pointer has to come to a sample, in CSS pixels: to pick it, and to light it up by passing. */
export const REACH = 18;
const PASSING = 9;

export const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 25,
  PageDown: -25,
};

/** Where a pointer is in a picture, and the picture's size, CSS pixels. */
export function boxOf(event: PointerEvent<HTMLCanvasElement>) {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top, width, height] as const;
}

/** What is at a pointer; a class stands over samples. */
function under(placing: Placing, event: PointerEvent<HTMLCanvasElement>, reach: number): Pointed {
  const box = boxOf(event);
  const cls = placing.classAt(...box);
  return cls === null ? { cls, sample: placing.sampleAt(...box, reach) } : { cls, sample: null };
}

/** A turn around the middle of a box, as of a pointer that goes from one place in it to another. */
export function turnBetween(from: Spot, to: Spot, width: number, height: number): Move {
  const directionOf = ([x, y]: Spot): number => Math.atan2(height / 2 - y, x - width / 2);
  return turnedBy(turn(directionOf(from), directionOf(to)));
}

/** The picked sample, where a pointer is near it. */
export function pickedAt(
  { placing, picked }: Pick<SampleCanvasProps, 'placing' | 'picked'>,
  event: PointerEvent<HTMLCanvasElement>,
): Pointed | null {
  if (picked === null || !placing.isNear(picked, ...boxOf(event), REACH)) return null;
  return { cls: null, sample: picked };
}

type Hands = Pick<SampleCanvasProps, 'placing' | 'onPick' | 'onPoint' | 'onKeep'>;

/** A press picks the sample there, or none; on a class it lets that stay lit. */
export function press({ placing, onPick, onKeep }: Hands, event: PointerEvent<HTMLCanvasElement>): void {
  const { cls, sample } = under(placing, event, REACH);
  if (cls === null) onPick(sample);
  else onKeep(cls);
}

/** A mouse lights up what it passes; a finger has no place while it does not touch. */
export function pass({ placing, onPoint }: Hands, event: PointerEvent<HTMLCanvasElement>): void {
  if (event.pointerType === 'touch') return;
  onPoint(event.type === 'pointerleave' ? NOTHING : under(placing, event, PASSING));
}

/** Picks the sample so many further on; Escape picks none. Whether the key was one of these. */
export function pickByKey(
  event: KeyboardEvent<HTMLCanvasElement>,
  steps: Readonly<Record<string, number>>,
  { placing, picked, onPick }: Pick<SampleCanvasProps, 'placing' | 'picked' | 'onPick'>,
): boolean {
  if (event.key === 'Escape' && picked !== null) {
    event.stopPropagation();
    onPick(null);
    return true;
  }
  const by = steps[event.key];
  if (by === undefined) return false;
  event.preventDefault();
  const order = placing.order();
  if (order.length === 0) return true;
  const at = picked === null ? (by > 0 ? -1 : 0) : order.indexOf(picked);
  onPick(order[(at + by + order.length) % order.length] ?? null);
  return true;
}

/** To a screen reader a picture of samples is a slider over them. */
export const sliderOver = ({
  label,
  description,
  count,
  picked,
}: Pick<SampleCanvasProps, 'label' | 'description' | 'count' | 'picked'>) =>
  ({
    className: 'circle',
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': Math.max(1, count),
    'aria-valuenow': picked === null ? 0 : picked + 1,
    'aria-valuetext': description,
  }) as const satisfies HTMLAttributes<HTMLCanvasElement>;
