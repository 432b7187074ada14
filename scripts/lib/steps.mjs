import { webClient } from './client.mjs';
import { dependencies } from './dependencies.mjs';
import { mediaWorker } from './media.mjs';
import { prismaClient } from './prisma.mjs';

/** All that a server needs before its first start. `withDev`: also what only tests and benches need. */
export const serverSteps = ({ withDev }) => [dependencies(withDev), prismaClient, mediaWorker, webClient];

/** What a script needs that runs beside the server. */
export const scriptSteps = [dependencies(true), prismaClient];
