// What a visitor downloads, compressed as servers do it. The page's own JavaScript has a limit, since it is what
// stands between a phone and the first picture, and so has what makes the first step. kB are 1000 bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const PAGE_LIMIT_KB = 170;
/** Every phone loads it, too, before its first step. */
const WORKER_LIMIT_KB = 90;

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */
/** @typedef {{ what: string, kB: number, limit?: number }} Size */

/** @param {string} dist the folder of a build @returns {Size[]} */
export function sizes(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const page = pageFiles(manifest);
  const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
  const scripts = assets.filter((file) => file.endsWith('.js') && !page.includes(file));
  const worker = withImports(
    scripts.filter((file) => /worker-[^/]*$/.test(file)),
    dist,
  );
  const later = scripts.filter((file) => !worker.includes(file));
  const rest = assets.filter((file) => !file.endsWith('.js'));

  /** @param {string[]} files */
  const kB = (files) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) /
    1000;
  return [
    { what: "page's own JavaScript", kB: kB(page), limit: PAGE_LIMIT_KB },
    { what: 'worker', kB: kB(worker), limit: WORKER_LIMIT_KB },
    { what: 'JavaScript loaded later', kB: kB(later) },
    { what: 'styles, fonts, data, WebAssembly', kB: kB(rest) },
  ];
}

/** The entry and what it imports statically: all that must arrive before the page can run.
 * @param {Record<string, Chunk>} manifest */
function pageFiles(manifest) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {Chunk | undefined} chunk */
  const visit = (chunk) => {
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const key of chunk.imports ?? []) visit(manifest[key]);
  };
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) visit(chunk);
  return [...files];
}

/** A worker is not in the manifest: what it imports statically is read from the built files.
 * @param {string[]} files @param {string} dist */
function withImports(files, dist) {
  const reached = new Set(files);
  for (const file of reached) {
    const code = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g))
      reached.add(`assets/${name}`);
  }
  return [...reached];
}
