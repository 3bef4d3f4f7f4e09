import { stroke } from '../../draw/curve';
import { type Frame, setFont } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import { fillWithSubscripts } from '../../draw/subscripts';
import type { Theme } from '../../draw/theme';
import { onAxis } from './place';
import type { CourseScene } from './scene';
import type { CourseWords } from './words';

/** Texts stand in so many lines; one that has no room in any is only said. */
const LINES = 3;

/** Where margins were changed: a line through both pictures, and what was changed beside its top. */
export function paintChanges(
  context: CanvasRenderingContext2D,
  { loss, accuracy }: { readonly loss: Frame; readonly accuracy: Frame },
  scene: CourseScene,
  words: CourseWords,
  theme: Theme,
  size: number,
): void {
  const small = 0.9 * size;
  const setSize = (letters: number): void => setFont(context, theme, letters, 600);
  const ends = Array.from({ length: LINES }, () => Number.POSITIVE_INFINITY);
  const all = scene.lanes.flatMap(({ colour, marks }) => marks.map((mark) => ({ ...mark, colour })));
  // From the newest back, so that the newest have their texts.
  for (const { step, moved, colour } of all.toSorted((a, b) => b.step - a.step)) {
    const ink = theme.lanes[colour] ?? theme.ink;
    const x = loss.x(onAxis(scene, step));
    context.beginPath();
    context.moveTo(x, loss.top);
    context.lineTo(x, accuracy.bottom);
    stroke(context, { colour: ink, width: 1.2, dash: [1.5, 3] });
    const text = moved.join(', ') || words.otherLoss;
    setSize(small);
    const wide = context.measureText(text).width + 16;
    const from = Math.min(x - 5, loss.right - wide);
    const line = ends.findIndex((end) => from + wide < end && from >= loss.left - 5);
    // The first line is the crosshair's.
    const y = loss.top + (Math.max(0, line) + 1.5) * 1.35 * size;
    paintMark(context, colour, [x, y], 8, { fill: ink, edge: theme.surface });
    if (line < 0) continue;
    ends[line] = from;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillStyle = ink;
    // Beside its line to the right, or before it where the picture ends.
    const before = x + wide > loss.right;
    fillWithSubscripts(context, text, before ? x - wide + 6 : x + 8, y, small, setSize);
  }
}
