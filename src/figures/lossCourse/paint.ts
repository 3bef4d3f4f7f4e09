import type { Paint } from '../../draw/Canvas';
import { paintCrosshair } from '../../draw/crosshair';
import { inside, paintCurve, stroke } from '../../draw/curve';
import {
  type Frame,
  paintAxisLabels,
  paintGrid,
  paintXNumbers,
  paintYNumbers,
  setFont,
  textSize,
} from '../../draw/frame';
import { paintEndLabels } from '../../draw/labels';
import type { Theme } from '../../draw/theme';
import { paintChanges } from './paintChanges';
import { paintFloors } from './paintFloors';
import { courseFrames, lossOnAxis, onAxis, stepAt } from './place';
import { sayLaneAt, sayLossAt, sayMissingFloors } from './say';
import { type CourseLane, type CourseScene, pointAt } from './scene';
import type { CourseWords } from './words';

type Context = CanvasRenderingContext2D;

function paintLane(
  context: Context,
  { loss, accuracy }: { readonly loss: Frame; readonly accuracy: Frame },
  scene: CourseScene,
  { points, colour: index }: CourseLane,
  theme: Theme,
  width: number,
): void {
  const colour = theme.lanes[index] ?? theme.ink;
  const line = (value: (point: CourseLane['points'][number]) => number) =>
    points.map((point) => [onAxis(scene, point.step), value(point)] as const);
  inside(context, loss, () => {
    paintCurve(context, loss, [line((point) => lossOnAxis(point.loss))], { colour, width });
  });
  inside(context, accuracy, () => {
    const test = line(({ testAccuracy }) => testAccuracy);
    paintCurve(context, accuracy, [test], { colour, width: 1, alpha: 0.55 });
    paintCurve(context, accuracy, [line((point) => point.accuracy)], { colour, width: 0.8 * width });
  });
}

/** Above everything, from the left edge: why a lane has no floor. */
function paintNotes(context: Context, notes: readonly string[], theme: Theme, size: number): void {
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  notes.forEach((note, i) => {
    context.fillText(note, 0, (0.7 + 1.3 * i) * size);
  });
}

/** Below this width, CSS pixels, the crosshair has no room for accuracies. */
const NARROW = 480;

export const paintCourse =
  (scene: CourseScene, words: CourseWords, pointed: number | null): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    const notes = sayMissingFloors(scene, words);
    const frames = courseFrames(context, size, theme, scene, notes.length, words);
    const { loss, accuracy } = frames;
    paintNotes(context, notes, theme, text);
    for (const frame of [loss, accuracy]) {
      paintGrid(context, frame, theme);
      paintYNumbers(context, frame, theme, text);
    }
    paintXNumbers(context, accuracy, theme, text, accuracy.bottom + text);
    // The label of the axis that both share stands below the lower one only.
    paintAxisLabels(context, { ...loss, xAxis: { ...loss.xAxis, label: '' } }, theme, text, 0);
    paintAxisLabels(context, accuracy, theme, text, size.height - 0.7 * text);
    for (const lane of scene.lanes) paintLane(context, frames, scene, lane, theme, text / 6);
    inside(context, loss, () => paintFloors(context, loss, scene, words, theme, text));
    paintChanges(context, frames, scene, words, theme, text);
    const lossAt = (lane: CourseLane, step: number): number | null => {
      const point = pointAt(lane, step);
      return point && lossOnAxis(point.loss);
    };
    const labels = scene.lanes.map((lane) => {
      const [last, colour] = [lossAt(lane, scene.to), theme.lanes[lane.colour] ?? theme.ink];
      return { text: lane.name, colour, mark: lane.colour, y: last === null ? null : loss.y(last) };
    });
    paintEndLabels(context, loss, labels, theme, text);
    // Below only the marks: the names stand above them.
    const marks = scene.lanes.flatMap((lane, i) => {
      const [last, label] = [pointAt(lane, scene.to), labels[i]];
      return last && label ? [{ ...label, text: '', y: accuracy.y(last.accuracy) }] : [];
    });
    paintEndLabels(context, accuracy, marks, theme, text);
    // Without a crosshair of its own it stands where one looks back.
    const at = pointed ?? (scene.back === null ? null : onAxis(scene, scene.back));
    if (at === null) return;
    const step = stepAt(scene, at);
    const narrow = size.width < NARROW;
    const readings = scene.lanes.map((lane) => ({
      text: narrow ? `${lane.name} ${sayLossAt(lane, step)}` : sayLaneAt(lane, step, words),
      colour: theme.lanes[lane.colour] ?? theme.ink,
      mark: lane.colour,
      value: lossAt(lane, step),
    }));
    paintCrosshair(context, loss, at, words.at(step), readings, theme, text);
    context.beginPath();
    context.moveTo(accuracy.x(at), accuracy.top);
    context.lineTo(accuracy.x(at), accuracy.bottom);
    stroke(context, { colour: theme.ink, width: 1, dash: [2, 2] });
  };
