import { expect, test } from 'vitest';
import { knobsOf, structureOf } from '../../src/lab/settings';
import type { News } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';
import { connect, isWhole, pause, settings, snapshot } from './connect';

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
