import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';

const schemaDir = resolve(import.meta.dirname, '../../prisma/schema');
const CHAR_OID = 18;
const TEXT_OID = 25;

/** Prisma's schema engine as WebAssembly, from the npm registry: the native one must be downloaded from elsewhere. */
const load = (): void => {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = join(dirname(script), 'schema_engine_bg.wasm');
  const imports = { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports);
  engine.__wbg_set_wasm(exports);
  (exports['__wbindgen_start'] as () => void)();
};

interface Adapter {
  performIO(query: SqlQuery): Promise<{ fields?: { dataTypeID: number }[] }>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
}

/** The catalogue has columns of type "char", which adapter-pg refuses: they are read as text and named characters. */
const readingChars = (adapter: Adapter): Adapter => {
  const { performIO, queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    const chars: number[] = [];
    const retyped = Object.create(adapter, {
      performIO: {
        value: async (io: SqlQuery) => {
          const result = await performIO.call(adapter, io);
          result.fields?.forEach((field, column) => {
            if (field.dataTypeID !== CHAR_OID) return;
            field.dataTypeID = TEXT_OID;
            chars.push(column);
          });
          return result;
        },
      },
    });
    const result = await queryRaw.call(retyped, query);
    for (const column of chars) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
};

const factoryFor = (connection: pg.PoolConfig) => {
  const factory = new PrismaPg(connection);
  const open = async () => readingChars((await factory.connect()) as unknown as Adapter);
  return { provider: factory.provider, adapterName: factory.adapterName, connect: open, connectToShadowDb: open };
};

const schemaFiles = () =>
  readdirSync(schemaDir)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: join(schemaDir, name), content: readFileSync(join(schemaDir, name), 'utf8') }));

let loaded = false;

/** The SQL that turns this database into what `prisma/schema` says; empty when they agree. */
export const schemaDiff = async (connection: pg.PoolConfig): Promise<string> => {
  if (!loaded) load();
  loaded = true;
  const files = schemaFiles();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const factory = bindMigrationAwareSqlAdapterFactory(factoryFor(connection) as never);
  const differ = await engine.SchemaEngine.new({ datamodels }, () => undefined, factory);
  const { stdout } = await differ.diff({
    from: { tag: 'schemaDatasource', files, configDir: schemaDir },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '');
};
