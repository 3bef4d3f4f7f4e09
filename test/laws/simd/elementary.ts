import { exp, log, tanh } from '../../../src/train/simd/kernel/elementary';

// What the kernel keeps to itself, for a test: functions of `count` floats in place, four at a time.

export function expOf(at: usize, count: usize): void {
  for (const end = at + count * 4; at < end; at += 16) v128.store(at, exp(v128.load(at)));
}

export function logOf(at: usize, count: usize): void {
  for (const end = at + count * 4; at < end; at += 16) v128.store(at, log(v128.load(at)));
}

export function tanhOf(at: usize, count: usize): void {
  for (const end = at + count * 4; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
}
