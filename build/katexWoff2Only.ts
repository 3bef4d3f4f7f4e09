import type { Plugin } from 'vite';

/** KaTeX's CSS also names woff and ttf files, 40 fonts that no browser this page supports would ever load. */
export const katexWoff2Only: Plugin = {
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /katex(\.min)?\.css/ },
    handler: (css) => ({
      code: css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
      map: null,
    }),
  },
};
