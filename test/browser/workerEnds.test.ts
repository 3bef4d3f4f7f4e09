import { expect, test } from 'vitest';
import { knobsOf, structureOf } from '../../src/lab/settings';
import type { News } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';
import type { Patience } from '../../src/train/watch';
import { breakWorker, connect, isWhole, pause, settings, snapshot, workers } from './connect';

// A run goes on from a state of its own, whatever becomes of the worker that made it.

/** Several runs on a busy machine take their time. */
const LONG = 40_000;

/** So far that a worker is still on its way when it is broken. */
const FAR = 3000;

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
    const expected = await trainTo(FAR, undisturbed);
    const { client, replies, until } = await halfway();
    client.play(null, FAR);
    breakWorker();
    const interrupted = await until(({ type }) => type === 'interrupted');
    expect(interrupted).toMatchObject({ trouble: 'error', step: 12, held: [false, false, false, false] });
    const started = await until((reply) => reply.type === 'started' && replies.indexOf(reply) > 1);
    expect(started).toMatchObject({ step: 12 });
    await until((reply) => {
      if (reply.type === 'snapshot') client.drawn();
      return reply.type === 'arrived' && reply.until === FAR;
    });
    client.drawn();
    const last = snapshot(await until((reply) => isWhole(reply) && snapshot(reply)?.step === FAR));
    expect(last && numbers(last)).toEqual(numbers(expected));
  },
  LONG,
);

test(
  'a worker that no longer answers is replaced, too',
  async () => {
    const { client, until } = await halfway({ every: 100, unanswered: 20 });
    client.play(null, FAR);
    workers.at(-1)?.terminate();
    expect(await until(({ type }) => type === 'interrupted')).toMatchObject({ trouble: 'silent', step: 12 });
    await until((reply) => {
      if (reply.type === 'snapshot') client.drawn();
      return reply.type === 'arrived' && reply.until === FAR;
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
