import type { Locator } from '@playwright/test';
import {
  button,
  choice,
  circle,
  expectStepsBeyond,
  FULL_SPEED,
  LANES,
  lane,
  openTraining,
  pictureOf,
  QUICK,
  setUp,
  slider,
  statusLine,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

const WORKER = /\/assets\/worker-[^/]*\.js$/;
const WASM = /\.wasm$/;
/** Its chunks are named after the modules that are made of it. */
const TENSORFLOW = /\/assets\/(backend|portable|fused)-[^/]*\.js$/;
const DIGITS = /\/digits\.bin$/;

/** Part of a canvas's pixels that have a colour, not only a grey: 0 ... 1. */
const colouredPart = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let coloured = 0;
    for (let k = 0; k < pixels.length; k += 4) {
      const rgb = [pixels[k] ?? 0, pixels[k + 1] ?? 0, pixels[k + 2] ?? 0];
      if (Math.max(...rgb) - Math.min(...rgb) > 8 && (pixels[k + 3] ?? 0) > 8) coloured++;
    }
    return coloured / (width * height);
  });

test(
  'Circles stand there, and follow a slider, before anything that trains has arrived',
  CORE,
  async ({ page }) => {
    for (const never of [WORKER, WASM, DIGITS]) await page.route(never, () => {}); // no answer at all
    await page.goto('./');
    await expect(statusLine(page)).toHaveText(/Getting ready/);
    for (const name of LANES) {
      await expect(circle(page, name)).toBeVisible();
      // The areas of classes alone fill a third of the box.
      await eventually(() => colouredPart(circle(page, name)), name).toBeGreaterThan(0.05);
      await expect(circle(page, name)).toHaveAttribute('aria-valuetext', /^no samples yet/);
    }
    const [arcFace, softmax] = [
      await pictureOf(circle(page, 'ArcFace')),
      await pictureOf(circle(page, 'Softmax')),
    ];
    await slider(page, 'ArcFace margin m₂').fill('0.1');
    await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(arcFace);
    expect(await pictureOf(circle(page, 'Softmax'))).toBe(softmax);
    await button(page, 'Pause').click();
    await expect(button(page, 'Train')).toBeVisible();
    await expect(button(page, 'Step')).toBeDisabled();
  },
);

/** What does not arrive, and what the page says then. */
const MISSING = {
  'the worker': {
    file: WORKER,
    settings: QUICK,
    says: /could not go on\. The training worker could not start/,
  },
  'the data': { file: DIGITS, settings: 'data=digits', says: /could not go on\. Could not load digits\.bin/ },
};

for (const [what, { file, settings, says }] of Object.entries(MISSING)) {
  test.describe(() => {
    test.use({ expectedComplaints: [/ERR_FAILED/] });

    test(`Where ${what} cannot be loaded, the page says so, and can try again`, async ({ page }) => {
      await page.route(file, (route) => route.abort());
      await page.goto(`./#${settings}`);
      await expect(page.getByRole('alert')).toHaveText(says);
      await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
      await expect(circle(page, 'ArcFace')).toBeVisible();
      await expect(button(page, 'Train')).toBeVisible();
      await page.unroute(file);
      await button(page, 'Start again').click();
      await expectStepsBeyond(page, 0);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  });
}

test.describe(() => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('Where the kernels of TensorFlow.js are asked for and do not arrive, this project’s own train', async ({
    page,
  }) => {
    await page.route(WASM, (route) => route.abort());
    await openTraining(page, `${QUICK}&engine=wasm`);
    await expect(statusLine(page)).toContainText(
      'WebAssembly SIMD (since what was chosen does not run here)',
    );
  });
});

test('Where this project’s own kernels train, nothing of TensorFlow.js is fetched', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const ofTensorFlow = () => fetched.filter((url) => WASM.test(url) || TENSORFLOW.test(url));
  await openTraining(page, QUICK);
  await expect(statusLine(page)).toHaveText(/WebAssembly SIMD/);
  expect(ofTensorFlow()).toEqual([]);
  await setUp(page).click();
  await choice(page, 'Engine').selectOption('TensorFlow.js on WebAssembly');
  await expect(statusLine(page)).toHaveText(/TensorFlow.js on WebAssembly/);
  expect(ofTensorFlow().length).toBeGreaterThan(1);
});

test(
  'A lane whose numbers overflow stands still, says so, and can go back; the others go on',
  CORE,
  async ({ page }) => {
    // A learning rate of 1: plain softmax, whose lengths nothing bounds, is the first to overflow.
    await page.goto(`./#${FULL_SPEED}&lanes=softmax~arcFace&optimizer=sgd&rate=1`);
    const softmax = lane(page, 'Softmax');
    await expect(softmax.getByText(/stopped being a number at step \d+/)).toBeVisible();
    await expectStepsBeyond(page, await stepOf(page));
    expect(await colouredPart(circle(page, 'Softmax'))).toBeGreaterThan(0.05);
    for (const text of await softmax.getByRole('status').allTextContents())
      expect(text).not.toMatch(/NaN|Infinity|\de\+/);
    // Going on at full speed it would overflow again before anyone could read that it went back.
    await choice(page, 'Speed').selectOption('1 step/s');
    await softmax.getByRole('button', { name: /go on from step \d+/ }).click();
    await expect(softmax.getByText(/went back to its network of step \d+/)).toBeVisible();
  },
);
