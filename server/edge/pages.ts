import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** The built web client: hashed files are kept for a year, the page itself is always asked for again. */
export const pages = (folder: string): Router => {
  const router = Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  // The worker decides which build is shown: an hour-old one would keep an old build for an hour.
  router.get('/sw.js', (_req, res, next) => {
    res.set('cache-control', 'no-cache');
    res.sendFile(join(folder, 'sw.js'), (error) => error && next());
  });
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get(/^\/(?!api\/|socket\.io\/|assets\/).*/, (_req, res) => {
    const page = join(folder, 'index.html');
    if (!existsSync(page))
      return void res.status(503).type('text/plain').send('The web client has not been built: run npm start.');
    res.set('cache-control', 'no-cache').sendFile(page);
  });
  return router;
};
