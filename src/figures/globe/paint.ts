import type { Paint } from '../../draw/Canvas';
import { createDots } from '../../draw/dots';
import type { Theme } from '../../draw/theme';
import { paintAreas } from './paintAreas';
import { paintPicked } from './paintPicked';
import { paintSamples } from './paintSamples';
import { type Place, place } from './place';
import { type ClassPicture, type GlobeInput, type GlobePicture, pictureOf } from './scene';

type Context = CanvasRenderingContext2D;

/** How far the pins of the centres stand out of the globe, in radii; less where the box has no room for their heads. */
const PIN = 1.17;
/** The radius of a pin's head, in heights of its letter. */
const HEAD = 0.72;
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
  { radius, half }: Place,
  { cls, centre: [x, y], broken }: ClassPicture,
  name: string,
  theme: Theme,
): void {
  const size = Math.max(11, radius / 9) * theme.lettering;
  const colour = theme.classes[cls] ?? theme.ink;
  const pin = Math.min(PIN * radius, half - HEAD * size - 2);
  const [left, top] = [pin * x, -pin * y];
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1.6, radius / 60);
  context.setLineDash(broken ? [3, 3] : []);
  context.beginPath();
  context.moveTo(radius * x, -radius * y);
  context.lineTo(left, top);
  context.stroke();
  context.beginPath();
  context.arc(left, top, HEAD * size, 0, 2 * Math.PI);
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
  names: readonly string[],
  theme: Theme,
  front: boolean,
): void {
  const side = classes.filter(({ centre }) => centre[2] >= 0 === front);
  for (const picture of side.sort((a, b) => a.centre[2] - b.centre[2]))
    paintCentre(context, at, picture, names[picture.cls] ?? String(picture.cls), theme);
}

/** Draws a globe: what is behind, faintly; then areas, borders, samples, centres in front, and the picked sample. */
export function paintGlobe(input: () => GlobeInput): Paint {
  const dots = createDots();
  return (context, { width, height, ratio }, theme) => {
    const at = place(width, height);
    const { radius } = at;
    const now = input();
    const picture = pictureOf(now);
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
      context.globalAlpha = FAINT;
      paintCentres(context, at, picture, now.classes, theme, false);
    });
    layOut(false);
    centred(() => {
      paintAreas(context, radius, picture, theme, ratio);
      paintBorders(context, radius, picture, theme);
    });
    layOut(true);
    centred(() => {
      paintCentres(context, at, picture, now.classes, theme, true);
      paintPicked(context, radius, now, picture.frame, theme);
    });
  };
}
