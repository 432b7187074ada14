import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  file: string;
  room: string;
  /** A room, or the name of a package. */
  target: string;
  path: string;
  typeOnly: boolean;
}

/** A room is a folder; the audit log's own pages stand above the door, its writing below it. */
const roomOf = (file: string): string => {
  if (/^server\/audit\/(index|kinds|list|people|scope|view)\.ts$/.test(file)) return 'audit pages';
  const [top, second, third] = file.split('/');
  if (top !== 'server') return top!;
  return third ? second! : 'server';
};

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(STATEMENT)].map(([, type, named, lazy]) => {
    const specifier = (named ?? lazy)!;
    const path = specifier.startsWith('.') ? relative('.', join(dirname(file), specifier)) : specifier;
    const target = specifier.startsWith('.') ? roomOf(path) : packageOf(specifier);
    return { file, room: roomOf(file), target, path, typeOnly: type !== undefined };
  });

const files = globSync(['contract/**/*.ts', 'server/**/*.ts', 'client/src/**/*.{ts,tsx}'], {
  exclude: ['server/db/generated/**'],
}).filter((file) => !file.startsWith('server/db/generated'));
const imports = files.flatMap(importsOf);
const between = imports.filter(({ room, target }) => room !== target);
const isBuiltin = ({ path }: Import): boolean => path.startsWith('node:') || builtinModules.includes(path);
const words = ({ file, path }: Import): string => `${file} → ${path}`;

/** Who may open whose door. A room that is not named here has no place in the house yet: give it one. */
const ROOMS: Record<string, readonly string[]> = {
  contract: [],
  db: ['server'],
  reference: ['contract', 'db'],
  audit: ['contract', 'db'],
  edge: ['contract', 'db', 'audit', 'server'],
  'audit pages': ['contract', 'db', 'edge', 'audit'],
  auth: ['contract', 'db', 'edge'],
  directory: ['contract', 'db', 'edge', 'auth'],
  print: ['contract', 'edge', 'directory'],
  beds: ['contract', 'db', 'edge', 'auth', 'directory', 'reference'],
  records: ['contract', 'db', 'edge', 'auth', 'directory'],
  patients: ['contract', 'db', 'edge', 'auth', 'directory', 'records'],
  paging: ['contract', 'db', 'edge', 'auth', 'directory', 'records', 'reference'],
  tasks: ['contract', 'db', 'edge', 'auth', 'directory', 'records', 'reference', 'paging'],
  calls: ['contract', 'db', 'edge', 'auth', 'directory', 'records'],
  consults: ['contract', 'db', 'edge', 'auth', 'directory', 'records', 'reference', 'paging', 'tasks', 'calls'],
  referrals: [
    'contract',
    'db',
    'edge',
    'auth',
    'directory',
    'records',
    'reference',
    'paging',
    'tasks',
    'calls',
    'beds',
    'consults',
    'print',
  ],
  instruments: ['contract', 'db', 'edge', 'directory'],
  emergency: [
    'contract',
    'db',
    'edge',
    'directory',
    'records',
    'reference',
    'paging',
    'calls',
    'consults',
    'stats',
    'instruments',
    'print',
  ],
  stats: ['contract', 'db', 'edge', 'directory', 'reference'],
  media: [],
  signaling: ['contract', 'db', 'edge', 'calls', 'media'],
};
/** Only their types: erased before anything runs. */
const TYPES_ONLY = new Set(['calls → media']);
const HOUSE = new Set([...Object.keys(ROOMS), 'client', 'server', 'prisma']);

describe('imports run one way', () => {
  it('knows every room there is', () => {
    const there = new Set(files.map(roomOf));
    expect([...there].filter((room) => !HOUSE.has(room))).toEqual([]);
    expect(there.size).toBeGreaterThan(12);
    expect(imports.length).toBeGreaterThan(500);
  });

  it.each(Object.entries(ROOMS))('%s', (room, allowed) => {
    const wrong = between.filter(({ room: from, target, typeOnly }) => {
      if (from !== room || !HOUSE.has(target)) return false;
      return !allowed.includes(target) && !(typeOnly && TYPES_ONLY.has(`${from} → ${target}`));
    });
    expect(wrong.map(words)).toEqual([]);
  });

  it('has no way round the plan: it names no pair of rooms that may import each other', () => {
    const pairs = Object.entries(ROOMS).flatMap(([room, allowed]) =>
      allowed.filter((target) => ROOMS[target]?.includes(room)).map((target) => `${room} ↔ ${target}`),
    );
    expect(pairs).toEqual([]);
  });

  it('the server’s own files are opened by their starters; rooms take configuration from them and nothing else', () => {
    const taken = between.filter(({ room, target }) => target === 'server' && room !== 'prisma');
    expect([...new Set(taken.map(({ path }) => path))]).toEqual(['server/config.ts']);
  });
});

describe('what a room may take from outside', () => {
  const outside = (room: string) => imports.filter((each) => each.room === room && !HOUSE.has(each.target) && !isBuiltin(each));

  it('the contract knows zod and nothing else', () => {
    expect([...new Set(outside('contract').map(({ target }) => target))]).toEqual(['zod']);
    expect(imports.filter((each) => each.room === 'contract' && isBuiltin(each)).map(words)).toEqual([]);
  });

  it('media knows mediasoup and nothing else', () => {
    expect([...new Set(outside('media').map(({ target }) => target))]).toEqual(['mediasoup']);
  });

  it('only signaling brings calls and media together, and only types of mediasoup leave the media room', () => {
    const wrong = imports.filter(({ room, target, typeOnly }) => target === 'mediasoup' && room !== 'media' && !typeOnly);
    expect(wrong.map(words)).toEqual([]);
  });

  it('pages take the contract’s features singly, and of the index its types only', () => {
    const index = imports.filter(({ room, path }) => room === 'client' && path === 'contract/index.ts');
    expect(index.filter(({ typeOnly }) => !typeOnly).map(words)).toEqual([]);
  });

  it('pages take nothing from the server', () => {
    expect(
      between.filter(({ room, target }) => room === 'client' && target !== 'contract' && HOUSE.has(target)).map(words),
    ).toEqual([]);
  });
});

/** Where a longer file is one thing that would be harder to read in two. */
const LONG: Record<string, number> = {
  'contract/consults.ts': 370,
  'contract/referrals.ts': 390,
  'client/src/calls/engine/call.ts': 300,
  'prisma/seed/stories.ts': 450,
  'test/calls.test.ts': 290,
  'test/edge.test.ts': 280,
  'test/media/room.test.ts': 290,
};
const MOST = 250;

describe('size', () => {
  const every = globSync(['{contract,server,client,prisma,test,bench,scripts}/**/*.{ts,tsx,mjs}'], {
    exclude: ['**/node_modules/**'],
  });
  const lines = every
    .filter((file) => !file.startsWith('server/db/generated'))
    .map((file) => ({ file, n: readFileSync(file, 'utf8').split('\n').length - 1 }));

  it(`no file is longer than ${MOST} lines but for those named here`, () => {
    expect(lines.filter(({ file, n }) => n > (LONG[file] ?? MOST))).toEqual([]);
  });

  it('names no exception that is no longer one', () => {
    const needed = new Set(lines.filter(({ n }) => n > MOST).map(({ file }) => file));
    expect(Object.keys(LONG).filter((file) => !needed.has(file))).toEqual([]);
  });

  it('half of the files are short', () => {
    const sizes = lines.map(({ n }) => n).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90);
  });
});
