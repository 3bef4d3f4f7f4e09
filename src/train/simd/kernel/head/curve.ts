import { column } from '../fours';
import { CELL, CURVE, NODES } from './records';

/** Bytes of a node of a curve: ψ, dψ/du, g, dg/du. */
const NODE: usize = 16;

/**
 * Reads a loss's curve at four pairs of half chords t = sin(θ/2), v = cos(θ/2), by cubics between nodes: four ψ at
 * `out`, and after them the four slopes g of the backward pass.
 */
export function readCurve(loss: usize, t: v128, v: v128, out: usize): void {
  const cell = v128.load_splat<f32>(loss, CELL);
  const nodes = v128.load_splat<f32>(loss, NODES);
  const position = f32x4.div(f32x4.pmin(t, v), cell);
  const node = f32x4.pmin(f32x4.floor(position), f32x4.sub(nodes, f32x4.splat(2)));
  const half = v128.and(nodes, f32x4.gt(t, v));
  const at = i32x4.trunc_sat_f32x4_s(f32x4.add(node, half));
  const p = loss + CURVE + (i32x4.extract_lane(at, 0) as usize) * NODE;
  const q = loss + CURVE + (i32x4.extract_lane(at, 1) as usize) * NODE;
  const r = loss + CURVE + (i32x4.extract_lane(at, 2) as usize) * NODE;
  const s = loss + CURVE + (i32x4.extract_lane(at, 3) as usize) * NODE;

  const f = f32x4.sub(position, node);
  const g = f32x4.sub(f32x4.splat(1), f);
  const ff = f32x4.mul(f, f);
  const gg = f32x4.mul(g, g);
  const a = f32x4.mul(gg, f32x4.add(f32x4.splat(1), f32x4.add(f, f)));
  const b = f32x4.mul(ff, f32x4.sub(f32x4.splat(3), f32x4.add(f, f)));
  const c = f32x4.mul(f32x4.mul(gg, f), cell);
  const d = f32x4.mul(f32x4.mul(ff, g), cell);
  for (let channel: usize = 0; channel < NODE; channel += 8, out += 16) {
    const y0 = column(p + channel, q + channel, r + channel, s + channel);
    const slope0 = column(p + channel + 4, q + channel + 4, r + channel + 4, s + channel + 4);
    const next = channel + NODE;
    const y1 = column(p + next, q + next, r + next, s + next);
    const slope1 = column(p + next + 4, q + next + 4, r + next + 4, s + next + 4);
    const ends = f32x4.add(f32x4.mul(a, y0), f32x4.mul(b, y1));
    v128.store(out, f32x4.add(ends, f32x4.sub(f32x4.mul(c, slope0), f32x4.mul(d, slope1))));
  }
}
