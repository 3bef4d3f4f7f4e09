import { cross, dot, type Vector } from './vector';

/** From where a sphere is looked at: the place on it that faces the viewer. Radians; latitude −π/2 ... π/2. */
export interface Viewpoint {
  readonly longitude: number;
  readonly latitude: number;
}

/** At first: a little from above, so that no centre of Fibonacci's spiral hides another. */
export const FRONT: Viewpoint = { longitude: 0.35, latitude: 0.4 };

/** The viewer's axes, of unit length and at right angles: right × up = towards (the viewer). */
export interface Frame {
  readonly right: Vector;
  readonly up: Vector;
  readonly towards: Vector;
}

/** The z axis always points upwards. */
export function frameOf({ longitude, latitude }: Viewpoint): Frame {
  const [sin, cos] = [Math.sin(longitude), Math.cos(longitude)];
  const right: Vector = [-sin, cos, 0];
  const towards: Vector = [Math.cos(latitude) * cos, Math.cos(latitude) * sin, Math.sin(latitude)];
  return { right, up: cross(towards, right), towards };
}

/** A place as the viewer has it: to the right, upwards, towards. */
export const seen = ({ right, up, towards }: Frame, v: Vector): Vector => [
  dot(right, v),
  dot(up, v),
  dot(towards, v),
];

/** From where a unit vector is seen right in front. */
export const facing = ([x, y, z]: Vector): Viewpoint => ({
  longitude: Math.atan2(y, x),
  latitude: Math.atan2(z, Math.hypot(x, y)),
});

/** The sphere turned to the right and upwards before the viewer, by radians; no further than over its poles. */
export const turned = ({ longitude, latitude }: Viewpoint, right: number, up: number): Viewpoint => ({
  longitude: longitude - right,
  latitude: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, latitude - up)),
});
