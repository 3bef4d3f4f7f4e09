import { expect, test } from 'vitest';
import { defaultValues } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, knobsOf, type Settings, structureOf } from '../../src/lab/settings';
import { createClient, type News, type TrainerClient } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';
import type { Patience } from '../../src/train/watch';

const dataset = DATASETS.identities;
if (!dataset) throw new Error('the shelf has no identities');
const settings: Settings = {
  ...defaultSettings(),
  dataset: 'identities',
  data: { ...defaultValues(dataset), perClass: 50, testPerClass: 20 },
  executor: 'simd',
};

/** The workers that the page has begun, newest last. */
const workers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given);
    workers.push(this);
  }
};
/** What no request is: the worker's script throws. */
const breakWorker = (): void => workers.at(-1)?.postMessage(null);

/** A client whose replies can be waited for. */
function connect(patience?: Patience): {
  client: TrainerClient;
  replies: News[];
  until: (is: (reply: News) => boolean) => Promise<News>;
} {
  const replies: News[] = [];
  let wake = (): void => {};
  const client = createClient((reply) => {
    replies.push(reply);
    wake();
  }, patience);
  return {
    client,
    replies,
    async until(is) {
      for (let read = 0; ; ) {
        const found = replies.slice(read).find(is);
        if (found) return found;
        read = replies.length;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
const snapshot = (reply: News): Snapshot | null => (reply.type === 'snapshot' ? reply.snapshot : null);
const isWhole = (reply: News): boolean => snapshot(reply)?.points.type === 'all';
/** Long enough for the worker to send more, if it were going to. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a run begins with its samples and one whole look at step 0', async () => {
  const { client, replies, until } = connect();
  client.start(structureOf(settings), knobsOf(settings));
  const started = await until(({ type }) => type === 'started');
  expect(started.type === 'started' && started.data.y.length).toBe(8 * 70);
  // Six identities that are never trained come with them.
  expect(started.type === 'started' && started.data.heldOut?.y.length).toBe(6 * 20);
  const first = snapshot(await until(isWhole));
  expect(first?.step).toBe(0);
  expect(first?.points.features.length).toBe(4 * (8 * 70 + 6 * 20) * 2);
  await pause(150);
  expect(replies.filter(({ type }) => type === 'snapshot').length).toBe(1);
});

test('while the page has not drawn there is at most one snapshot on its way', async () => {
  const { client, replies, until } = connect();
  client.start(structureOf(settings), knobsOf(settings));
  client.play(null, Number.POSITIVE_INFINITY);
  await until(({ type }) => type === 'snapshot');
  await pause(300);
  expect(replies.filter(({ type }) => type === 'snapshot').length).toBe(1);
  const snapshots = (): number => replies.filter(({ type }) => type === 'snapshot').length;
  const seen = snapshots();
  client.drawn();
  await until(() => snapshots() > seen);
  await pause(150);
  expect(snapshots()).toBe(seen + 1);
  client.pause();
});

test('a pause brings every sample as of one step, and a step is one update', async () => {
  const { client, replies, until } = connect();
  client.start(structureOf(settings), knobsOf(settings));
  client.play(null, Number.POSITIVE_INFINITY);
  const drawn = (reply: News): boolean => {
    if (reply.type === 'snapshot') client.drawn();
    return (snapshot(reply)?.step ?? 0) >= 20;
  };
  await until(drawn);
  client.pause();
  client.drawn();
  await pause(200);
  const last = snapshot(replies.findLast(({ type }) => type === 'snapshot') as News);
  expect(last?.points.type).toBe('all');
  const steps = replies.map((reply) => snapshot(reply)?.step ?? 0);
  expect(last?.step).toBe(Math.max(...steps));
  client.drawn();
  const seen = replies.length;
  client.step();
  const next = snapshot(await until((reply) => isWhole(reply) && replies.indexOf(reply) >= seen));
  expect(next?.step).toBe((last?.step ?? 0) + 1);
  expect(next?.points.type).toBe('all');
});

test('replies of an older run are dropped', async () => {
  const { client, replies, until } = connect();
  client.start(structureOf(settings), knobsOf(settings));
  client.start(structureOf({ ...settings, seed: 2 }), knobsOf(settings));
  await until(isWhole);
  await pause(150);
  expect(replies.filter(({ type }) => type === 'started')).toHaveLength(1);
  const runs = replies.flatMap((reply) => snapshot(reply)?.run ?? []);
  expect(new Set(runs)).toEqual(new Set([2]));
});

test('a run that cannot begin says why', async () => {
  const { client, until } = connect();
  client.start({ ...structureOf(settings), dataset: 'nothing' }, knobsOf(settings));
  const failed = await until(({ type }) => type === 'failed');
  expect(failed.type === 'failed' && failed.message).toContain('nothing');
});

test('a lane whose numbers overflow stands still with its last good network, and can go on from it', async () => {
  const { client, replies, until } = connect();
  const knobs = { ...knobsOf(settings), learningRate: 1e37 };
  client.start({ ...structureOf(settings), optimizer: { type: 'sgd', momentum: 0.9 } }, knobs);
  const start = snapshot(await until(isWhole));
  client.play(null, Number.POSITIVE_INFINITY);
  const held = await until(({ type }) => type === 'held');
  if (held.type !== 'held') throw new Error('it was asked for');
  expect(held.from).toBe(0);
  replies.length = 0;
  client.pause();
  client.drawn();
  const after = snapshot(await until((reply) => isWhole(reply) && (snapshot(reply)?.step ?? 0) >= held.step));
  const size = (start?.points.features.length ?? 0) / 4;
  const lane = (of: Snapshot | null) => of?.points.features.slice(held.lane * size, (held.lane + 1) * size);
  expect(lane(after)).toEqual(lane(start));
  client.drawn();
  client.tune({ ...knobs, learningRate: 1e-3 });
  client.goBack(held.lane, 0);
  await until(({ type }) => type === 'wentBack');
  client.play(null, Number.POSITIVE_INFINITY);
  replies.length = 0;
  const moved = await until((reply) => {
    if (reply.type === 'snapshot') client.drawn();
    return isWhole(reply) && (snapshot(reply)?.step ?? 0) > (after?.step ?? 0) + 3;
  });
  expect(lane(snapshot(moved))).not.toEqual(lane(start));
  expect(lane(snapshot(moved))?.every(Number.isFinite)).toBe(true);
  client.pause();
});

test('a lane that is taken away or moved leaves the others their run', async () => {
  const { client, replies, until } = connect();
  const knobs = knobsOf(settings);
  client.start(structureOf(settings), knobs);
  const whole = async (): Promise<Snapshot> => {
    const found = snapshot(await until(isWhole));
    if (!found) throw new Error('a whole look is a snapshot');
    return found;
  };
  await whole();
  for (let k = 0; k < 3; k++) {
    client.drawn();
    client.step();
    await until((reply) => snapshot(reply)?.step === k + 1);
  }
  const before = snapshot(replies.at(-1) as News);
  replies.length = 0;
  const order = [3, 0];
  client.arrange(order, { ...knobs, lanes: order.flatMap((lane) => knobs.lanes[lane] ?? []) });
  const after = await whole();
  expect(after.step).toBe(3);
  expect(after.times).toEqual([3, 3]);
  const lane = (from: Snapshot | null, l: number): Float32Array | undefined => {
    const size = (from?.points.features.length ?? 0) / (from?.times.length ?? 1);
    return from?.points.features.slice(l * size, (l + 1) * size);
  };
  expect(lane(after, 0)).toEqual(lane(before, 3));
  expect(lane(after, 1)).toEqual(lane(before, 0));
  client.drawn();
  client.step();
  await until((reply) => snapshot(reply)?.step === 4);
});

test('training stands still at the very step that was asked for', async () => {
  const { client, replies, until } = connect();
  client.start(structureOf(settings), knobsOf(settings));
  client.play(null, 37);
  const arrived = await until((reply) => {
    if (reply.type === 'snapshot') client.drawn();
    return reply.type === 'arrived';
  });
  expect(arrived.type === 'arrived' && arrived.step).toBe(37);
  await until((reply) => {
    if (reply.type === 'snapshot') client.drawn();
    return isWhole(reply) && snapshot(reply)?.step === 37;
  });
  await pause(150);
  expect(Math.max(...replies.map((reply) => snapshot(reply)?.step ?? 0))).toBe(37);
});

/** Several runs on a busy machine take their time. */
const LONG = 40_000;

/** It gives the same numbers in every worker. */
const structure = structureOf(settings);

/** Trains to a step, until it has been looked at and the checkpoint of it has arrived. */
async function trainTo(
  step: number,
  { client, until, replies }: ReturnType<typeof connect>,
): Promise<Snapshot> {
  const from = replies.length;
  client.play(null, step);
  const whole = snapshot(
    await until((reply) => {
      if (reply.type === 'snapshot') client.drawn();
      return replies.indexOf(reply) >= from && isWhole(reply) && snapshot(reply)?.step === step;
    }),
  );
  await pause(100);
  if (!whole) throw new Error('a whole look is a snapshot');
  return whole;
}
/** A run that stands at step 12. */
async function halfway(patience?: Patience): Promise<ReturnType<typeof connect>> {
  const page = connect(patience);
  page.client.start(structure, knobsOf(settings));
  await trainTo(12, page);
  return page;
}
const numbers = ({ points, centres, times }: Snapshot) => ({ features: points.features, centres, times });

test(
  'a run that starts from a state of another has its very embeddings, and makes its very steps',
  async () => {
    const first = await halfway();
    const kept = first.replies.find((reply) => reply.type === 'checkpoint' && reply.checkpoint.step === 12);
    const shown = snapshot(
      first.replies.find((reply) => isWhole(reply) && snapshot(reply)?.step === 12) as News,
    );
    if (kept?.type !== 'checkpoint' || !shown) throw new Error('step 12 was looked at and kept');
    const expected = await trainTo(24, first);
    first.replies.length = 0;
    first.client.start(structure, knobsOf(settings), kept.checkpoint);
    const again = snapshot(await first.until(isWhole));
    expect(again && numbers(again)).toEqual(numbers(shown));
    expect(numbers(await trainTo(24, first))).toEqual(numbers(expected));
  },
  LONG,
);

test(
  'where a worker breaks in mid-run, another makes the very steps that it would have made',
  async () => {
    const undisturbed = await halfway();
    const expected = await trainTo(24, undisturbed);
    const { client, replies, until } = await halfway();
    breakWorker();
    client.play(null, 24); // it does not get so far
    const interrupted = await until(({ type }) => type === 'interrupted');
    expect(interrupted).toMatchObject({ trouble: 'error', step: 12, held: [false, false, false, false] });
    const started = await until((reply) => reply.type === 'started' && replies.indexOf(reply) > 1);
    expect(started).toMatchObject({ step: 12 });
    await until((reply) => {
      if (reply.type === 'snapshot') client.drawn();
      return reply.type === 'arrived' && reply.until === 24;
    });
    client.drawn();
    const last = snapshot(await until((reply) => isWhole(reply) && snapshot(reply)?.step === 24));
    expect(last && numbers(last)).toEqual(numbers(expected));
  },
  LONG,
);

test(
  'a worker that no longer answers is replaced, too',
  async () => {
    const { client, until } = await halfway({ every: 100, unanswered: 20 });
    workers.at(-1)?.terminate();
    client.play(null, 24);
    expect(await until(({ type }) => type === 'interrupted')).toMatchObject({ trouble: 'silent', step: 12 });
    await until((reply) => {
      if (reply.type === 'snapshot') client.drawn();
      return reply.type === 'arrived' && reply.until === 24;
    });
  },
  LONG,
);

test(
  'where one worker after another breaks, the page is told, and can try again from where the run was',
  async () => {
    const { client, replies, until } = await halfway();
    for (let k = 0; k < 3; k++) {
      breakWorker();
      await until((reply) => {
        const ends = replies.filter(({ type }) => type === 'interrupted' || type === 'failed');
        return reply === ends[k];
      });
    }
    expect(replies.at(-1)).toMatchObject({ type: 'failed', step: 12 });
    expect(replies.filter(({ type }) => type === 'interrupted')).toHaveLength(2);
    const begun = workers.length;
    await pause(150);
    expect(workers.length).toBe(begun);
    replies.length = 0;
    client.goOn(structure, knobsOf(settings));
    expect(await until(({ type }) => type === 'started')).toMatchObject({ step: 12 });
  },
  LONG,
);

test(
  'lanes that are taken away while a worker is replaced leave the others their run',
  async () => {
    const { client, replies, until } = await halfway();
    const before = replies.map(snapshot).findLast((shown) => shown?.points.type === 'all');
    breakWorker();
    await until(({ type }) => type === 'interrupted');
    replies.length = 0;
    const { lanes, ...rest } = knobsOf(settings);
    client.arrange([3, 0], { ...rest, lanes: [3, 0].flatMap((lane) => lanes[lane] ?? []) });
    const after = snapshot(await until(isWhole));
    expect(after?.step).toBe(12);
    const size = (before?.points.features.length ?? 0) / 4;
    expect(after?.points.features.slice(0, size)).toEqual(before?.points.features.slice(3 * size));
    expect(after?.points.features.slice(size)).toEqual(before?.points.features.slice(0, size));
  },
  LONG,
);

test(
  'another engine goes on from the very step and the same weights',
  async () => {
    const { client, replies, until } = connect();
    client.start(structure, knobsOf(settings));
    client.play(null, Number.POSITIVE_INFINITY);
    const seen = (step: number) => (reply: News) => {
      if (reply.type === 'snapshot') client.drawn();
      return (snapshot(reply)?.step ?? 0) >= step;
    };
    await until(seen(10));
    client.goOn(structureOf({ ...settings, executor: 'wasm' }), knobsOf(settings));
    client.play(null, Number.POSITIVE_INFINITY);
    const from = replies.length;
    const started = await until((reply) => reply.type === 'started' && replies.indexOf(reply) >= from);
    if (started.type !== 'started') throw new Error('it was asked for');
    expect(started.executor).toBe('wasm');
    const last = Math.max(...replies.slice(0, from).map((reply) => snapshot(reply)?.step ?? 0));
    expect(started.step).toBeGreaterThanOrEqual(last);
    await until(seen(started.step + 5));
    client.pause();
  },
  LONG,
);

test('without workers the page is told so', async () => {
  const { Worker: real } = globalThis;
  Reflect.deleteProperty(globalThis, 'Worker');
  const { client, until } = connect();
  client.start(structure, knobsOf(settings));
  expect(await until(({ type }) => type === 'failed')).toMatchObject({ trouble: 'noWorker', step: null });
  globalThis.Worker = real;
});
