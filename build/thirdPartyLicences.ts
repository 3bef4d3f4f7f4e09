import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const TITLE = 'Angular Margin Explorer contains the work of others, listed here with their licences.\n';

/** What a package has compiled into itself. */
const INSIDE: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs-backend-wasm':
    'with XNNPACK (BSD-3-Clause) and parts of Emscripten (MIT) in its .wasm files',
};

/**
 * Writes third-party-licences.txt: every package of which code, a style or a font is really in the build.
 * A worker is a bundle of its own, built while the page's is: its plugin collects, the page's also writes.
 * `alsoShipped` are packages that reach the build in another way, such as the service worker's.
 */
export function thirdPartyLicences(alsoShipped: readonly string[]): { page: Plugin; worker: Plugin } {
  const folders = new Set(alsoShipped.map((name) => join(process.cwd(), 'node_modules', name)));
  const collect = (moduleIds: Iterable<string>) => {
    for (const id of moduleIds) {
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0];
      if (folder && !id.startsWith('\0')) folders.add(folder);
    }
  };
  return {
    worker: {
      name: 'third-party-licences:worker',
      generateBundle(_, bundle) {
        collect(bundledModules(bundle));
      },
    },
    page: {
      name: 'third-party-licences:page',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundledModules(bundle));
        // A style leaves no code behind in its chunk.
        collect([...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id)));
        this.emitFile({ type: 'asset', fileName: 'third-party-licences.txt', source: listing(folders) });
      },
    },
  };
}

function bundledModules(bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle)
    .flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : []))
    .filter(([, module]) => module.renderedLength > 0)
    .map(([id]) => id);
}

/** One section per licence text, headed by the packages that come under it. */
function listing(folders: Iterable<string>): string {
  const packagesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const { heading, text } = licenceOf(folder);
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), heading]);
  }
  const sections = [...packagesByText].map(
    ([text, packages]) => `${packages.sort().join('\n')}\n\n${text}\n`,
  );
  return [TITLE, ...sections.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder: string): { heading: string; text: string } {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const heading = [`${name} ${version} (${license})`, INSIDE[name]].filter(Boolean).join(', ');
  const enclosed = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (enclosed) return { heading, text: readFileSync(join(folder, enclosed), 'utf8').trim() };
  // Some packages name their licence without enclosing it.
  const standard = readFileSync(join(process.cwd(), 'build/licences', `${license}.txt`), 'utf8');
  const holder = author?.name ?? author;
  return { heading, text: `${holder ? `Copyright (c) ${holder}\n\n` : ''}${standard.trim()}` };
}
