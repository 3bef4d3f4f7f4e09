import { describe, expect, test } from 'vitest';
import { stream } from '../../src/math/random';
import { portableOn } from './backend';
import { checkBoundaries } from './boundaries';
import { check } from './checks';
import { checkCurves } from './curves';
import { type FileName, falsify, narrow, pickOfEachKind, unspoken } from './falsify';
import { compareFloat32, trainOn } from './float32';
import { NAMES, REFERENCE_DIR, readFolder } from './folder';
import { checkLosses } from './losses';
import { checkMetrics } from './metrics';
import type { Report } from './report';
import { compareTraining, trainAll } from './training';

const files = readFolder(REFERENCE_DIR);

/** Falsifies one value of each kind in each record, one at a time, and looks whether the check still passes. */
function expectNoticed<F>(
  name: FileName,
  file: F,
  report: Report,
  checkAgain: (file: F, index: number) => Report,
): void {
  const random = stream(1, `falsify ${name}`);
  const picked = pickOfEachKind(name, report, random);
  const unnoticed = picked.filter(({ where, tolerance }) => {
    const one = narrow(name, file, where);
    falsify(one.file, one.where, tolerance, random() < 0.5 ? -1 : 1);
    return checkAgain(one.file, one.index).mismatches.length === 0;
  });
  console.log(`${name}  falsified: ${picked.length}, unnoticed: ${unnoticed.length}`);
  expect(unnoticed).toEqual([]);
  expect(picked.length).toBeGreaterThan(0);
}

describe('A value moved by 100 × its tolerance is noticed', () => {
  const { 'losses.json': losses, 'curves.json': curves, 'boundaries.json': boundaries } = files;
  const { 'metrics.json': metrics, 'training.json': training } = files;

  test.skipIf(!losses)('in losses.json', () => {
    if (losses) expectNoticed('losses.json', losses, checkLosses(losses), checkLosses);
  });
  test.skipIf(!curves)('in curves.json', () => {
    if (curves) expectNoticed('curves.json', curves, checkCurves(curves), checkCurves);
  });
  test.skipIf(!boundaries)('in boundaries.json', () => {
    if (boundaries)
      expectNoticed('boundaries.json', boundaries, checkBoundaries(boundaries), checkBoundaries);
  });
  test.skipIf(!metrics)('in metrics.json', () => {
    if (metrics) expectNoticed('metrics.json', metrics, checkMetrics(metrics), checkMetrics);
  });
  test.skipIf(!training)('in training.json', () => {
    if (!training) return;
    const made = trainAll(training);
    const again = (file: typeof training, index: number) => compareTraining(file, [made[index] ?? null]);
    expectNoticed('training.json', training, compareTraining(training, made), again);
  });
  test.skipIf(!training)('in training.json by an executor', async () => {
    if (!training) return;
    const made = await trainOn(await portableOn('cpu'), training);
    const again = (file: typeof training, index: number) => compareFloat32(file, [made[index] ?? null]);
    expectNoticed('training.json', training, compareFloat32(training, made), again);
  });
});

describe('No output is passed over in silence', () => {
  const present = NAMES.filter((name) => name in files);
  test.each(present)('in %s', (name) => {
    const report = check(files, name);
    expect(report && unspoken(name, files[name], report)).toEqual([]);
  });
});

describe('A record that is not understood fails', () => {
  const record = { id: 'x', inputs: { x: [], W: [], b: null, labels: [] }, outputs: {} };
  const faults = (loss: string, config: Record<string, unknown>): string => {
    const file = { cases: [{ ...record, loss, config }] };
    // Only the settings are read before the fault shows.
    return String(checkLosses(file as unknown as Parameters<typeof checkLosses>[0]).mismatches[0]?.got);
  };

  test('by an unknown loss', () => {
    expect(faults('circle', { s: 16 })).toContain('unknown loss circle');
  });
  test('by a setting that nobody reads', () => {
    expect(faults('cosface', { s: 16, m: 0.2, power: 2 })).toContain('unknown settings: power');
  });
  test('by a setting that is missing', () => {
    expect(faults('arcface', { s: 16, guard: 'psi' })).toContain('setting m should be a number');
  });
  test('by a choice that the loss does not have', () => {
    expect(faults('combined', { s: 16, m1: 1, m2: 0.3, m3: 0, guard: 'easy' })).toContain(
      'combined has no guard "easy"',
    );
  });
});
