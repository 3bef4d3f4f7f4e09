import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

test('npm start serves the page on this machine, and says where when it finds no browser to open', async () => {
  const start = spawn(process.execPath, ['test/setup/start.mjs'], { env: { PATH: '' } });
  try {
    let said = '';
    start.stdout.on('data', (text) => {
      said += text;
    });
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/No browser could be opened/);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
    expect(await (await fetch(address)).text()).toContain('<title>Angular Margin Explorer</title>');
  } finally {
    start.kill();
  }
}, 30_000);
