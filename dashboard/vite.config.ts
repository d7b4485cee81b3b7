import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A hub to develop against: `FAIRLEAD_HUB=http://127.0.0.1:7400 npx -y pnpm@12 --filter @fairlead/dashboard dev`. */
const hub = process.env['FAIRLEAD_HUB'] ?? 'http://127.0.0.1:7400';

export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ['@fairlead/source', 'module', 'browser', 'development|production'],
    // The form library names it in what only its own tests use.
    alias: { '@rjsf/validator-ajv8': join(import.meta.dirname, 'src/pages/connections/no-validator.ts') },
  },
  build: {
    target: 'es2024',
    // Browsers that know light-dark(), which is written out for older ones in a way that does not follow a button.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // An image in the script would make every page wait for it.
    assetsInlineLimit: 0,
    // The hub’s content security policy allows scripts of its own address alone: nothing inline.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Kilobytes before compression. What a first view may be is watched by a bench; the form library alone is half of this.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: {
      // With the slash: `/api-keys` is a page.
      '/api/': { target: hub, ws: true },
      '/readyz': hub,
      '/docs': hub,
      '/openapi.json': hub,
      '/asyncapi.json': hub,
    },
  },
});
