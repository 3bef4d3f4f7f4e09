import {
  type CanvasHTMLAttributes,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { theme } from '../draw/theme';
import { toDegrees } from '../math/angle';
import type { Shown } from './figure';

/** Steps of the crosshair for each key. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface PointingState {
  /** The value at which the crosshair stands, for what paints; null for none. */
  readonly pointed: RefObject<number | null>;
  /** What makes the canvas a picture, or a slider over the values of its x axis. */
  readonly attributes: CanvasHTMLAttributes<HTMLCanvasElement>;
}

/** A crosshair that follows mouse, finger and arrow keys. A mouse that leaves takes it along. */
export function usePointing(show: (pointed: number | null) => Shown): PointingState {
  const [value, setValue] = useState<number | null>(null);
  const pointed = useRef(value);
  pointed.current = value;
  const { pointing } = show(value);
  if (!pointing) return { pointed, attributes: { role: 'img' } };
  const { from, to, step, say, announce = toDegrees } = pointing;
  const rest = pointing.rest ?? (from + to) / 2;
  const within = (wanted: number): number => Math.max(from, Math.min(to, wanted));

  const follow = (event: PointerEvent<HTMLCanvasElement>): void => {
    const canvas = event.currentTarget;
    const context = canvas.getContext('2d');
    if (!context || (event.pointerType === 'mouse' ? false : event.buttons === 0)) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    const x = event.clientX - canvas.getBoundingClientRect().left;
    const size = { width, height, ratio: window.devicePixelRatio || 1 };
    setValue(show(null).pointing?.at(context, x, size, theme()) ?? null);
  };
  const press = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    if (event.key === 'Escape' && value !== null) {
      event.stopPropagation();
      setValue(null);
      return;
    }
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    // From whole steps to whole steps; the first press only begins.
    const at = value === null ? rest : value + by * step;
    setValue(within(Number.isFinite(at) ? Math.round(at / step) * step : at));
  };
  const standing = within(value ?? rest);
  return {
    pointed,
    attributes: {
      role: 'slider',
      tabIndex: 0,
      'aria-valuemin': Math.round(announce(from)),
      'aria-valuemax': Math.round(announce(to)),
      'aria-valuenow': Math.round(10 * announce(standing)) / 10,
      'aria-valuetext': say(standing),
      onPointerDown: follow,
      onPointerMove: follow,
      onPointerLeave: (event) => event.pointerType === 'mouse' && setValue(null),
      onKeyDown: press,
    },
  };
}
