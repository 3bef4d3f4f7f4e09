// The two sites that are measured: the bench's own page as Vite serves sources, and the built page.
import { fileURLToPath } from 'node:url';
import { build, createServer, preview } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
process.chdir(root);

export async function serveBench() {
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  const server = await createServer({ configFile, logLevel: 'error' });
  await server.listen();
  const address = new URL('test/bench/speed/speed.html', server.resolvedUrls?.local[0]).href;
  return { address, close: () => server.close() };
}

/** Builds the page, away from a build that is being looked at, and says where. */
export async function buildPage() {
  const outDir = 'node_modules/.cache/bench/dist';
  // A server of Vite's, or what it has imported, leaves `development` behind, and React would be built in its slow form.
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

export async function servePage() {
  const outDir = await buildPage();
  const site = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  return { address: site.resolvedUrls?.local[0] ?? '', close: () => site.close() };
}
