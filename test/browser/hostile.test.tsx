import { createRoot } from 'react-dom/client';
import { afterAll, expect, test } from 'vitest';
import { App } from '../../src/app/App';
import { followAddress } from '../../src/app/addressBar';
import { LabContext } from '../../src/app/context';
import { readAddress } from '../../src/lab/address';
import { createLab } from '../../src/lab/lab';
import { defaultSettings } from '../../src/lab/settings';
import { stream } from '../../src/math/random';
import '../../src/app/page.css'; // colours are read from it
import { createClient } from '../../src/train/client';
import { HOSTILE } from '../tools/addresses';

// The whole page opens hostile addresses, one in every frame. `VITE_HOSTILE=10000 npx vitest run --project browser hostile`
// opens as many; the suite a few of each kind.
const COUNT = Number(import.meta.env.VITE_HOSTILE ?? 90);

const faults: string[] = [];
window.addEventListener('error', ({ message }) => faults.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

/** Tasks that kept the page from answering, ms. */
const freezes: number[] = [];
const watching = new PerformanceObserver((list) => {
  freezes.push(...list.getEntries().map(({ duration }) => duration));
});

const root = document.createElement('div');
document.body.append(root);
const lab = createLab(defaultSettings(), [], createClient);
const bar = followAddress(lab);
createRoot(root).render(
  <LabContext value={lab}>
    <App />
  </LabContext>,
);
afterAll(() => {
  bar.stop();
  lab.pause();
});

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
const foreign = (): number => document.querySelectorAll('script, iframe, object, embed, img, base').length;

test('No hostile address throws or brings markup, and every repair is said', async () => {
  await frame();
  const before = foreign();
  watching.observe({ type: 'longtask' });
  const makers = Object.entries(HOSTILE).map(([kind, make]) => {
    const random = stream(5, kind);
    return () => make(random);
  });
  for (let i = 0; i < COUNT; i++) {
    const hash = `#${makers[i % makers.length]?.()}`;
    bar.open(hash);
    await frame();
    await frame();
    const { repairs, settings } = readAddress(hash);
    expect(root.querySelectorAll('.lanes > .lane'), hash).toHaveLength(settings.lanes.length);
    expect(root.querySelectorAll('.repairs li').length > 0, hash).toBe(repairs.length > 0);
    expect(root.querySelectorAll('.repairs li *'), hash).toHaveLength(0);
    expect(foreign(), hash).toBe(before);
    expect(faults, hash).toEqual([]);
  }
  const over = freezes.filter((ms) => ms > 100);
  console.log(
    `${COUNT} addresses; tasks over 50 ms: ${freezes.length}, over 100 ms: ${over.length}, longest ${Math.max(0, ...freezes)} ms`,
  );
}, 3_600_000);
