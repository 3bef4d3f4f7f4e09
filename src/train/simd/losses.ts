import { CHANNELS, LAST, NODES } from '../../margin/curve';
import type { LaneHead } from '../engine';
import { FLOAT } from './block';
import * as record from './kernel/head/records';

const CELL = LAST / (NODES - 1);

/** Length of a loss's record. */
export const LOSS_FLOATS = record.CURVE / FLOAT + 2 * NODES * CHANNELS;

/** Writes a lane's loss as the kernel reads it. */
export function writeLoss(into: Float32Array, { curve, scale, s, bias }: LaneHead): void {
  into[record.NORM / FLOAT] = scale === 's' ? 0 : 1;
  into[record.WNORM / FLOAT] = scale === 'norm*wnorm' ? 1 : 0;
  into[record.FIXED / FLOAT] = scale === 's' ? s : 0;
  into[record.BIAS / FLOAT] = bias ? 1 : 0;
  into[record.BLEND / FLOAT] = 1;
  into[record.CELL / FLOAT] = CELL;
  into[record.NODES / FLOAT] = NODES;
  into.set(curve, record.CURVE / FLOAT);
}
