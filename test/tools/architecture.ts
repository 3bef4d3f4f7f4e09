import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

/** What each folder of src may import besides itself. A file's folder is the first part of its path in src;
 *  `i18n/language` is named alone, since any folder that carries words may import its types. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'everything'>> = {
  expr: [],
  math: [],
  margin: ['expr', 'math'],
  losses: ['margin'],
  data: ['math', 'margin'],
  datasets: ['data', 'math', 'margin'],
  train: ['math', 'margin', 'data', 'datasets'],
  draw: ['math'],
  figures: ['draw', 'margin', 'math', 'expr', 'i18n'],
  lab: [
    'margin',
    'losses',
    'data',
    'datasets',
    'math',
    'train/protocol',
    'train/checkpoint',
    'train/client',
    'i18n',
  ],
  lessons: ['lab', 'margin', 'math', 'i18n'],
  i18n: [],
  app: 'everything',
  main: ['app'],
};

/** These run in the page, in the worker and in tests alike. */
const KNOW_NO_PAGE = ['expr', 'math', 'margin', 'losses', 'data', 'datasets'];
/** These two could be lifted out of the project as they are. */
const STAND_ALONE = ['expr', 'math'];
const LONGEST_FILE = 250;

export type Sources = Readonly<Record<string, string>>;

export interface Import {
  readonly from: string;
  /** A path in src without its ending, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** `type` leaves nothing in the bundle; `lazy` is an import(), a worker or a glob: another chunk. */
  readonly way: 'static' | 'type' | 'lazy';
}

/** Sentences about what breaks the architecture; none for a sound one. Paths are relative to src. */
export function faults(sources: Sources): string[] {
  return [
    ...imports(sources).flatMap((edge) => importFault(edge) ?? []),
    ...Object.entries(sources).flatMap(([path, source]) => fileFaults(path, source)),
  ];
}

function importFault({ from, to, isPackage, way }: Import): string | undefined {
  const folder = folderOf(from);
  const allowed = MAY_IMPORT[folder];
  if (allowed === undefined) return `${from} is in "${folder}", which the table of imports does not know.`;
  if (isPackage) return packageFault(from, to);
  if (folderOf(to) === folder || allowed === 'everything') return;
  if (allowed.includes(to) || allowed.includes(folderOf(to))) return;
  if (to === 'i18n/language' && way === 'type' && !STAND_ALONE.includes(folder)) return;
  return `${from} may not import ${to}.`;
}

function packageFault(from: string, name: string): string | undefined {
  if (STAND_ALONE.includes(folderOf(from))) return `${from} may not import ${name}: its folder stands alone.`;
  if (name.startsWith('@tensorflow/') && folderOf(from) !== 'train') {
    return `${from} may not import ${name}: only train knows tensors.`;
  }
}

function fileFaults(path: string, source: string): string[] {
  const code = withoutComments(path, source);
  const found: string[] = [];
  if (source.trimEnd().split('\n').length > LONGEST_FILE)
    found.push(`${path} is over ${LONGEST_FILE} lines.`);
  if (/\bMath\.random\b/.test(code)) found.push(`${path} uses Math.random: randomness is an argument.`);
  const page = /\b(document|window)\s*[.[]/.exec(code)?.[1];
  if (page && KNOW_NO_PAGE.includes(folderOf(path)))
    found.push(`${path} mentions ${page}: it knows no page.`);
  return found;
}

/** All files that arrive with `start`: those it imports, and what they import, at once and not lazily. */
export function arriveWith(start: string, sources: Sources): Import[] {
  const edges = imports(sources).filter(({ way }) => way === 'static');
  const reached = new Set([withoutEnding(start)]);
  for (const file of reached) {
    for (const { from, to, isPackage } of edges)
      if (withoutEnding(from) === file && !isPackage) reached.add(to);
  }
  return edges.filter(({ from }) => reached.has(withoutEnding(from)));
}

/** Every import, export-from, dynamic import, worker address and glob. */
export function imports(sources: Sources): Import[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    specifiers(path, source).map(([specifier, way]) => {
      const target = specifier.replace(/^!/, '').replace(/\?.*$/, '');
      const isPackage = !/^(\.|\/src\/)/.test(target);
      const inSrc = target.startsWith('/') ? target.slice('/src/'.length) : join(dirname(path), target);
      return { from: path, to: isPackage ? target : withoutEnding(inSrc), isPackage, way };
    }),
  );
}

function specifiers(path: string, source: string): [string, Import['way']][] {
  const { module } = parseSync(path, source);
  const code = withoutComments(path, source);
  const way = ({ start }: { start: number }) =>
    /^(im|ex)port\s+type\b/.test(source.slice(start)) ? 'type' : 'static';
  const lazily = (pattern: RegExp) =>
    [...code.matchAll(pattern)]
      .flatMap(([, quoted = '']) => [...quoted.matchAll(/['"`]([^'"`]+)['"`]/g)])
      .map(([, specifier = '']): [string, 'lazy'] => [specifier, 'lazy']);
  return [
    ...module.staticImports.map((found): [string, Import['way']] => [found.moduleRequest.value, way(found)]),
    ...module.staticExports.flatMap((found) =>
      found.entries
        .slice(0, 1)
        .flatMap(({ moduleRequest }): [string, Import['way']][] =>
          moduleRequest ? [[moduleRequest.value, way(found)]] : [],
        ),
    ),
    ...lazily(/\bimport\(\s*([^)]*)\)/g),
    ...lazily(/\bnew URL\(([^,)]*),\s*import\.meta\.url/g),
    ...lazily(/\bimport\.meta\.glob\b[^(]*\(\s*(\[[^\]]*\]|[^,)]*)/g),
  ];
}

/** Comments become spaces; what strings say stays. */
function withoutComments(path: string, source: string): string {
  return parseSync(path, source).comments.reduce(
    (code, { start, end }) => code.slice(0, start) + ' '.repeat(end - start) + code.slice(end),
    source,
  );
}

const withoutEnding = (path: string) => path.replace(/\.(ts|tsx|css)$/, '');
const folderOf = (path: string) => withoutEnding(path.split('/')[0] ?? path);
