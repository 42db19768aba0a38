/** What was put into a store: that a piece of work went well does not say that it had anything to write. */
import type { DBCoreMutateResponse } from 'dexie';
import type { LiukeDatabase } from './database.ts';

export interface Puts {
  /** Records put so far into tables of this kind: worked out, or all others. */
  count(isDerived: boolean): number;
}

/** Worked out from what was seen and done, and nothing a person would miss. */
const derivedTables: readonly string[] = [
  'columns',
  'patchLists',
  'namePacks',
  'benchmarks',
  'articlePairs',
  'mendedTroubles',
  'shopModels',
] satisfies (keyof LiukeDatabase)[];

/** Begins to count. To be called before the store is opened. */
export function countPuts(db: LiukeDatabase): Puts {
  let [derived, others] = [0, 0];
  const note = (table: string, { numFailures }: DBCoreMutateResponse, asked: number) => {
    if (derivedTables.includes(table)) derived += asked - numFailures;
    else others += asked - numFailures;
  };
  db.use({
    stack: 'dbcore',
    name: 'puts',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          // No `await`: a transaction goes on with Dexie's own promises.
          mutate: (request) =>
            table.mutate(request).then((response) => {
              if (request.type === 'add' || request.type === 'put') note(name, response, request.values.length);
              return response;
            }),
        };
      },
    }),
  });
  return { count: (isDerived) => (isDerived ? derived : others) };
}
