// The built page and, beside it, the harness that opens addresses in it. There is no worker: nothing but settings that were
// read reaches one. Not Vite's preview: a process that has loaded Vite has much to clear away (prepare.mjs).
import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** This folder's files stand where they are in the project, so that they find one another. */
const HARNESS = '/test/bench/hostile/harness.html';
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** @param {string} folder of the built page */
export async function serveHarness(folder) {
  /** The harness asks for addresses to open, and tells of the page before the first, of each address, and of the end.
   * @type {EventEmitter<{ asked: [(hashes: string[]) => void], told: [import('./harness.mjs').Told] }>} */
  const news = new EventEmitter();
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? '', 'http://localhost/');
    if (/\/worker-[^/]*\.js$/.test(pathname)) return; // never
    if (pathname === '/sw.js') return void response.writeHead(404).end(); // the page does without
    if (pathname === '/addresses') {
      return void news.emit('asked', (hashes) => response.end(JSON.stringify(hashes)));
    }
    if (pathname === '/told') {
      news.emit('told', JSON.parse(await textOf(request)));
      return void response.end();
    }
    const file = join(root, pathname.startsWith('/test/') ? '' : folder, pathname);
    const content = await readFile(file).catch(() => null);
    if (!content) return void response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(content);
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => new Promise((resolve) => server.close(resolve));
  return { address: `http://127.0.0.1:${at.port}${HARNESS}`, news, close };
}

/** @param {AsyncIterable<Buffer>} request */
async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
