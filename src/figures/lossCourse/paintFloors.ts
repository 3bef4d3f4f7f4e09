import { haloed } from '../../draw/crosshair';
import { stroke } from '../../draw/curve';
import { threeDigits } from '../../draw/format';
import { type Frame, setFont } from '../../draw/frame';
import { spread } from '../../draw/spread';
import type { Theme } from '../../draw/theme';
import { lossOnAxis } from './place';
import type { CourseScene } from './scene';
import type { CourseWords } from './words';

/** A dash and the room after it. */
const [DASH, ROOM] = [6, 4];

/** Floors that are the same to the eye: the dashes of one line take turns. */
interface Level {
  readonly y: number;
  readonly text: string;
  readonly colours: string[];
}

function levelsOf(frame: Frame, { lanes }: CourseScene, words: CourseWords, theme: Theme): Level[] {
  const levels: Level[] = [];
  for (const { floor, colour } of lanes) {
    if (floor.type !== 'floor') continue;
    const y = frame.y(lossOnAxis(floor.loss));
    // One far below whatever the loss has been is only said.
    if (y > frame.bottom + 1) continue;
    const ink = theme.lanes[colour] ?? theme.ink;
    const same = levels.find((level) => Math.abs(level.y - y) < 1);
    if (same) same.colours.push(ink);
    else levels.push({ y, text: words.floor(threeDigits(floor.loss)), colours: [ink] });
  }
  return levels;
}

/** The floors of the lanes, as dashed lines with their values. */
export function paintFloors(
  context: CanvasRenderingContext2D,
  frame: Frame,
  scene: CourseScene,
  words: CourseWords,
  theme: Theme,
  size: number,
): void {
  const levels = levelsOf(frame, scene, words, theme);
  for (const { y, colours } of levels) {
    colours.forEach((colour, i) => {
      context.beginPath();
      context.moveTo(frame.left + i * (DASH + ROOM), y);
      context.lineTo(frame.right, y);
      const dash = [DASH, colours.length * (DASH + ROOM) - DASH];
      stroke(context, { colour, width: 1.4, dash });
    });
  }
  const wanted = levels.map(({ y }) => y - 0.7 * size);
  const places = spread(wanted, size, frame.top + size, frame.bottom - 0.5 * size);
  setFont(context, theme, 0.85 * size, 600);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  levels.forEach(({ y, text, colours: [first, second] }, i) => {
    context.fillStyle = (second === undefined && first) || theme.muted;
    haloed(context, text, frame.left + 5, places[i] ?? y, theme);
  });
}
