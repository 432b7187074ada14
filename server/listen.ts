import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, OperatorError } from './config.ts';

type Where = Pick<Config, 'host' | 'port' | 'tls'>;

const sentences: Record<string, (where: Where) => string> = {
  EADDRINUSE: ({ port }) => `端口 ${port} 已被占用 / port ${port} is taken: stop the other program or set PORT to a free one.`,
  EACCES: ({ port }) => `无权使用端口 ${port} / no permission for port ${port}: set PORT to 1024 or higher.`,
  EADDRNOTAVAIL: ({ host }) => `本机没有地址 ${host} / this machine has no address ${host}: set HOST to one it has, or 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `无法解析 ${host} / HOST ${host} cannot be resolved: set HOST to an address of this machine.`,
};

/** Opens the port; resolves to the address people type. @throws OperatorError when it is taken or not ours to use. */
export const listen = async (server: Server, where: Where): Promise<string> => {
  try {
    server.listen(where.port, where.host);
    await once(server, 'listening');
  } catch (error) {
    const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new OperatorError(sentence(where)) : error;
  }
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(where.host);
  const { port } = server.address() as AddressInfo;
  return `${where.tls ? 'https' : 'http'}://${local ? 'localhost' : where.host}:${port}`;
};
