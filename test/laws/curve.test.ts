import { describe, expect, test } from 'vitest';
import { LAST, NODES, readCurve, sampleCurve } from '../../src/margin/curve';
import { forceAt, valuesAt } from '../../src/margin/force';
import { stream } from '../../src/math/random';
import { LANES, settingsOf, smoothAngles } from './lanes';

/** GEOMETRY's table: the sampled curve against ψ. */
const PSI = 2e-6;
/** Its slope: float32 keeps 6e-8 of it, a cubic between nodes adds less. */
const SLOPE = 2e-6;
/** One cell as an angle, at most: du = cos(θ/2)/2 · dθ and cos(θ/2) ≥ √½ on the near half, alike on the far one. */
const CELL = LAST / (NODES - 1) / (Math.SQRT1_2 / 2);

/** The half chords of two unit vectors at an angle. */
const read = (curve: Float32Array, theta: number) =>
  readCurve(curve, Math.sin(theta / 2), Math.cos(theta / 2));

describe.each(LANES.map((lane) => [lane.title, lane] as const))('%s:', (_title, lane) => {
  test('the sampled curve is ψ and its slope, away from jumps', () => {
    const random = stream(1, lane.title);
    for (const { margin } of settingsOf(lane)) {
      const force = forceAt(margin, 37);
      const curve = sampleCurve(force);
      const angles = [0, 1e-4, Math.PI - 1e-4, Math.PI];
      for (const theta of [...angles, ...smoothAngles(valuesAt(margin, 37), 100, CELL, random)]) {
        const { psi, backward } = read(curve, theta);
        const [value, slope] = [force.psi(theta), force.backward(theta)];
        expect(Math.abs(psi - value)).toBeLessThan(PSI * Math.max(1, Math.abs(value)));
        expect(Math.abs(backward - slope)).toBeLessThan(SLOPE * Math.max(1, Math.abs(slope)));
      }
    }
  });
});
