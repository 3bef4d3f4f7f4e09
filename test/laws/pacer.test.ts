import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/train/clock';
import { createPacer, type Pacer } from '../../src/train/pacer';
import type { Reply } from '../../src/train/protocol';
import type { Look, Session } from '../../src/train/session';

/** What things cost in a machine that is only thought of, ms. */
interface Machine {
  /** To order a step, and until it is done: a graphics processor takes orders faster than it carries them out. */
  readonly order: number;
  readonly step: number | ((chunk: number) => number);
  /** To embed all samples in one go. */
  readonly look: number;
  /** From a snapshot to the page's answer. */
  readonly draw: number;
}
const COUNT = 4000;
const HOURS = 3 * 3600_000;

const soon = (): Promise<void> => new Promise(setImmediate);

/** A pacer in its own time, in which everything can be counted. */
function imagine(machine: Machine) {
  let now = 0;
  let due: { readonly at: number; act(): void }[] = [];
  const at = (time: number, act: () => void): void => {
    due.push({ at: time, act });
  };
  const pass = (ms: number): void => {
    now += ms;
    const ready = due.filter((one) => one.at <= now);
    due = due.filter((one) => one.at > now);
    for (const { act } of ready) act();
  };
  const clock: Clock = {
    now: () => now,
    async turn() {
      pass(0.05);
      await soon();
    },
    async rest(ms) {
      pass(ms);
      await soon();
    },
    close() {},
  };

  let step = 0;
  let ordered = 0;
  let training = 0;
  let longest = 0;
  const chunks: number[] = [];
  const lags: number[] = [];
  const look = (type: 'all' | 'batch'): Look => ({
    step,
    times: [step],
    centres: new Float32Array(2),
    biases: new Float32Array(1),
    points:
      type === 'all'
        ? { type, features: new Float32Array(2) }
        : { type, samples: new Int32Array(1), features: new Float32Array(2) },
  });
  const state = { parameters: new Float32Array(1), m: new Float32Array(1), v: new Float32Array(1) };
  const batches = { order: new Int32Array(1), cursor: 0, drawn: 0 };
  // Only what the pacer uses.
  const session = {
    count: COUNT,
    trainer: {
      get step() {
        return step;
      },
      held: [false],
      hold() {},
      advance() {
        step++;
        ordered++;
        pass(machine.order);
      },
      async result() {
        const each = typeof machine.step === 'number' ? machine.step : machine.step(chunks.length);
        const took = ordered * each;
        chunks.push(ordered);
        pass(took - ordered * machine.order);
        training += took;
        longest = Math.max(longest, took);
        ordered = 0;
        return { losses: Float32Array.of(1), features: new Float32Array(2), samples: new Int32Array(1) };
      },
    },
    keep: async () => {},
    checkpoint: async () => ({ step, lanes: [{ kind: '', time: step, held: false }], state, batches }),
    survey() {
      let done = 0;
      const begun = look('all');
      return {
        async more(count: number) {
          pass(0.5 + (machine.look * Math.min(count, COUNT - done)) / COUNT);
          done += count;
          return done >= COUNT ? begun : null;
        },
        cancel() {},
      };
    },
    glance: async () => look('batch'),
  } as unknown as Session;

  const sent: { readonly at: number; readonly reply: Reply }[] = [];
  let intact = true;
  const pacer: Pacer = createPacer(1, session, {
    clock,
    intact: () => intact,
    send(reply) {
      sent.push({ at: now, reply });
      if (reply.type !== 'snapshot') return;
      if (reply.snapshot.points.type === 'all') lags.push(step - reply.snapshot.step);
      at(now + machine.draw, () => pacer.drawn());
    },
  });
  const kindOf = ({ reply }: { reply: Reply }) =>
    reply.type === 'snapshot' ? reply.snapshot.points.type : reply.type;
  return {
    pacer,
    pass,
    sent,
    /** What it computes with is gone. */
    lose() {
      intact = false;
    },
    /** Lets everything happen until then. */
    async until(time: number): Promise<void> {
      while (now < time) {
        const before = now;
        await soon();
        if (now === before) pass(1); // nothing runs
      }
    },
    now: () => now,
    step: () => step,
    training: () => training,
    longest: () => longest,
    /** How many steps had been made since each look at all samples, when it was sent. */
    lags: () => lags,
    /** How many steps were made in one go, again and again. */
    chunks,
    count: (what: 'all' | 'batch' | Reply['type'], from: number, to: number): number =>
      sent.filter((one) => kindOf(one) === what && one.at >= from && one.at < to).length,
  };
}

const SECONDS = 10_000;
const run = async (machine: Machine, pace: number | null = null) => {
  const world = imagine(machine);
  world.pacer.play(pace, Number.POSITIVE_INFINITY);
  await world.until(SECONDS);
  return world;
};

/** A step of digits on WebAssembly here, of identities, of a fast executor, and of a graphics processor. */
const STEPS = { slow: 22, middling: 7, fast: 0.05 } as const;

describe.each(Object.entries(STEPS))('With %s steps', (_, step) => {
  test.each([
    [4, 10],
    [40, 10],
    [100, 10],
    [100, 100],
    [100, 130],
  ])(
    'that go on at full speed, a look that costs %d ms is whole four times a second, drawn in %d ms',
    async (look, draw) => {
      const world = await run({ order: step, step, look, draw });
      for (let second = 1; second < SECONDS / 1000; second++)
        expect(world.count('all', 1000 * second, 1000 * (second + 1))).toBeGreaterThanOrEqual(4);
      expect(world.training()).toBeGreaterThan(0.45 * SECONDS);
      await world.pacer.stop();
    },
  );

  test('looks that cost too much for that leave half of the time to training, and come', async () => {
    const world = await run({ order: step, step, look: 400, draw: 10 });
    expect(world.training()).toBeGreaterThan(0.45 * SECONDS);
    expect(world.count('all', 0, SECONDS)).toBeGreaterThanOrEqual(8);
    await world.pacer.stop();
  });

  test('minibatches move the picture between whole looks', async () => {
    const world = await run({ order: step, step, look: 100, draw: 10 });
    expect(world.count('batch', 0, SECONDS)).toBeGreaterThan(world.count('all', 0, SECONDS));
    await world.pacer.stop();
  });

  test('messages are heard after 12 ms, or after one step', async () => {
    const world = await run({ order: step, step, look: 4, draw: 10 });
    expect(world.longest()).toBeLessThanOrEqual(Math.max(12, step));
    await world.pacer.stop();
  });
});

test('A processor that takes orders at once is given no more than it carries out in 10 ms', async () => {
  const world = imagine({ order: 0.01, step: (chunk) => (chunk < 8 ? 0.5 : 3.8), look: 20, draw: 10 });
  world.pacer.play(null, Number.POSITIVE_INFINITY);
  await world.until(SECONDS);
  // 10 ms hold 20 steps of .5 ms, reached by doubling. When a step takes 3.8 ms, one chunk finds out.
  expect(world.chunks.slice(0, 12)).toEqual([1, 2, 4, 8, 16, 20, 20, 20, 20, 3, 3, 3]);
  await world.pacer.stop();
});

test('A page that is slow to draw is sent looks that are not old', async () => {
  const world = await run({ order: 7, step: 7, look: 30, draw: 600 });
  const lags = world.lags();
  expect(lags.length).toBeGreaterThan(5);
  // At most 100 ms of waiting, and twice what a look takes at 30 % of the time: 300 ms, of which 70 % make steps of 7 ms.
  expect(Math.max(...lags.slice(1))).toBeLessThanOrEqual(30);
  await world.pacer.stop();
});

describe('A machine that slept for hours', () => {
  const machine = { order: 7, step: 7, look: 60, draw: 10 };
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('goes on as before, whatever it was doing: %d', async (k) => {
    const world = await run(machine);
    // Somewhere within a round of steps, parts and snapshots.
    await world.until(SECONDS + 13.7 * k);
    world.pass(HOURS);
    const woken = world.now();
    await world.until(woken + 3000);
    for (const second of [1, 2])
      expect(world.count('all', woken + 1000 * second, woken + 1000 * (second + 1))).toBeGreaterThanOrEqual(
        4,
      );
    const last = world.sent.at(-1)?.reply;
    expect(last?.type === 'snapshot' && last.snapshot.rate).toBeGreaterThan(100);
    await world.pacer.stop();
  });

  test('does not make up for what it missed at a slow speed', async () => {
    const world = await run(machine, 10);
    const before = world.step();
    world.pass(HOURS);
    await world.until(world.now() + 1000);
    expect(world.step() - before).toBeLessThanOrEqual(13);
    await world.pacer.stop();
  });
});

describe('At a slow speed', () => {
  test.each([1, 10, 60])('%d steps a second are made', async (pace) => {
    const world = await run({ order: 7, step: 7, look: 30, draw: 10 }, pace);
    expect(world.step()).toBeGreaterThanOrEqual((0.95 * pace * SECONDS) / 1000);
    expect(world.step()).toBeLessThanOrEqual((1.05 * pace * SECONDS) / 1000 + 1);
    await world.pacer.stop();
  });

  test('every step is looked at once, and then nothing is computed', async () => {
    const world = await run({ order: 7, step: 7, look: 30, draw: 10 }, 1);
    expect(world.count('all', 0, SECONDS)).toBeGreaterThanOrEqual(world.step() - 1);
    expect(world.count('all', 0, SECONDS)).toBeLessThanOrEqual(world.step() + 1); // and the start
    await world.pacer.stop();
  });
});

describe('A checkpoint', () => {
  const machine = { order: 7, step: 7, look: 30, draw: 10 };
  const saved = (world: Awaited<ReturnType<typeof run>>) =>
    world.sent.flatMap(({ at, reply }) =>
      reply.type === 'checkpoint' ? [{ at, step: reply.checkpoint.step }] : [],
    );

  test('comes at the start, of a young run often, and of an old one every two seconds or a little later', async () => {
    const world = await run(machine);
    await world.until(60_000);
    const all = saved(world);
    expect(all[0]?.step).toBe(0);
    const gaps = all.slice(1).map(({ at }, k) => at - (all[k]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...gaps.slice(0, 4))).toBeLessThan(500);
    expect(Math.min(...gaps.slice(-5))).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...gaps)).toBeLessThan(2500);
    await world.pacer.stop();
  });

  test('is of a step that is looked at', async () => {
    const world = await run(machine);
    const looks = new Set(
      world.sent.flatMap(({ reply }) =>
        reply.type === 'snapshot' && reply.snapshot.points.type === 'all' ? [reply.snapshot.step] : [],
      ),
    );
    const steps = saved(world).map(({ step }) => step);
    // The last look may still be under way.
    for (const step of steps.slice(0, -1)) expect(looks).toContain(step);
    await world.pacer.stop();
  });

  test('comes at a pause, and not twice for one step', async () => {
    const world = await run(machine);
    world.pacer.pause();
    await world.until(world.now() + 1000);
    const last = world.sent.filter(({ reply }) => reply.type === 'checkpoint').at(-1)?.reply;
    expect(last?.type === 'checkpoint' && last.checkpoint.step).toBe(world.step());
    const count = world.count('checkpoint', 0, world.now());
    world.pacer.pause();
    await world.until(world.now() + 1000);
    expect(world.count('checkpoint', 0, world.now())).toBe(count);
    await world.pacer.stop();
  });
});

test('What cannot be trusted is not sent: the run breaks instead', async () => {
  const world = await run({ order: 7, step: 7, look: 30, draw: 10 });
  world.lose();
  const from = world.now();
  await world.until(from + 5000);
  expect(world.sent.filter(({ at }) => at >= from).map(({ reply }) => reply)).toEqual([
    { type: 'broke', trouble: 'contextLost', message: expect.any(String) },
  ]);
  await world.pacer.stop();
});
