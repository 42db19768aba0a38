import { describe, expect, test } from 'vitest';
import { beginForgetting, forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import fc from '../../../support/fast-check.ts';
import { NOW, shopWithAnna } from '../../../support/shop-with-anna.ts';
import { afterDeathOf } from '../../../support/test-database.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('a worker that dies while it forgets', () => {
  const stages: [string, (db: LiukeDatabase) => Promise<void>][] = [
    ['after the records', async () => {}],
    [
      'while columns are being built',
      async (db) => {
        await db.jobs.put({ id: 'rebuildColumns', generation: 7, afterCustomerId: 'ffff', chunks: 0 });
      },
    ],
  ];

  test.each(stages)('%s: the next start goes on, and writes one receipt', async (_, meanwhile) => {
    const { db, ids, customerId, texts } = await shopWithAnna();
    await beginForgetting(db, ids, customerId, NOW);
    await meanwhile(db);
    const reopened = afterDeathOf(db);
    await maintain(reopened, NOW + 1);
    expect(await tracesOf(reopened, texts)).toEqual([]);
    expect((await reopened.audit.toArray()).map(({ kind }) => kind)).toEqual(['customerForgotten']);
  });

  test('at any write is either not begun or gone through with', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), async (deathAt) => {
        const { db, ids, customerId, texts } = await shopWithAnna();
        let writes = 0;
        const die = () => {
          if (writes === deathAt) db.close();
          writes += 1;
        };
        for (const table of db.tables) {
          table.hook('creating', die);
          table.hook('updating', die);
          table.hook('deleting', die);
        }
        await forgetCustomer(db, ids, customerId, NOW).catch(() => {});
        const reopened = afterDeathOf(db);
        await maintain(reopened, NOW + 1);
        const traces = await tracesOf(reopened, texts);
        const isWhole = (await reopened.orders.count()) === 13 && (await reopened.audit.count()) === 0;
        const isGone = traces.length === 0 && (await reopened.audit.count()) === 1;
        expect([isWhole, isGone]).toContain(true);
      }),
      { numRuns: 12 },
    );
  });
});
