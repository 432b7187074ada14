import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './sizes.ts';

const server = process.env['SHANHAI_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    firstLoad([
      { route: '/login', pages: ['/src/auth/LoginPage.tsx'], namespaces: ['common', 'errors', 'auth'], limitKb: 200 },
      {
        route: '/room',
        pages: ['/src/calls/RoomPage.tsx', '/src/paging/RingOverlay.tsx'],
        namespaces: ['common', 'errors', 'calls', 'paging', 'consults'],
        limitKb: 350,
      },
    ]),
  ],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/client'),
    emptyOutDir: true,
    target: ['chrome107', 'edge107', 'firefox115', 'safari16'],
    reportCompressedSize: true,
    // Desk pages share one Ant Design chunk, which is larger than Vite's notice; the routes that must be small are held by firstLoad.
    chunkSizeWarningLimit: 2000,
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
