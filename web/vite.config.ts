import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { basemap } from './basemap.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react(), basemap()],
  // The map's worker is a module; without this the build wraps it and it fails to load.
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The map library is large by nature, and comes after the first paint.
    chunkSizeWarningLimit: 1400,
    // Inlined files would be data: addresses, which the page's content policy refuses for all but images.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env.DATELINE_API ?? 'http://127.0.0.1:8484' } },
});
