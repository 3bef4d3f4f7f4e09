import { ticks } from 'd3';
import type { Size } from '../../draw/Canvas';
import { powerOfTen } from '../../draw/format';
import { type Axis, type Frame, frameIn, textSize } from '../../draw/frame';
import { labelsWidth } from '../../draw/labels';
import type { Theme } from '../../draw/theme';
import { type CourseScene, TINY } from './scene';
import type { CourseWords } from './words';

/** A step on its axis: with a log scale log₁₀(1 + step), which has a place for step 0. */
export const onAxis = ({ log }: CourseScene, step: number): number => (log ? Math.log10(1 + step) : step);
/** The step at a place of the axis. */
export const stepAt = ({ log }: CourseScene, value: number): number =>
  Math.max(0, Math.round(log ? 10 ** value - 1 : value));

/** A loss on its axis; one that is too small for an axis of powers at its end. */
export const lossOnAxis = (loss: number): number => Math.log10(Math.max(TINY, loss));

function stepAxis(scene: CourseScene, words: CourseWords): Axis {
  const powers = Array.from({ length: Math.floor(Math.log10(scene.to)) + 1 }, (_, k) => 10 ** k);
  const steps = scene.log ? [0, ...powers] : ticks(0, scene.to, 5).filter(Number.isInteger);
  return {
    from: 0,
    to: onAxis(scene, scene.to),
    ticks: steps.map((step) => onAxis(scene, step)),
    format: (value) => String(stepAt(scene, value)),
    label: words.step,
  };
}

/** By powers of ten; where there are few of them also 2 and 5 times each. */
function lossAxis({ low, high }: CourseScene, words: CourseWords): Axis {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const between = to - from > 2 ? [1] : [1, 2, 5];
  const decades = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  const at = decades.flatMap((decade) => between.map((times) => decade + Math.log10(times)));
  return {
    from,
    to,
    ticks: at.filter((value) => value <= to),
    format: (value) =>
      value < -2.5 ? powerOfTen(Math.round(value)) : String(Number((10 ** value).toPrecision(1))),
    label: words.loss,
  };
}

const accuracyAxis = (words: CourseWords): Axis => ({
  from: 0,
  to: 1,
  ticks: [0, 0.5, 1],
  format: (share) => `${100 * share} %`,
  label: words.accuracy,
});

/** So much of the height the loss has. */
const LOSS_PART = 0.66;

/** The loss above, the accuracy below it, over one axis of steps. `notes` lines are above both. */
export function courseFrames(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  theme: Theme,
  scene: CourseScene,
  notes: number,
  words: CourseWords,
): { readonly loss: Frame; readonly accuracy: Frame } {
  const text = textSize(width);
  const names = scene.lanes.map(({ name }) => name);
  const [left, right] = [4 * text, width - labelsWidth(context, theme, text, names) - 2];
  const [top, bottom] = [(1.8 + 1.3 * notes) * text, height - 3.2 * text];
  const middle = top + LOSS_PART * (bottom - top);
  const steps = stepAxis(scene, words);
  return {
    loss: frameIn({ left, right, top, bottom: middle }, steps, lossAxis(scene, words)),
    accuracy: frameIn({ left, right, top: middle + 2.2 * text, bottom }, steps, accuracyAxis(words)),
  };
}
