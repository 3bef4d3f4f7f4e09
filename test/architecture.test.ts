import { describe, expect, test } from 'vitest';
import { arriveWith, faults, imports, type Sources } from './tools/architecture';

const files = import.meta.glob<string>('../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const src: Sources = Object.fromEntries(
  Object.entries(files).map(([path, source]) => [path.replace('../src/', ''), source]),
);

const isTensorFlow = ({ to }: { to: string }) => to.startsWith('@tensorflow/');

test('src keeps to the table of imports and to the rules of its folders', () => {
  expect(faults(src)).toEqual([]);
});

test('TensorFlow.js does not arrive with the page, only with the worker', () => {
  expect(arriveWith('main.tsx', src).filter(isTensorFlow)).toEqual([]);
});

test('The imports of src are really found', () => {
  expect(Object.keys(src)).toContain('main.tsx');
  expect(imports(src).length).toBeGreaterThan(10);
});

describe('The check notices', () => {
  const refused: [what: string, path: string, source: string, fault: string][] = [
    [
      'an import upwards',
      'margin/loss.ts',
      "import { arc } from '../losses/arc'",
      'margin/loss.ts may not import losses/arc.',
    ],
    [
      'an import of a type',
      'draw/Frame.ts',
      "import type { Loss } from '../margin/loss'",
      'draw/Frame.ts may not import margin/loss.',
    ],
    [
      'an export of another file',
      'expr/tex.ts',
      "export * from '../math/angle'",
      'expr/tex.ts may not import math/angle.',
    ],
    [
      'a lazy import',
      'figures/roc.tsx',
      "const lab = () => import('../lab/store')",
      'figures/roc.tsx may not import lab/store.',
    ],
    [
      'a worker',
      'lab/feed.ts',
      "new Worker(new URL('../train/worker.ts', import.meta.url))",
      'lab/feed.ts may not import train/worker.',
    ],
    [
      'a glob',
      'margin/all.ts',
      "import.meta.glob<Loss>(['../losses/*.ts', '!./no.ts'])",
      'margin/all.ts may not import losses/*.',
    ],
    [
      'the words of the page as values',
      'margin/a.ts',
      "import { LANGUAGES } from '../i18n/language'",
      'margin/a.ts may not import i18n/language.',
    ],
    [
      'words where there are none',
      'math/a.ts',
      "import type { Language } from '../i18n/language'",
      'math/a.ts may not import i18n/language.',
    ],
    [
      'a package where there is none',
      'math/a.ts',
      "import { lcg } from 'd3'",
      'math/a.ts may not import d3: its folder stands alone.',
    ],
    [
      'tensors outside train',
      'lab/a.ts',
      "import '@tensorflow/tfjs-core'",
      'lab/a.ts may not import @tensorflow/tfjs-core: only train knows tensors.',
    ],
    [
      'a folder that is not in the table',
      'utils/a.ts',
      "import '../math/angle'",
      'utils/a.ts is in "utils", which the table of imports does not know.',
    ],
    ['the page', 'data/a.ts', 'document.title', 'data/a.ts mentions document: it knows no page.'],
    [
      'chance',
      'app/a.ts',
      'const dice = Math.random',
      'app/a.ts uses Math.random: randomness is an argument.',
    ],
    ['length', 'app/a.ts', 'f();\n'.repeat(251), 'app/a.ts is over 250 lines.'],
  ];
  test.each(refused)('%s', (_what, path, source, fault) => {
    expect(faults({ [path]: source })).toEqual([fault]);
  });

  test('what arrives by a detour', () => {
    const detour = {
      'main.tsx': "import { App } from './app/App'",
      'app/App.tsx': "import { client } from '../train/client'",
      'train/client.ts': "import '@tensorflow/tfjs-core'",
    };
    expect(arriveWith('main.tsx', detour).filter(isTensorFlow)).toHaveLength(1);
    const lazily = { ...detour, 'app/App.tsx': "const client = () => import('../train/client')" };
    expect(arriveWith('main.tsx', lazily).filter(isTensorFlow)).toHaveLength(0);
  });
});

test('The check lets through what is allowed', () => {
  const sound = {
    'main.tsx': "import './app/page.css'; import { App } from './app/App'",
    'losses/arcFace.ts':
      "import type { Translated } from '../i18n/language'; // as in document.title, or Math.random",
    'losses/index.ts': "export const shelf = import.meta.glob('./*.ts', { eager: true })",
    'lab/session.ts': "import { connect } from '../train/client'; import { shelf } from '../losses'",
    'train/client.ts': "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })",
    'app/Formula.tsx': "const katex = () => import('katex')",
  };
  expect(faults(sound)).toEqual([]);
});
