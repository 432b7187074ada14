import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '../../server/auth/demo.ts';
import { type Api, connectApi } from '../api.ts';
import { comeIn, type desk, type Language, launch, type phone, shot, visit } from './browser.ts';
import { type Walker, walker } from './journey.ts';
import { bugsOf } from './server.ts';

interface Arrival {
  account: string;
  language: Language;
  options: typeof desk | typeof phone;
}

/**
 * One browser for a file of tests; whoever has arrived leaves after each, photographed where the test failed. With
 * `worker` the app keeps itself on the device.
 */
export const openStage = ({ worker = false } = {}) => {
  const server = inject('server');
  let browser: Browser;
  let present: Walker[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await Promise.all(present.map(({ page }, at) => shot(page, `failed-${task.id}-${at}`)));
      await silence();
    }
    await Promise.all(present.map(({ context }) => context.close()));
    present = [];
  });
  afterAll(async () => {
    await silence();
    await browser?.close();
  });

  /** A second sign-in of the same person, for what a test does not click. */
  const apiOf = async (account: string): Promise<Api> => {
    const { accessToken } = await connectApi(server.base, async () => null).auth.login({ account, password: DEMO_PASSWORD });
    return connectApi(server.base, async () => accessToken);
  };
  /** A rescue that is left open would ring over every page of whoever comes next. */
  const silence = async (): Promise<void> => {
    const { emergency } = await apiOf('leibo.doctor');
    const { items } = await emergency.list({ box: 'active', limit: 100 });
    for (const { id } of items) await emergency.standDown({ id });
  };

  return {
    server,
    arrive: async ({ account, language, options }: Arrival): Promise<Walker> => {
      const person = walker(
        await visit({
          browser,
          base: server.base,
          options: { ...options, ...(worker && { serviceWorkers: 'allow' as const }) },
          language,
        }),
        language,
      );
      present.push(person);
      await comeIn(person, account);
      return person;
    },
    apiOf,
    /** Nothing went wrong in any page, nor in the server. */
    expectNoFaults: () => {
      expect(present.flatMap(({ faults }) => faults())).toEqual([]);
      expect(bugsOf(server)).toEqual([]);
    },
  };
};
