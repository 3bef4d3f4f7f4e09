import type { Paint } from '../../draw/Canvas';
import { createDots } from '../../draw/dots';
import { litLast, strengthOf } from '../../draw/fade';
import type { Theme } from '../../draw/theme';
import { paintAreas } from './paintAreas';
import { paintMarkOf, paintPicked } from './paintPicked';
import { paintSamples } from './paintSamples';
import { type Place, pinHead, place } from './place';
import { type ClassPicture, type GlobeInput, type GlobePicture, PATIENCE, pictureOf } from './scene';

type Context = CanvasRenderingContext2D;

/** How strong a pin on the far side is. */
const FAINT = 0.35;

/** The ball itself: a little darker towards the horizon, so that it is seen to be round. */
function paintBall(context: Context, radius: number, theme: Theme): void {
  const shade = context.createRadialGradient(-0.3 * radius, -0.35 * radius, 0.3 * radius, 0, 0, radius);
  shade.addColorStop(0, `${theme.line}00`);
  shade.addColorStop(1, `${theme.line}88`);
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = shade;
  context.fill();
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.stroke();
}

function paintBorders(context: Context, radius: number, { borders }: GlobePicture, theme: Theme): void {
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (const line of borders) {
    line.forEach(([x, y], k) => {
      if (k === 0) context.moveTo(x * radius, -y * radius);
      else context.lineTo(x * radius, -y * radius);
    });
  }
  context.stroke();
  context.setLineDash([]);
}

/** A centre: a pin on the globe, its class on the head. Broken where the class wins nowhere or cannot meet its margin. */
function paintCentre(
  context: Context,
  at: Place,
  { cls, centre, broken }: ClassPicture,
  name: string,
  theme: Theme,
): void {
  const { radius } = at;
  const [x, y] = centre;
  const { left, top, head, letter: size } = pinHead(at, centre, theme);
  const colour = theme.classes[cls] ?? theme.ink;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1.6, radius / 60);
  context.setLineDash(broken ? [3, 3] : []);
  context.beginPath();
  context.moveTo(radius * x, -radius * y);
  context.lineTo(left, top);
  context.stroke();
  context.beginPath();
  context.arc(left, top, head, 0, 2 * Math.PI);
  context.fillStyle = theme.surface;
  context.fill();
  context.stroke();
  context.setLineDash([]);
  context.font = `700 ${size}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(name, left, top + size / 16);
}

/** The centres of one side, those nearest to the viewer last. */
function paintCentres(
  context: Context,
  at: Place,
  { classes }: GlobePicture,
  { classes: names, lit }: GlobeInput,
  theme: Theme,
  front: boolean,
): void {
  const side = classes.filter(({ centre }) => centre[2] >= 0 === front);
  const sorted = side.sort((a, b) => a.centre[2] - b.centre[2]);
  for (const picture of litLast(sorted, lit)) {
    context.globalAlpha = (front ? 1 : FAINT) * strengthOf(picture.cls, lit);
    paintCentre(context, at, picture, names[picture.cls] ?? String(picture.cls), theme);
  }
  context.globalAlpha = 1;
}

/** Draws a globe: what is behind, faintly; then areas, borders, samples, centres in front, and the picked sample. */
export function paintGlobe(input: () => GlobeInput): Paint {
  const dots = createDots();
  return (context, { width, height, ratio }, theme) => {
    const at = place(width, height);
    const { radius } = at;
    const now = input();
    const picture = pictureOf(now, PATIENCE);
    const centred = (draw: () => void): void => {
      context.save();
      context.translate(at.x, at.y);
      draw();
      context.restore();
    };
    const layOut = (front: boolean): void => {
      dots.begin(width, height, ratio);
      paintSamples(at, now, picture.frame, theme, dots, front);
      dots.lay(context);
    };
    centred(() => {
      paintBall(context, radius, theme);
      paintCentres(context, at, picture, now, theme, false);
    });
    layOut(false);
    centred(() => {
      paintAreas(context, radius, picture, now.lit, theme, ratio);
      paintBorders(context, radius, picture, theme);
    });
    layOut(true);
    centred(() => {
      paintCentres(context, at, picture, now, theme, true);
      paintPicked(context, radius, now, picture.frame, theme);
      if (now.pointed !== null) paintMarkOf(context, radius, now.pointed, now, picture.frame, theme);
    });
    return picture.unfinished ? 'again' : undefined;
  };
}
