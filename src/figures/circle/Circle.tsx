import { type KeyboardEvent, type PointerEvent, useCallback, useMemo } from 'react';
import { Canvas } from '../../draw/Canvas';
import { direction } from '../../math/angle';
import { paintCircle } from './paint';
import { place } from './place';
import { type CircleInput, sampleAt } from './scene';

interface CircleProps {
  /** What to show; read whenever the circle is painted, outside React. Has to keep its identity. */
  readonly input: () => CircleInput;
  readonly watch: (repaint: () => void) => () => void;
  readonly onPick: (sample: number | null) => void;
  /** Its name for a screen reader, and what it shows now in words. */
  readonly label: string;
  readonly describe: () => string;
  readonly picked: number | null;
}

/** How near a pointer has to come to a sample, in CSS pixels. */
const REACH = 18;

/** The drawn samples in their order around the circle: the arrow keys walk along it. */
function around({ features, count }: CircleInput): number[] {
  if (!features) return [];
  const angle = (i: number): number => direction(Math.atan2(features[2 * i + 1] ?? 0, features[2 * i] ?? 0));
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => angle(a) - angle(b));
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 25,
  PageDown: -25,
};

/** The hypersphere S¹: samples, centres, regions, decision boundaries, satisfied arcs and margin bands. */
export function Circle({ input, watch, onPick, label, describe, picked }: CircleProps) {
  const paint = useMemo(() => paintCircle(input), [input]);

  const pickAt = useCallback(
    (event: PointerEvent<HTMLCanvasElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const { x, y, radius } = place(box.width, box.height);
      const [px, py] = [event.clientX - box.left - x, y - (event.clientY - box.top)];
      onPick(sampleAt(input(), px / radius, py / radius, REACH / radius));
    },
    [input, onPick],
  );

  const pickNext = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    if (event.key === 'Escape' && picked !== null) {
      event.stopPropagation();
      onPick(null);
      return;
    }
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const order = around(input());
    if (order.length === 0) return;
    const at = picked === null ? (by > 0 ? -1 : 0) : order.indexOf(picked);
    onPick(order[(at + by + order.length) % order.length] ?? null);
  };

  const { count } = input();
  return (
    <Canvas
      className="circle"
      paint={paint}
      watch={watch}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, count)}
      aria-valuenow={picked === null ? 0 : picked + 1}
      aria-valuetext={describe()}
      onPointerDown={pickAt}
      onKeyDown={pickNext}
    />
  );
}
