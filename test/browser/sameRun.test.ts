import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { fetchFrom } from '../../src/data/fetchFile';
import { bitsAfter, SAME_RUNS, type SameRun } from './sameRun';

// Node and Chromium hold different builds of V8, whose sines, logarithms and powers differ in the last bit of some
// numbers in twenty: so this would notice if any of them reached a run.
test.each(Object.keys(SAME_RUNS) as SameRun[])(
  'A seed gives the same run in this browser and in Node, bit for bit: %s',
  async (name) => {
    const here = await bitsAfter(name, fetchFrom(`${location.origin}/`));
    const there = await commands.bitsAfterInNode(name);
    expect(here.length).toBeGreaterThan(1000);
    expect(there.length).toBe(here.length);
    expect(here.filter((bits, i) => bits !== there[i])).toEqual([]);
  },
  30_000,
);
