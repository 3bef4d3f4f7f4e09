import type { Optimizer } from '../protocol';
import type { Kernel } from './load';

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** Addresses of a lane's blocks: what moves, and what moves it. */
export interface Moving {
  readonly parameters: number;
  /** Adam's first moment, or the velocity. */
  readonly m: number;
  readonly v: number;
}

/** By repeated squaring: products are the same on every machine, Math.pow need not be. */
function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = power(base, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half * half : half * half * base;
}

/** One update of a lane's block of so many bytes; `update` counts from 1. */
export function move(
  kernel: Kernel,
  { parameters, m, v }: Moving,
  gradient: number,
  bytes: number,
  optimizer: Optimizer,
  rate: number,
  update: number,
): void {
  if (optimizer.type === 'sgd') {
    kernel.descend(parameters, gradient, m, bytes, optimizer.momentum, rate);
    return;
  }
  const step = rate / (1 - power(BETA1, update));
  const correction = 1 / Math.sqrt(1 - power(BETA2, update));
  kernel.adam(
    parameters,
    gradient,
    m,
    v,
    bytes,
    BETA1,
    1 - BETA1,
    BETA2,
    1 - BETA2,
    EPSILON,
    step,
    correction,
  );
}
