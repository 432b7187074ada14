import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineShell } from './shell.ts';
import { firstLoad } from './sizes.ts';

const server = process.env['SHANHAI_SERVER'] ?? 'http://localhost:3000';

/** A few files instead of one for each small part: over a slow line the requests cost more than the bytes. A feature's contract comes with its pages. */
const groups = [
  { name: 'base', test: /node_modules\/(react|react-dom|scheduler|react-router|react-i18next|i18next|@tanstack|zod|idb)\// },
  {
    name: 'parts',
    test: /\/client\/src\/(ui\/(?!form\/)|lib\/)|\/contract\/(kit|refusal|auth)\.|node_modules\/socket\.io-client\//,
  },
  { name: 'icons', test: /node_modules\/lucide-react\// },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    firstLoad([
      { route: '/login', pages: ['/src/auth/LoginPage.tsx'], namespaces: ['common', 'errors', 'auth'], limitKb: 200 },
      {
        route: '/room',
        pages: ['/src/calls/RoomPage.tsx', '/src/paging/RingOverlay.tsx'],
        namespaces: ['common', 'errors', 'calls', 'paging', 'consults', 'emergency'],
        limitKb: 350,
      },
    ]),
    // What a rescue needs without a link: to come in, to call, to stamp; and what its first page shows.
    offlineShell({
      pages: [
        '/src/auth/LoginPage.tsx',
        '/src/home/HomePage.tsx',
        '/src/paging/RingOverlay.tsx',
        '/src/emergency/outbox.ts',
        '/src/emergency/CallSheet.tsx',
        '/src/emergency/UnsentBanner.tsx',
        '/src/emergency/BoardPage.tsx',
        '/src/emergency/CasePage.tsx',
      ],
      namespaces: [
        ...['common', 'errors', 'auth', 'home', 'paging', 'push', 'emergency', 'emergencyCase'],
        ...['consults', 'referrals', 'directory', 'tasks', 'attachments', 'patients'],
      ],
      limitKb: 450,
    }),
  ],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/client'),
    emptyOutDir: true,
    target: ['chrome107', 'edge107', 'firefox115', 'safari16'],
    reportCompressedSize: true,
    // Desk pages share one Ant Design chunk, which is larger than Vite's notice; the routes that must be small are held by firstLoad.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/healthz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
