const EVERY_MS = 500;

/**
 * npm runs scripts by a shell, and passes SIGTERM on to the shell, which dies of it without telling us: then we end too, the
 * way a SIGTERM ends us. Only under npm: a server started from a shell that goes away has to stay.
 */
export const endWithParent = () => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  watch.unref();
};
