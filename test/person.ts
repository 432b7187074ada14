import { io, type Socket } from 'socket.io-client';
import type { ActionName, FromClient, FromServer } from '../contract/index.ts';
import type { Ack } from '../contract/refusal.ts';
import { DEMO_PASSWORD } from '../server/auth/demo.ts';
import { type Api, connectApi, refusalOf } from './api.ts';
import type { TestClock } from './clock.ts';

export type Live = Socket<FromServer, FromClient>;
type Input<N extends ActionName> = Parameters<FromClient[N]>[0];
type Output<N extends ActionName> = Parameters<FromClient[N]>[1] extends (reply: Ack<infer O>) => void ? O : never;

/** A signed-in person of a test; the access token is renewed as the test's clock goes on. */
export interface Person {
  id: string;
  account: string;
  /** A good access token, for raw requests. */
  token(): Promise<string>;
  api: Api;
  /** A further open line; closed with the house. */
  live(): Promise<Live>;
  /** Asks over a line of their own, opened on first use; throws `Refusal`. */
  ask<N extends ActionName>(name: N, input: Input<N>): Promise<Output<N>>;
}

interface Scene {
  base: string;
  clock: TestClock;
}

/** Below the ten minutes of an access token. */
const FRESH_MS = 8 * 60_000;

const lines = ({ base }: Scene) => {
  const open: Socket[] = [];
  return {
    async live(token: string): Promise<Live> {
      const line: Socket = io(base, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false });
      open.push(line);
      await new Promise<void>((done, fail) => line.once('connect', done).once('connect_error', fail));
      return line as Live;
    },
    leave: () => {
      for (const line of open) line.close();
    },
  };
};

const signIn = async ({ base, clock }: Scene, account: string) => {
  const { accessToken, user } = await connectApi(base, async () => null).auth.login({ account, password: DEMO_PASSWORD });
  return { accessToken, user, at: clock.now().getTime() };
};

/** Asks one action over an open line, by name; throws `Refusal`. */
export const askOver = async <N extends ActionName>(line: Live, name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = (await (line as Socket).timeout(15_000).emitWithAck(name, input)) as Ack<Output<N>>;
  if (!reply.ok) throw refusalOf(reply.error);
  return reply.data;
};

const enter = async (
  scene: Scene,
  { account, live }: { account: string; live(token: string): Promise<Live> },
): Promise<Person> => {
  let session = await signIn(scene, account);
  const token = async () => {
    if (scene.clock.now().getTime() - session.at > FRESH_MS) session = await signIn(scene, account);
    return session.accessToken;
  };
  let own: Promise<Live> | undefined;
  return {
    id: session.user.id,
    account,
    token,
    api: connectApi(scene.base, token),
    live: async () => live(await token()),
    async ask(name, input) {
      const accessToken = await token();
      own ??= live(accessToken);
      const line = await own;
      await askOver(line, 'auth.renewLine', { accessToken });
      return askOver(line, name, input);
    },
  };
};

/** Everybody who visits a house in one test. */
export const visitors = (scene: Scene) => {
  const { live, leave } = lines(scene);
  const known = new Map<string, Promise<Person>>();
  const person = (account: string): Promise<Person> => {
    const arriving = known.get(account) ?? enter(scene, { account, live });
    known.set(account, arriving);
    return arriving;
  };
  return { person, leave };
};
