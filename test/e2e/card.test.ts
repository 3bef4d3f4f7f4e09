import type { Page } from '@playwright/test';
import { button, circle, openPaused, slider, stepOnce } from './explorer';
import { expect, test } from './fixtures';

test.use({ keepsPage: true });

/** A printed number, with a minus as in print. */
const read = (text: string): number => Number(text.replace('−', '-'));

interface Printed {
  readonly rows: readonly Readonly<Record<string, number>>[];
  readonly own: number;
  readonly marginLogit: number;
  readonly sums: Readonly<Record<string, string>>;
}

/** A lane of the card, as it stands on the screen. */
async function printed(page: Page, name: string): Promise<Printed> {
  const lane = page.getByRole('article', { name: `${name}: picked sample` });
  const raw = await lane.evaluate((element) => ({
    heads: [...element.querySelectorAll('thead th')].map((cell) => cell.textContent ?? ''),
    rows: [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent ?? ''),
    ),
    own: [...element.querySelectorAll('tbody tr')].findIndex((row) => row.classList.contains('card-own')),
    sums: [...element.querySelectorAll('dt')].map(
      (term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? ''] as const,
    ),
  }));
  const logit = raw.heads.indexOf('logit');
  const ownLogit = (raw.rows[raw.own]?.[logit] ?? '').split(' → ');
  return {
    rows: raw.rows.map((cells) =>
      Object.fromEntries(raw.heads.map((head, k) => [head, read((cells[k] ?? '').split(' → ')[0] ?? '')])),
    ),
    own: raw.own,
    marginLogit: read(ownLogit.at(-1) ?? ''),
    sums: Object.fromEntries(raw.sums),
  };
}

const M = { CosFace: 0.25, ArcFace: 0.5 };
const S = { CosFace: 30, ArcFace: 16 };

/** ψ by the papers' formulas, for the lanes without a schedule. */
const PSI: Readonly<Record<string, (theta: number) => number>> = {
  Softmax: Math.cos,
  CosFace: (theta) => Math.cos(theta) - M.CosFace,
  ArcFace: (theta) =>
    theta <= Math.PI - M.ArcFace
      ? Math.cos(theta + M.ArcFace)
      : Math.cos(theta) - M.ArcFace * Math.sin(M.ArcFace),
};

test('The card of a sample adds up: each number follows from the printed ones before it', async ({
  page,
}) => {
  await openPaused(page);
  await slider(page, 'CosFace margin m₃').fill(String(M.CosFace));
  await slider(page, 'CosFace scale s').fill(String(S.CosFace));
  for (let k = 0; k < 3; k++) await stepOnce(page);
  for (const presses of [1, 3, 5]) {
    for (let k = 0; k < presses; k++) await circle(page, 'ArcFace').press('PageUp');
    await expect(page.getByRole('region', { name: 'Picked sample' })).toContainText('Step 3.');
    for (const name of ['Softmax', 'SphereFace', 'CosFace', 'ArcFace']) {
      const { rows, own, marginLogit, sums } = await printed(page, name);
      expect(rows, name).toHaveLength(8);
      const norm = read(sums['‖x‖'] ?? '');
      const theta = rows[own]?.θ ?? Number.NaN;
      const psi = read(Object.entries(sums).find(([term]) => term.startsWith('ψ'))?.[1] ?? '');
      const expected = PSI[name]?.(theta);
      if (expected !== undefined) expect(psi, `${name} ψ`).toBeCloseTo(expected, 4);
      const logits = rows.map((row, j) => {
        const scale = row['‖x‖‖W‖'] ?? (name === 'SphereFace' ? norm : S[name as keyof typeof S]);
        const cos = row['cos θ'] ?? Number.NaN;
        expect(cos, `${name} cos`).toBeCloseTo(Math.cos(row.θ ?? Number.NaN), 4);
        expect(row.logit, `${name} logit ${j}`).toBeCloseTo(scale * cos + (row.b ?? 0), 3);
        if (j === own) expect(marginLogit, `${name} with margin`).toBeCloseTo(scale * psi + (row.b ?? 0), 3);
        return j === own ? marginLogit : (row.logit ?? Number.NaN);
      });
      const sum = logits.reduce((all, z) => all + Math.exp(z), 0);
      for (const [j, z] of logits.entries())
        expect(rows[j]?.p, `${name} p`).toBeCloseTo(Math.exp(z) / sum, 4);
      const loss = read(sums['loss = ln Σ e^logit − own logit'] ?? '');
      expect(loss, `${name} loss`).toBeCloseTo(Math.log(sum) - marginLogit, 3);
    }
  }
});

test('A picked sample can be let go, and its card goes with it', async ({ page }) => {
  await openPaused(page);
  await circle(page, 'ArcFace').press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Picked sample' })).toBeVisible();
  await button(page, 'Let go').click();
  await expect(page.getByRole('region', { name: 'Picked sample' })).toHaveCount(0);
  await circle(page, 'ArcFace').press('ArrowRight');
  await circle(page, 'ArcFace').press('Escape');
  await expect(page.getByRole('region', { name: 'Picked sample' })).toHaveCount(0);
});
