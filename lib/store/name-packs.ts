/**
 * Names for the search while there is a lock: opened one by one, 300,000 of them take seconds, and every page that is opened would begin
 * anew. Names whose customers' ids begin alike are therefore kept together, sealed as one text. Worked out from the customers: a pack
 * goes in the transaction that changes one of its customers, so what is there is true.
 */
import type { DBCore, DBCoreKeyRange, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import type { CustomerRecord } from './records.ts';
import type { Seal } from './seal.ts';

export interface NamePackRecord {
  /** What the ids of its customers begin with. */
  id: string;
  customerIds: string[];
  /** A JSON list: for each of them the name in lower case. */
  names: string;
}

const PACK_CHARS = 3;
const CUSTOMERS = 'customers';
const PACKS = 'namePacks';

/** Every pack that there can be, in order. */
export const namePackIds: readonly string[] = Array.from({ length: 16 ** PACK_CHARS }, (_, number) =>
  number.toString(16).padStart(PACK_CHARS, '0'),
);

export function namePackIdOf(customerId: string): string {
  return customerId.slice(0, PACK_CHARS);
}

/** As Dexie writes it. */
const EVERYTHING: DBCoreKeyRange = { type: 3, lower: undefined, upper: undefined };

/** Right above the sealing. */
const LEVEL = -1;

/** Whatever changes a customer takes the pack with their name out of the store. */
export function namePackMiddleware(seal: Seal): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: PACKS,
    level: LEVEL,
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const isWanted =
          mode === 'readwrite' && stores.includes(CUSTOMERS) && !stores.includes(PACKS) && hasPacks(core);
        return core.transaction(isWanted ? [...stores, PACKS] : stores, mode, options);
      },
      table: (name) => (name === CUSTOMERS ? unpacking(core, core.table(name), seal) : core.table(name)),
    }),
  };
}

function unpacking(core: DBCore, customers: DBCoreTable, seal: Seal): DBCoreTable {
  return {
    ...customers,
    // No `await`: a transaction goes on with Dexie's own promises.
    mutate: (request) =>
      customers.mutate(request).then((response) =>
        seal.record === null || !hasPacks(core)
          ? response
          : core
              .table(PACKS)
              .mutate(without(request))
              .then(() => response),
      ),
  };
}

/** A store that is being brought up to date may not have them yet. */
function hasPacks(core: DBCore): boolean {
  return core.schema.tables.some(({ name }) => name === PACKS);
}

function without(request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type === 'deleteRange') return { ...request, range: EVERYTHING };
  const ids =
    request.type === 'delete'
      ? (request.keys as string[])
      : request.values.map(({ customerId }: CustomerRecord) => customerId);
  return { type: 'delete', trans: request.trans, keys: [...new Set(ids.map(namePackIdOf))] };
}
