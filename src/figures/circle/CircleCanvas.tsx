import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Canvas } from '../../draw/Canvas';
import { DEGREE, turn } from '../../math/angle';
import {
  boxOf,
  type Pointed,
  pass,
  pickByKey,
  press,
  REACH,
  type SampleCanvasProps,
  STEPS,
  sliderOver,
} from '../SampleCanvas';
import type { CirclePlacing } from './placing';

interface CircleCanvasProps extends SampleCanvasProps {
  readonly placing: CirclePlacing;
  /** The run stands still: centres and samples can be taken and turned. */
  readonly still: boolean;
  /** The class that is lit up. */
  readonly lit: () => number | null;
  /** Something is turned around the circle, counter-clockwise, radians. */
  readonly onMove: (held: Pointed, by: number) => void;
  /** Puts back what was moved. Whether something was. */
  readonly onPutBack: () => boolean;
}

/** A pointer that moves less than this, in CSS pixels, points; else it drags. */
const STILL = 4;

/** With shift an arrow key turns what is picked, or the centre of the class that is lit up, by so many degrees. */
const TURNS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** What a pointer has hold of: where it came down, and its direction from the middle now, radians. */
interface Grip {
  readonly pointer: number;
  readonly held: Pointed;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly drags: boolean;
}

/** What a pointer that comes down there takes. A finger takes labels and the picked sample: elsewhere it moves the page. */
function takenAt(
  { placing, picked }: CircleCanvasProps,
  event: PointerEvent<HTMLCanvasElement>,
): Pointed | null {
  const [box, touch] = [boxOf(event), event.pointerType === 'touch'];
  const cls = touch ? placing.labelAt(...box) : placing.classAt(...box);
  if (cls !== null) return { cls, sample: null };
  if (picked !== null && placing.isNear(picked, ...box, REACH)) return { cls, sample: picked };
  const sample = touch ? null : placing.sampleAt(...box, REACH);
  return sample === null ? null : { cls, sample };
}

/** Direction of a pointer from the middle, radians, counter-clockwise. */
function directionOf(event: PointerEvent<HTMLCanvasElement>): number {
  const [x, y, width, height] = boxOf(event);
  return Math.atan2(height / 2 - y, x - width / 2);
}

/** A circle on which samples are picked, and centres and samples are turned by hand while the run stands still. */
export function CircleCanvas(props: CircleCanvasProps) {
  const { paint, watch, picked, still, lit, onPick, onKeep, onMove, onPutBack } = props;
  const wrapper = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip | null>(null);
  const [hand, setHand] = useState<'over' | 'holds'>();

  // A browser asks only this event whether a finger scrolls, after it has told where the finger is; React listens without a say.
  useEffect(() => {
    const element = wrapper.current;
    const touch = (event: TouchEvent): void => {
      if (grip.current && event.touches.length === 1) event.preventDefault();
    };
    element?.addEventListener('touchstart', touch, { passive: false });
    return () => element?.removeEventListener('touchstart', touch);
  }, []);

  const take = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (grip.current) return;
    const held = still && event.button === 0 ? takenAt(props, event) : null;
    if (!held) {
      press(props, event);
      return;
    }
    if (held.sample !== null && held.sample !== picked) onPick(held.sample);
    event.currentTarget.setPointerCapture(event.pointerId);
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    grip.current = { pointer, held, x, y, angle: directionOf(event), drags: false };
    setHand('holds');
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const held = grip.current;
    if (!held) {
      pass(props, event);
      setHand(event.type !== 'pointerleave' && still && takenAt(props, event) ? 'over' : undefined);
    }
    if (held?.pointer !== event.pointerId) return;
    if (!held.drags && Math.hypot(event.clientX - held.x, event.clientY - held.y) < STILL) return;
    const angle = directionOf(event);
    grip.current = { ...held, angle, drags: true };
    onMove(held.held, turn(held.angle, angle));
  };
  const release = (event: PointerEvent<HTMLCanvasElement>): void => {
    const held = grip.current;
    if (held?.pointer !== event.pointerId) return;
    grip.current = null;
    setHand('over');
    if (event.type === 'pointerup' && !held.drags && held.held.cls !== null) onKeep(held.held.cls);
  };

  const type = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    if (event.key === 'Escape' && onPutBack()) {
      event.stopPropagation();
      return;
    }
    const cls = picked === null ? lit() : null;
    const degrees = event.shiftKey && still && (picked ?? cls) !== null ? TURNS[event.key] : undefined;
    if (degrees === undefined) pickByKey(event, STEPS, props);
    else {
      event.preventDefault();
      onMove({ cls, sample: picked }, degrees * DEGREE);
    }
  };

  return (
    <div ref={wrapper} className="circle-box">
      <Canvas
        {...sliderOver(props)}
        data-hand={still ? hand : undefined}
        paint={paint}
        watch={watch}
        onPointerDown={take}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={move}
        onKeyDown={type}
      />
    </div>
  );
}
