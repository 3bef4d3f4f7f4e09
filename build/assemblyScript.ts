import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Speed first, and nothing of a runtime: a kernel takes addresses and owns no objects. SIMD without its relaxed part. */
const OPTIONS = [
  ['--optimizeLevel', '3'],
  ['--noAssert'],
  ['--runtime', 'stub'],
  ['--importMemory'],
  ['--noExportMemory'],
  ['--enable', 'simd'],
].flat();

/**
 * `import code from './kernel/index.ts?assembly'` compiles that file, which is AssemblyScript, and all that it imports
 * to one WebAssembly module: `code` is its bytes in base64. A few kB, so that nothing needs to be fetched.
 */
export const assemblyScript: Plugin = {
  name: 'assembly-script',
  load: {
    filter: { id: /\?assembly\b/ },
    async handler(id) {
      const { code, sources } = await compile(id.replace(/\?.*$/, ''));
      for (const source of sources) this.addWatchFile(source);
      return { code: `export default '${code.toString('base64')}';`, map: null };
    },
  },
};

/** @throws Error with the compiler's words */
async function compile(entry: string): Promise<{ code: Buffer; sources: readonly string[] }> {
  // Only now: the compiler takes a while to arrive, and most runs of Vite never need it.
  const { main } = await import('assemblyscript/asc');
  const sources: string[] = [];
  let code = Buffer.alloc(0);
  const { error, stderr } = await main([entry, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile(name, folder) {
      const source = resolve(folder, name);
      if (!existsSync(source)) return null;
      sources.push(source);
      return readFileSync(source, 'utf8');
    },
    writeFile(_, contents) {
      code = Buffer.from(contents);
    },
  });
  if (error) throw new Error(`${entry}: ${error.message}\n${stderr.toString()}`);
  return { code, sources };
}
