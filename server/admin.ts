// npm run admin:create: makes the first administrator, and the hospital where it is not known yet.
import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeRow } from './audit/write.ts';
import { hashPassword } from './auth/password.ts';
import { OperatorError, readConfig } from './config.ts';
import type { Database, Tx } from './db/client.ts';
import { prepareDataFolder } from './db/folder.ts';
import { open } from './db/open.ts';

const Person = z.object({
  account: z.string().trim().min(3).max(64),
  name: z.string().trim().min(1).max(60),
  hospital: z.string().trim().min(2).max(100),
});
const Hospital = z.object({
  kind: z.enum(['county', 'partner', 'overseer']),
  division: z.string().regex(/^\d{6}$/),
  city: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(3).max(30),
});

const QUESTIONS: Record<string, string> = {
  account: '登录账号 / account',
  name: '姓名 / name',
  hospital: '医院全称 / hospital',
  kind: '医院类型 / kind of hospital (county, partner, overseer)',
  division: '行政区划代码 / GB/T 2260 code, 6 digits',
  city: '市（州） / city',
  phone: '远程中心电话 / telephone of the remote center',
};

const options = Object.fromEntries(Object.keys(QUESTIONS).map((name) => [name, { type: 'string' as const }]));

type Ask = (name: string) => Promise<string>;

/** Takes each answer from the command line, else from the keyboard. */
const answers = async <S extends z.ZodObject>(schema: S, ask: Ask): Promise<z.output<S>> => {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) given[name] = await ask(name);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new OperatorError(`--${String(path[0])}: ${message}`);
};

const readOptions = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new OperatorError((error as Error).message);
  }
};

const asking = (): { ask: Ask; close(): void } => {
  const values = readOptions();
  const keyboard = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const ask: Ask = async (name) => {
    const value = values[name];
    if (value !== undefined) return value;
    if (!keyboard) throw new OperatorError(`请给出 --${name} / give --${name}: ${QUESTIONS[name]}`);
    return keyboard.question(`${QUESTIONS[name]}: `);
  };
  return { ask, close: () => keyboard?.close() };
};

const findOrAskHospital = async ({ prisma }: Database, name: string, ask: Ask) => {
  const known = await prisma.hospital.findFirst({ where: { name }, select: { id: true } });
  if (known) return { id: known.id, make: null };
  const { phone, ...rest } = await answers(Hospital, ask);
  const id = randomUUID();
  return { id, make: { id, name, shortName: name, centerPhone: phone, ...rest } };
};

type NewAdmin = z.output<typeof Person> & { passwordHash: string; place: Awaited<ReturnType<typeof findOrAskHospital>> };

const write = async (db: Tx, { account, name, passwordHash, place }: NewAdmin): Promise<void> => {
  if (place.make) await db.hospital.create({ data: place.make });
  const person = await db.person.create({
    data: { account, name, title: '', passwordHash, memberships: { create: { hospitalId: place.id, roles: ['admin'] } } },
  });
  await writeRow(db, {
    at: new Date(),
    action: 'admin.create',
    outcome: 'done',
    hospitalIds: [place.id],
    subjectKind: 'person',
    subjectIds: [person.id],
    requestId: randomUUID(),
  });
};

const create = async (db: Database, ask: Ask): Promise<string> => {
  const person = await answers(Person, ask);
  if (await db.prisma.person.findUnique({ where: { account: person.account } })) {
    throw new OperatorError(`账号 ${person.account} 已存在 / the account ${person.account} exists already: choose another.`);
  }
  const place = await findOrAskHospital(db, person.hospital, ask);
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await db.prisma.$transaction((tx) => write(tx, { ...person, passwordHash, place }));
  return `账号 / account: ${person.account}\n初始密码（登录后请修改） / first password, change it after signing in: ${password}\n`;
};

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  prepareDataFolder(config.dataDir);
  const { ask, close } = asking();
  const db = await open(config);
  try {
    process.stdout.write(await create(db, ask));
  } finally {
    close();
    await db.close();
  }
};

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof OperatorError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
