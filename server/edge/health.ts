import { Router } from 'express';

/** What the load balancer and the people on duty ask. `media` false: consults work, rooms do not. */
export interface Health {
  database(): Promise<boolean>;
  media(): { ready: boolean; workers: number; remedy: string | null };
  draining(): boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can take work; 503 while the database is away or it is shutting down. */
export const health = (of: Health): Router => {
  const router = Router();
  router.get('/healthz', (_req, res) => void res.json({ ok: true }));
  router.get('/readyz', async (_req, res) => {
    const database = await of.database();
    const ready = database && !of.draining();
    res.status(ready ? 200 : 503).json({ ready, database, media: of.media(), draining: of.draining() });
  });
  return router;
};
