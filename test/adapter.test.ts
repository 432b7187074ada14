import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { io as connect } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../server/edge/actor.ts';
import { shareRooms } from '../server/edge/adapter.ts';
import { openSockets, sendBy } from '../server/edge/socket.ts';

const redisServer = !spawnSync('redis-server', ['--version']).error;
const person = crypto.randomUUID();
const actor: Actor = { kind: 'person', id: person, memberships: [] };
const who = async () => actor;

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createTcp().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });

const startRedis = async (): Promise<string> => {
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  onTestFinished(() => void redis.kill());
  await new Promise<void>((ready) => redis.stdout.on('data', (text: Buffer) => text.includes('Ready to accept') && ready()));
  return `redis://127.0.0.1:${port}`;
};

/** One server process's socket door, sharing its rooms through Redis. */
const door = async (redisUrl: string) => {
  const io = openSockets(who);
  const unshare = await shareRooms(io, redisUrl, () => {});
  io.on('connection', (line) => void line.join(line.data.rooms));
  const server = createServer();
  io.attach(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    await io.close();
    await unshare();
  });
  return { send: sendBy(io), url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

describe('rooms shared through Redis', () => {
  it.runIf(redisServer)('reach a person who is connected to another server process', async () => {
    const redisUrl = await startRedis();
    const [here, there] = [await door(redisUrl), await door(redisUrl)];
    const line = connect(there.url, { transports: ['websocket'], auth: { token: 'any' } });
    onTestFinished(() => void line.close());
    await new Promise<void>((connected) => line.on('connect', connected));
    const heard = new Promise((told) => line.on('page.stopped', told));
    const id = crypto.randomUUID();
    here.send(`person:${person}`, 'page.stopped', { id });
    expect(await heard).toEqual({ id });
  });

  it('says at once when Redis cannot be reached', async () => {
    const port = await freePort();
    await expect(shareRooms(openSockets(who), `redis://127.0.0.1:${port}`, () => {})).rejects.toThrow(/ECONNREFUSED/);
  });
});
