import { TURN } from '../math/angle';
import { keepWith } from '../math/keep';
import type { Margin } from './compile';
import type { Force } from './force';

/** What a lane's mean loss cannot fall below with centres spread evenly, or why there is no such number. */
export type Floor =
  | { readonly type: 'floor'; readonly loss: number }
  /** Lengths count: once the classes separate, longer features make the loss as small as one likes. */
  | { readonly type: 'lengths' }
  /** How centres lie best on a sphere no formula gives. */
  | { readonly type: 'sphere' }
  /** ψ is larger elsewhere than at θ = 0: a sample on its own centre does not have the least loss. */
  | { readonly type: 'aside' };

/** ln(1 + e^z) of any z. */
const softplus = (z: number): number => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * The loss, in nats, of a sample on its own of C centres spread evenly on a circle, by ψ(0) = `top`:
 * ln(1 + e^{s(1 − top)} Σ_{k=1}^{C−1} e^{s(cos(2πk/C) − 1)}).
 */
export function lossOnCentre(s: number, classes: number): (top: number) => number {
  let others = 0;
  for (let k = 1; k < classes; k++) others += Math.exp(s * (Math.cos((TURN * k) / classes) - 1));
  const log = Math.log(others);
  return (top) => softplus(s * (1 - top) + log);
}

/** Half degrees: finer than any guard is wide. */
const LOOKS = 360;
const isLargestAtZero = keepWith(({ psi }: Force): boolean => {
  const top = psi(0);
  if (!Number.isFinite(top)) return false;
  for (let k = 1; k <= LOOKS; k++) if (psi((k / LOOKS) * Math.PI) > top + 1e-12) return false;
  return true;
});

/** The floor of a margin as it acts, for so many classes. */
export function floorOf(margin: Margin, force: Force, classes: number, dim: number): Floor {
  if (margin.scale !== 's') return { type: 'lengths' };
  if (dim !== 2) return { type: 'sphere' };
  if (!isLargestAtZero(force)) return { type: 'aside' };
  return { type: 'floor', loss: lossOnCentre(margin.s, classes)(force.psi(0)) };
}
