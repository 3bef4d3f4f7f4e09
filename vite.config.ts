import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { assemblyScript } from './build/assemblyScript.ts';
import { katexWoff2Only } from './build/katexWoff2Only.ts';
import { sameHostOnly } from './build/sameHostOnly.ts';
import { TENSORFLOW } from './build/tensorflow.ts';
import { thirdPartyLicences } from './build/thirdPartyLicences.ts';

const licences = thirdPartyLicences(['workbox-core', 'workbox-precaching', 'workbox-routing']);

/** tfjs repeats its licence in every file; third-party-licences.txt says it once. */
const rolldownOptions = { output: { comments: { legal: false } } };

const offline = VitePWA({
  // A new version waits until every tab of the old one is closed: no page is ever reloaded under a running
  // training, and none loses the lazy chunks it has not asked for yet.
  registerType: 'prompt',
  injectRegister: false, // the page does it, and bears that it is refused
  includeManifestIcons: false, // they are precached with everything else
  manifest: {
    name: 'Angular Margin Explorer',
    short_name: 'Margins',
    description:
      'Train small classifiers with angular margin losses, side by side, and watch the hypersphere.',
    display: 'standalone',
    theme_color: '#0072b2',
    background_color: '#ffffff',
    icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2,bin,wasm,txt}'],
    maximumFileSizeToCacheInBytes: 8e6,
    clientsClaim: true, // so that the first visit, too, can lose the network and go on
    navigateFallbackDenylist: [/\.\w+$/], // a link to a file is not a link to the page
  },
});

export default defineConfig({
  base: './', // the built page works in any folder of any site
  plugins: [assemblyScript, katexWoff2Only, react(), sameHostOnly, licences.page, offline],
  worker: { format: 'es', plugins: () => [assemblyScript, licences.worker], rolldownOptions },
  build: { manifest: true, chunkSizeWarningLimit: 1500, rolldownOptions },
  // Workers are looked through as well, or what only they import would be found late and reload the page.
  optimizeDeps: { entries: ['index.html', 'src/**/*.{ts,tsx}'], include: TENSORFLOW },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
