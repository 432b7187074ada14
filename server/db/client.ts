import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** Inside or outside a transaction: handlers take what `run` gives them. */
export type Tx = Prisma.TransactionClient;

/** An open database: Prisma for the features, `connection` for pg-boss, which keeps its own schema beside ours. */
export interface Database {
  prisma: PrismaClient;
  connection: PoolConfig;
  close(): Promise<void>;
}

/** A Prisma client on node-postgres; `connection` takes a Unix socket folder as `host`. */
export const connect = (connection: PoolConfig): PrismaClient => new PrismaClient({ adapter: new PrismaPg(connection) });
