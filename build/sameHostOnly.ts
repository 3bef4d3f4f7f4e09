import type { Plugin } from 'vite';

const POLICY = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'", // tfjs's wasm backend compiles its kernels
  'style-src': "'self' 'unsafe-inline'", // KaTeX lays formulas out with style attributes
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self' data: blob:",
  'worker-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The built page can load nothing from another host, whatever a bug or a pasted address asks for.
 *  Only when built: the development server needs an inline script of its own. */
export const sameHostOnly: Plugin = {
  name: 'same-host-only',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: Object.entries(POLICY)
          .map(([what, from]) => `${what} ${from}`)
          .join('; '),
      },
      injectTo: 'head-prepend',
    },
  ],
};
