import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { ARROWS } from './arrows';
import { boxOf, type Pointed, type SampleCanvasProps, type Spot } from './samples';

type Event = PointerEvent<HTMLCanvasElement>;

/** A pointer that moves less than this, in CSS pixels, points; else it drags. */
export const STILL = 4;

/** What a pointer has hold of: where it came down, and where it is, both in the picture. */
interface Grip {
  readonly pointer: number;
  readonly held: Pointed;
  readonly began: Spot;
  readonly at: Spot;
  readonly drags: boolean;
}

interface Hand {
  /** To be put around the canvas. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** What the pointer looks like: there is something to take, or it is held. */
  readonly sign: 'over' | 'holds' | undefined;
  /** Takes what is at a pointer. Whether there was something. */
  take(event: Event): boolean;
  /** Moves what is held, or shows that something could be taken. Whether something is held. */
  follow(event: Event): boolean;
  /** Whether it had hold of something. */
  release(event: Event): boolean;
  /** Whether the key moved something or put it back. */
  press(event: KeyboardEvent<HTMLCanvasElement>): boolean;
}

/** A hand that takes what `takenAt` says, while the run stands still, and moves it. */
export function useHand(props: SampleCanvasProps, takenAt: (event: Event) => Pointed | null): Hand {
  const { placing, picked, still, lit, onPick, onKeep, onMove, onPutBack } = props;
  const box = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip | null>(null);
  const [sign, setSign] = useState<'over' | 'holds'>();

  // A browser asks only this event whether a finger scrolls, after it has told where the finger is; React listens without a say.
  useEffect(() => {
    const element = box.current;
    const touch = (event: TouchEvent): void => {
      if (grip.current && event.touches.length === 1) event.preventDefault();
    };
    element?.addEventListener('touchstart', touch, { passive: false });
    return () => element?.removeEventListener('touchstart', touch);
  }, []);

  return {
    box,
    sign: still ? sign : undefined,
    take(event) {
      if (grip.current) return true;
      const held = still && event.button === 0 ? takenAt(event) : null;
      if (!held) return false;
      if (held.sample !== null && held.sample !== picked) onPick(held.sample);
      event.currentTarget.setPointerCapture(event.pointerId);
      const [x, y] = boxOf(event);
      grip.current = { pointer: event.pointerId, held, began: [x, y], at: [x, y], drags: false };
      setSign('holds');
      return true;
    },
    follow(event) {
      const held = grip.current;
      if (!held) setSign(event.type !== 'pointerleave' && still && takenAt(event) ? 'over' : undefined);
      if (held?.pointer !== event.pointerId) return held !== null;
      const [x, y, width, height] = boxOf(event);
      if (!held.drags && Math.hypot(x - held.began[0], y - held.began[1]) < STILL) return true;
      grip.current = { ...held, at: [x, y], drags: true };
      onMove(held.held, placing.drag(held.held, held.at, [x, y], width, height));
      return true;
    },
    release(event) {
      const held = grip.current;
      if (held?.pointer !== event.pointerId) return false;
      grip.current = null;
      setSign('over');
      if (event.type === 'pointerup' && !held.drags && held.held.cls !== null) onKeep(held.held.cls);
      return true;
    },
    press(event) {
      if (event.key === 'Escape' && onPutBack()) {
        event.stopPropagation();
        return true;
      }
      // With shift an arrow key moves what is picked, or the centre of the class that is lit up.
      const cls = picked === null ? lit() : null;
      const by = event.shiftKey && still && (picked ?? cls) !== null ? ARROWS[event.key] : undefined;
      if (!by) return false;
      event.preventDefault();
      const held = { cls, sample: picked };
      onMove(held, placing.nudge(held, ...by));
      return true;
    },
  };
}
