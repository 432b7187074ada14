import type { TestProject } from 'vitest/node';
import { type Address, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: Address;
  }
}

/** One server for all browser tests: its demo history takes longer to make than any of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startServer();
  project.provide('server', address);
  return stop;
}
