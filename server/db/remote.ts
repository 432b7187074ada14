import pg from 'pg';
import { OperatorError } from '../config.ts';

const UNREACHABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'ENOENT',
];

/** The sentence for what is wrong with DATABASE_URL; never repeats the password. */
const explain = (error: Error & { code?: string }, url: URL): OperatorError => {
  const { code = '' } = error;
  const name = decodeURIComponent(url.pathname.slice(1));
  const say = (zh: string, en: string) => new OperatorError(`DATABASE_URL: ${zh} / ${en}`);
  if (UNREACHABLE.includes(code) || /timeout/.test(error.message)) {
    return say(
      `无法连接 ${url.host}，请检查主机与端口`,
      `no PostgreSQL answers at ${url.host}: check host and port (${code || 'timeout'}).`,
    );
  }
  if (code === '28P01' || code === '28000') {
    return say('用户名或密码被拒绝', `${url.host} refuses user ${url.username}: check user and password.`);
  }
  if (code === '3D000')
    return say(`数据库 ${name} 不存在，请先创建`, `database ${name} does not exist at ${url.host}: create it first.`);
  return say('连接失败', `${url.host} answered: ${error.message}`);
};

/** Checks that DATABASE_URL can be used. @throws OperatorError that says what is wrong with it. */
export const connectRemote = async (databaseUrl: string): Promise<pg.ClientConfig> => {
  const connection = { connectionString: databaseUrl };
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw explain(error as Error, new URL(databaseUrl));
  }
  await client.end();
  return connection;
};
