import {
  type CanvasHTMLAttributes,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useReducer,
  useRef,
} from 'react';
import type { Size } from '../draw/Canvas';
import { ARROWS } from './arrows';
import type { Grab, Shown, Values } from './figure';

/** Steps to the right and up for each key. */
const STEPS: typeof ARROWS = {
  ...ARROWS,
  PageUp: [0, 10],
  PageDown: [0, -10],
};
/** A finger that comes down so near to the handle takes it, CSS pixels; elsewhere it moves the page. */
const NEAR = 32;

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement): Size => ({
  width,
  height,
  ratio: window.devicePixelRatio || 1,
});

function isNear(canvas: HTMLElement, grab: Grab, clientX: number, clientY: number): boolean {
  const { left, top } = canvas.getBoundingClientRect();
  const [x, y] = grab.place(sizeOf(canvas));
  return Math.hypot(clientX - left - x, clientY - top - y) <= NEAR;
}

/** A handle that is dragged by mouse and finger, and moved by arrow keys. null for a figure without one. */
export function useGrabbing(
  wrapper: RefObject<HTMLElement | null>,
  show: (pointed: number | null) => Shown,
  onGrab: (lane: number, values: Values) => void,
  onRelease: () => void,
): CanvasHTMLAttributes<HTMLCanvasElement> | null {
  const held = useRef(false);
  // What is read aloud after a key is React's.
  const [, readAloud] = useReducer((times: number) => times + 1, 0);

  // A browser asks only this event whether a finger scrolls, and React listens to it without a say.
  useEffect(() => {
    const element = wrapper.current;
    const touch = (event: TouchEvent): void => {
      const { grab } = show(null);
      const [finger] = event.touches;
      const canvas = event.target;
      if (!grab || !finger || !(canvas instanceof HTMLCanvasElement) || event.touches.length > 1) return;
      if (isNear(canvas, grab, finger.clientX, finger.clientY)) event.preventDefault();
    };
    element?.addEventListener('touchstart', touch, { passive: false });
    return () => element?.removeEventListener('touchstart', touch);
  }, [wrapper, show]);

  const { grab } = show(null);
  if (!grab) return null;

  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const canvas = event.currentTarget;
    const now = show(null).grab;
    if (!held.current || !now) return;
    const { left, top } = canvas.getBoundingClientRect();
    onGrab(now.lane, now.at(event.clientX - left, event.clientY - top, sizeOf(canvas)));
  };
  const take = (event: PointerEvent<HTMLCanvasElement>): void => {
    const canvas = event.currentTarget;
    const now = show(null).grab;
    if (!now || event.button !== 0) return;
    if (event.pointerType !== 'mouse' && !isNear(canvas, now, event.clientX, event.clientY)) return;
    held.current = true;
    canvas.setPointerCapture(event.pointerId);
    move(event);
  };
  const release = (): void => {
    held.current = false;
    onRelease();
    readAloud();
  };
  const press = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    const [by, now] = [STEPS[event.key], show(null).grab];
    if (!by || !now) return;
    event.preventDefault();
    onGrab(now.lane, now.by(...by));
    readAloud();
  };
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-roledescription': grab.kind,
    'aria-valuemin': grab.from,
    'aria-valuemax': grab.to,
    'aria-valuenow': grab.now,
    'aria-valuetext': grab.say,
    onPointerDown: take,
    onPointerMove: move,
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: press,
    onKeyUp: release,
    onBlur: release,
  };
}
