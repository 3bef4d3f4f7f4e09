import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { Canvas } from '../../draw/Canvas';
import { DEGREE } from '../../math/angle';
import { FRONT, turned, type Viewpoint } from '../../math/viewpoint';
import { ARROWS } from '../arrows';
import { STILL, useHand } from '../hand';
import { boxOf, pass, pickByKey, pickedAt, press, type SampleCanvasProps, sliderOver } from '../samples';
import { place } from './place';

interface GlobeCanvasProps extends SampleCanvasProps {
  readonly viewpoint: () => Viewpoint;
  readonly onTurn: (viewpoint: Viewpoint) => void;
  /** Turns the globe, if need be, so that a sample that keys have picked is in front. */
  readonly onReveal: (sample: number | null) => void;
}

const STEPS: Readonly<Record<string, number>> = { n: 1, N: 1, p: -1, P: -1, PageUp: 25, PageDown: -25 };
const TURN_BY_KEY = 5 * DEGREE;

/** What has hold of a globe: where it took hold, and from where the globe was seen then. */
interface Grip {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly viewpoint: Viewpoint;
  readonly drags: boolean;
}

/**
 * A globe that is turned by drag, touch and arrow keys; a click, N and P pick samples. While the run stands still, a pin and
 * the picked sample are moved instead.
 */
export function GlobeCanvas(props: GlobeCanvasProps) {
  const { paint, watch, placing, onPick, viewpoint, onTurn, onReveal } = props;
  // A sample has to be picked first: the ball is full of them, and it is turned by it.
  const hand = useHand(props, (event) => {
    const cls = placing.labelAt(...boxOf(event));
    return cls === null ? pickedAt(props, event) : { cls, sample: null };
  });
  const grip = useRef<Grip | null>(null);

  const take = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (grip.current || hand.take(event) || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    grip.current = { pointer, x, y, viewpoint: viewpoint(), drags: false };
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>): void => {
    const held = grip.current;
    if (!held && !hand.follow(event)) pass(props, event);
    if (held?.pointer !== event.pointerId) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.drags && Math.hypot(dx, dy) < STILL) return;
    grip.current = { ...held, drags: true };
    const { width, height } = event.currentTarget.getBoundingClientRect();
    const { radius } = place(width, height);
    onTurn(turned(held.viewpoint, dx / radius, -dy / radius));
  };
  const release = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (hand.release(event)) return;
    const held = grip.current;
    if (held?.pointer !== event.pointerId) return;
    grip.current = null;
    const taken = event.type === 'pointercancel'; // by the browser, which scrolls the page with it
    if (taken) onTurn(held.viewpoint);
    else if (!held.drags) press(props, event);
  };

  const type = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || hand.press(event)) return;
    const pick = (sample: number | null): void => {
      onPick(sample);
      onReveal(sample);
    };
    if (pickByKey(event, STEPS, { ...props, onPick: pick })) return;
    const [right, up] = ARROWS[event.key] ?? [0, 0];
    if (event.key !== 'Home' && right === 0 && up === 0) return;
    event.preventDefault();
    onTurn(event.key === 'Home' ? FRONT : turned(viewpoint(), TURN_BY_KEY * right, TURN_BY_KEY * up));
  };

  return (
    <div ref={hand.box} className="circle-box">
      <Canvas
        {...sliderOver(props)}
        className="circle globe"
        data-hand={hand.sign}
        paint={paint}
        watch={watch}
        onPointerDown={take}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={(event) => hand.follow(event) || pass(props, event)}
        onKeyDown={type}
      />
    </div>
  );
}
