import type { Page } from '@playwright/test';
import { inWorkers, workerOf } from '../setup/inside.mjs';
import {
  allReadings,
  button,
  circle,
  drawFrames,
  expectStepsBeyond,
  openTraining,
  pictureOf,
  QUICK,
  runNews,
  slider,
  statusLine,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';
import { CLOCK, callRenderer, NO_FLOATS, NO_WEBGL, SLOW_GRAPHICS, SLOW_PROCESSOR } from './machine';

/** What a worker may lack, and what the page says of the engine that runs instead. */
const LACKS: readonly {
  readonly title: string;
  readonly code: string;
  readonly headers?: Record<string, string>;
  readonly settings?: string;
  readonly says: RegExp;
  readonly complaints?: readonly RegExp[];
}[] = [
  {
    title: 'Without WebGL',
    code: NO_WEBGL,
    says: /WebAssembly SIMD \(since there is no WebGL 2 for workers here\)/,
  },
  {
    title: 'Without an OffscreenCanvas',
    code: 'delete self.OffscreenCanvas;',
    says: /WebAssembly SIMD \(since there is no WebGL 2 for workers here\)/,
  },
  {
    title: 'With a graphics processor that is no slower than the processor',
    code: callRenderer('A graphics processor') + SLOW_PROCESSOR,
    says: /WebGL, fused \(on A graphics processor\)/,
  },
  {
    title: 'With a graphics processor that is clearly slower than the processor',
    code: callRenderer('A graphics processor') + SLOW_GRAPHICS,
    says: /WebAssembly SIMD \(clearly faster here, in a short trial, than WebGL on A graphics processor\)/,
  },
  {
    title: 'Where WebGL holds no 32-bit floats',
    code: callRenderer('A graphics processor') + NO_FLOATS,
    says: /WebAssembly SIMD \(since WebGL failed its trial here/,
  },
  {
    title: 'Where WebGL is asked for and holds no 32-bit floats',
    code: NO_FLOATS,
    settings: '&engine=webgl',
    says: /WebAssembly SIMD \(since what was chosen does not run here\)/,
  },
  {
    title: 'Without WebAssembly',
    code: 'delete self.WebAssembly;',
    says: /JavaScript \(since neither WebGL nor WebAssembly runs here\)/,
  },
  {
    title: 'Where a policy forbids WebAssembly',
    code: '',
    headers: { 'content-security-policy': "script-src 'self'" },
    says: /JavaScript \(since neither WebGL nor WebAssembly runs here\)/,
  },
];

for (const { title, code, headers, settings = '', says, complaints = [] } of LACKS) {
  test.describe(() => {
    test.use({ expectedComplaints: [...complaints] });

    const often = title === 'Without WebGL' ? CORE : {};
    test(`${title} the page trains all the same, and says on what and why`, often, async ({ page }) => {
      await inWorkers(page, code, headers);
      await openTraining(page, QUICK + settings);
      await expect(statusLine(page)).toContainText(says);
      await expectStepsBeyond(page, await stepOf(page));
    });
  });
}

/** How a browser may keep workers from a page. */
const NO_WORKERS: Readonly<
  Record<string, { refuse(page: Page): Promise<void>; says: RegExp; complaints?: RegExp[] }>
> = {
  'has no workers': {
    refuse: async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    },
    says: /This browser runs no workers/,
  },
  'throws at a worker': {
    refuse: async (page) => {
      await page.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new DOMException('refused', 'SecurityError');
          }
        } as unknown as typeof Worker; // nothing is done with it but this
      });
    },
    says: /This browser runs no workers/,
  },
  'is forbidden workers by a policy': {
    refuse: async (page) => {
      await page.route(/\/$/, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" };
        await route.fulfill({ response, headers });
      });
    },
    says: /training worker could not start|runs no workers/,
    complaints: [/Content Security Policy/],
  },
};

for (const [what, { refuse, says, complaints = [] }] of Object.entries(NO_WORKERS)) {
  test.describe(() => {
    test.use({ expectedComplaints: complaints });

    test(`A browser that ${what} is told so, and its circles follow the sliders`, async ({ page }) => {
      await refuse(page);
      await page.goto(`./#${QUICK}`);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(says);
      await expect(alert).toContainText('The pictures still follow the sliders.');
      await expect(alert).toBeInViewport({ ratio: 1 });
      const before = await pictureOf(circle(page, 'ArcFace'));
      await slider(page, 'ArcFace margin m₂').fill('0.1');
      await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(before);
      await drawFrames(page, 4);
      const narrow = await pictureOf(circle(page, 'ArcFace'));
      await button(page, 'Undo').click();
      await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.5');
      await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(narrow);
      await button(page, 'Start again').click(); // to no avail
      await expect(alert).toContainText(says);
    });
  });
}

test.describe(() => {
  test.use({ serviceWorkers: 'allow' });

  test('Where nothing may be stored and no service worker installed, the page trains without a complaint', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('refused', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
      ServiceWorkerContainer.prototype.register = async () => refuse();
    });
    await openTraining(page);
    await drawFrames(page, 30);
  });

  test('Where there are no service workers at all, the page trains without a complaint', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await openTraining(page);
    await drawFrames(page, 30);
  });
});

test('A machine that slept for hours goes on at once: steps, whole looks and readings', async ({ page }) => {
  await page.addInitScript(CLOCK.replaceAll('self.', 'window.'));
  await inWorkers(page, CLOCK);
  await openTraining(page);
  const sleep = (): void => (self as unknown as { sleep(ms: number): void }).sleep(5 * 3600_000);
  for (let time = 0; time < 3; time++) {
    await expectStepsBeyond(page, (await stepOf(page)) + 5);
    await workerOf(page).evaluate(sleep);
    await page.evaluate(sleep);
    const step = await stepOf(page);
    const readings = await allReadings(page);
    await expectStepsBeyond(page, step);
    await eventually(() => allReadings(page), 'readings').not.toEqual(readings);
  }
  await expect(runNews(page)).not.toContainText('no longer answered');
});

test('A page whose process is stopped for a while goes on when it may', async ({ page, browser }) => {
  test.skip(process.platform === 'win32', 'no signals');
  await openTraining(page);
  const step = await stepOf(page);
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  expect(renderers).not.toEqual([]);
  // Page and worker at once, as a machine falls asleep; CDP freezes hidden pages only, and none is hidden here.
  for (const { id } of renderers) process.kill(id, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 4000)); // nothing in the page tells the time
  for (const { id } of renderers) process.kill(id, 'SIGCONT');
  await expectStepsBeyond(page, step);
  await expectStepsBeyond(page, (await stepOf(page)) + 20);
  await expect(statusLine(page)).toContainText(/^\d+(\.\d+)? steps\/s/);
});
