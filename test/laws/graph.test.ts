import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/margin/diagnose';
import { forceAt } from '../../src/margin/force';
import { graph, jumpSides } from '../../src/margin/graph';
import { LANES } from './lanes';

/** A curve between two points of its graph leaves the straight line by less than this: it is drawn as one. */
const STRAIGHT = 2e-4;

describe('The graph of', () => {
  test.each(LANES)('$title is the curve, from 0 to π, with a gap where it jumps', ({ margin }) => {
    const force = forceAt(margin, 300);
    const findings = diagnose(force);
    const drawn = graph(force.psi, jumpSides(force.psi, findings));
    expect(drawn).toHaveLength(1 + findings.filter(({ type }) => type === 'jumps').length);
    expect(drawn[0]?.[0]?.[0]).toBe(0);
    expect(drawn.at(-1)?.at(-1)?.[0]).toBe(Math.PI);
    drawn.forEach((piece, k) => {
      piece.slice(1).forEach(([theta, value], i) => {
        const [before, left] = piece[i] ?? [0, 0];
        expect(theta).toBeGreaterThan(before);
        const middle = (before + theta) / 2;
        expect(Math.abs(force.psi(middle) - (left + value) / 2)).toBeLessThan(STRAIGHT);
      });
      const [end, next] = [piece.at(-1), drawn[k + 1]?.[0]];
      if (end && next) expect(next[0] - end[0]).toBeLessThan(1e-12);
    });
  });
});
