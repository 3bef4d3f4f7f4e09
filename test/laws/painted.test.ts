import { expect, onTestFinished, test, vi } from 'vitest';
import { createFeed } from '../../src/lab/feed';

test('What the feed brought is told as shown after the last picture of it, whoever heard of it first', async () => {
  const wanted: FrameRequestCallback[] = [];
  let now = 0;
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.resetModules();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => wanted.push(callback));
  vi.stubGlobal('performance', { now: () => now });
  const [{ inTurn }, { whenPainted }] = await Promise.all([
    import('../../src/draw/frames'),
    import('../../src/app/painted'),
  ]);
  const moment = { step: 0, times: [0], centres: new Float32Array(4), biases: new Float32Array(2) };
  const feed = createFeed(moment);
  const log: string[] = [];
  const picture = (name: string) => (): void => {
    log.push(`${name} ${feed.now.moment.step}`);
    now += 20; // a frame has no more room
  };
  const [a, b] = [picture('a'), picture('b')];
  feed.subscribe(() => inTurn(a));
  const stop = whenPainted(feed, picture('shown'));
  feed.subscribe(() => inTurn(b));
  const begin = async (step: number): Promise<void> => {
    feed.begin({ ...moment, step });
    await Promise.resolve();
  };
  const frames = (): void => {
    for (let k = 0; k < 8; k++) for (const callback of wanted.splice(0)) callback(now);
  };
  await begin(1);
  frames();
  await begin(2);
  frames();
  expect(log.splice(0)).toEqual(['a 1', 'b 1', 'shown 1', 'a 2', 'b 2', 'shown 2']);
  await begin(3);
  stop();
  frames();
  expect(log).toEqual(['a 3', 'b 3']);
});
