// The built page and, beside it, the harness that opens addresses in it. There is no worker: nothing but settings that were
// read reaches one.
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { preview } from 'vite';
import { buildPage } from '../speed/serve.mjs';

/** This folder's files stand where they are in the project, so that they find one another. */
const HARNESS = '/test/bench/hostile/harness.html';
const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript' };

/** @param {readonly string[]} hashes to open */
export async function serveHarness(hashes) {
  /** Has a `told` of the page as it was opened, of each address, and of the end.
   * @type {EventEmitter<{ told: [import('./harness.mjs').Told] }>} */
  const news = new EventEmitter();
  /** @param {import('vite').Connect.IncomingMessage} request @param {import('node:http').ServerResponse} response
   * @param {import('vite').Connect.NextFunction} next */
  async function answer(request, response, next) {
    const path = request.url?.split('?')[0] ?? '';
    if (/\/worker-[^/]*\.js$/.test(path)) return; // never
    if (path === '/sw.js') return void response.writeHead(404).end(); // the page does without
    if (path === '/addresses') return void response.end(JSON.stringify(hashes));
    if (path === '/told') {
      news.emit('told', JSON.parse(await textOf(request)));
      return void response.end();
    }
    const type = Object.entries(TYPES).find(([extension]) => extension === extname(path))?.[1];
    if (!type || !path.startsWith('/test/')) return next();
    response.setHeader('Content-Type', type);
    response.end(await readFile(new URL(`../../..${path}`, import.meta.url)));
  }
  const harness = {
    name: 'harness',
    /** @param {import('vite').PreviewServer} server */
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => void answer(request, response, next).catch(next));
    },
  };
  const outDir = await buildPage();
  const site = await preview({
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
    plugins: [harness],
  });
  const address = new URL(HARNESS, site.resolvedUrls?.local[0]).href;
  return { address, news, close: () => site.close() };
}

/** @param {AsyncIterable<Buffer>} request */
async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
