/** Names, keys and notes are sealed as the last thing before they are stored, and opened as the first thing after they are read. */
import type { DBCore, DBCoreCursor, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { sealedTable, withoutSealed, withTexts } from './sealed-fields.ts';
import type { Seal } from './seal.ts';

/** Below all that Dexie itself lays over the browser's database: what it remembers of records is as they were read. */
const LEVEL = -2;

export function sealMiddleware(seal: Seal): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'seal',
    level: LEVEL,
    create: (core) => ({ ...core, table: (name) => sealing(core.table(name), seal) }),
  };
}

function sealing(table: DBCoreTable, seal: Seal): DBCoreTable {
  const sealed = sealedTable(table.name);
  if (!sealed) return table;
  const open = <Stored>(stored: Stored): Stored =>
    stored === undefined
      ? stored
      : withTexts(sealed, stored, (text, { holds }, { display }) =>
          holds === 'look-up' ? seal.searchNameOf(text, display) : holds === 'quality' ? text : seal.read(text),
        );
  const close = <Stored>(stored: Stored): Stored =>
    seal.isDropping
      ? withoutSealed(sealed, stored)
      : withTexts(sealed, stored, (text, { holds }, { display }) =>
          holds === 'look-up' ? seal.lookUpOf(text, display) : holds === 'quality' ? text : seal.write(text),
        );
  // No `await`: a transaction goes on with Dexie's own promises.
  return {
    ...table,
    mutate: (request) => table.mutate(closed(request, close)),
    get: (request) => table.get(request).then((stored: unknown) => open(stored)),
    getMany: (request) => table.getMany(request).then((all: unknown[]) => all.map(open)),
    query: (request) =>
      table.query(request).then((found) => (request.values ? { result: found.result.map(open) } : found)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? cursorOver(cursor, open) : cursor)),
  };
}

function closed(request: DBCoreMutateRequest, close: <Stored>(stored: Stored) => Stored): DBCoreMutateRequest {
  return request.type === 'add' || request.type === 'put'
    ? { ...request, values: request.values.map((value: unknown) => close(value)) }
    : request;
}

/** The same cursor with other values. */
function cursorOver(cursor: DBCoreCursor, open: <Stored>(stored: Stored) => Stored): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: (): unknown => cursor.key },
    primaryKey: { get: (): unknown => cursor.primaryKey },
    value: { get: (): unknown => open<unknown>(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, primary: unknown) => cursor.continuePrimaryKey(key, primary) },
    advance: { value: (count: number) => cursor.advance(count) },
  }) as DBCoreCursor;
}
