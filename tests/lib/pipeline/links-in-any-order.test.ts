/** Sightings, confirmations, refusals and undos in random order: the customers are those of what stands in the end. */
import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { encodeLedger } from '../../../lib/insight/ledger/ledger-bytes.ts';
import { partition } from '../../../lib/insight/identity/partition.ts';
import { buyerOfKey, buyerOfNick } from '../../../lib/model/identity.ts';
import { linkIdOf, ownIdOf } from '../../../lib/model/link.ts';
import { confirmLink, refuseLink } from '../../../lib/pipeline/decide-links.ts';
import { rebuildLinks } from '../../../lib/pipeline/rebuild-links.ts';
import { undoEvent } from '../../../lib/pipeline/record-event.ts';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import { decisionsIn } from '../../../lib/views/links/link-decisions.ts';
import { readLedger } from '../../../lib/views/shops/shop-ledger.ts';
import { PLACED_AT, makeOrder } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const shopId = 'taobao-unnamed';
const orderIds = ['1', '2', '3', '4', '5', '6'].map((digit) => `421700000000000000${digit}`);
const keys = { a: '880125734', b: '990012345' } as const;

/** What a page shows: an order as a mask, with a nick or with a uid; or the review of one, with a securityuid. */
type Sighting = { order: number; as: 'mask' | 'nick' | 'a' | 'b' } | { review: number; by: 'p' | 'q' };
/** What a person says of two parties, or takes back of what was said before. */
type Word = { left: number; right: number; says: 'confirm' | 'refuse' } | { undo: number };

/** Of an order pages show one uid, and the nick that goes with it. */
const sighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc.nat(5).chain((order) =>
    fc.record({
      order: fc.constant(order),
      as: order % 2 === 0 ? fc.constantFrom('mask', 'nick', 'a') : fc.constantFrom('mask', 'b'),
    }),
  ),
  fc.record({ review: fc.nat(5), by: fc.constantFrom('p', 'q') }),
);
const word: fc.Arbitrary<Word> = fc.oneof(
  fc.record({ left: fc.nat(9), right: fc.nat(9), says: fc.constantFrom('confirm', 'refuse') }),
  fc.record({ undo: fc.nat(5) }),
);

async function openWorld() {
  const db = openTestDatabase();
  await db.meta.add({ name: 'identitySecret', value: 'the same in every world' });
  const { ids, ingest } = await openPipeline(db);
  const eventIds: string[] = [];
  let now = PLACED_AT;
  const idOf = async (key: string) => (await ids.of(shopId, buyerOfKey(key)))!;
  // The parties whom a person may speak of: the six orders, both uids, both reviewers.
  const parties = [
    ...orderIds.map((id) => `taobao:${id}`),
    ...(await Promise.all([keys.a, keys.b, 'securityuid:ppppp', 'securityuid:qqqqq'].map(idOf))),
  ];
  const taobao = { platform: 'taobao' as const, shopHints: [] };
  return {
    db,
    async see(seen: Sighting) {
      if ('review' in seen) {
        const review = { orderId: orderIds[seen.review]!, lineId: null, rating: 'positive', text: '' };
        const reviews = [{ ...review, ratedAt: null, buyerKey: seen.by.repeat(5) }];
        await ingest(makeReport([], { ...taobao, page: 'review-list', reviews }));
        return;
      }
      const buyer = {
        mask: buyerOfNick('半**'),
        nick: buyerOfNick('半夏种花'),
        a: buyerOfKey(keys.a, '半夏种花'),
        b: buyerOfKey(keys.b, '半山听雨'),
      }[seen.as];
      await ingest(makeReport([makeOrder({ orderId: orderIds[seen.order]!, buyer })], taobao));
    },
    async say(said: Word) {
      now += 1;
      if ('undo' in said) {
        const eventId = eventIds[said.undo];
        if (eventId !== undefined) await undoEvent(db, eventId, now);
        return;
      }
      const [left, right] = [parties[said.left]!, parties[said.right]!];
      if (left === right) return;
      const link = { shopId, parties: [left, right] as [string, string] };
      eventIds.push(said.says === 'confirm' ? await confirmLink(db, ids, link, now) : await refuseLink(db, link, now));
    },
    async undoAll() {
      for (const eventId of eventIds) await undoEvent(db, eventId, (now += 1));
    },
    /** Everything that is derived, and the orders with whose they are. */
    async told() {
      await recomputeDirty(db, now);
      const orders = await db.orders.toArray();
      return {
        orders: orders.map((order) => ({ ...order, seenAt: 0 })),
        customers: await db.customers.toArray(),
        links: (await db.links.toArray()).map((link) => ({ ...link, eventId: null })),
        parties: await db.linkedParties.toArray(),
        names: await db.nameCounts.toArray(),
        masked: (await db.coverage.get(shopId))?.maskedOrders ?? 0,
        bytes: Buffer.from(encodeLedger(await readLedger(db, shopId))).toString('hex'),
      };
    },
  };
}

type World = Awaited<ReturnType<typeof openWorld>>;

/** The customers as the links and the log have them, worked out at once. */
async function expected({ db }: World): Promise<Map<string, string | null>> {
  const decisions = decisionsIn(await db.events.toArray());
  const orders = await db.orders.toArray();
  const masked = new Set(orders.filter((order) => ownIdOf(order) === null).map(({ id }) => id));
  const ties = (await db.links.toArray()).map((link) => ({
    ...link,
    isProven: link.provenBy.length > 0,
    decision: decisions.get(linkIdOf(link.parties))?.decision ?? null,
  }));
  const groups = partition(
    ties.filter(({ parties }) => parties.every((party) => !party.includes(':') || masked.has(party))),
  );
  return new Map(orders.map((order) => [order.id, groups.get(ownIdOf(order) ?? order.id) ?? ownIdOf(order)]));
}

/** Worlds per property; more of them with `RUNS=300` before it. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 15) };
const timeoutMs = 600_000;

/** Everything derived is what a rebuild from the sources would make of them. */
async function expectRebuildToAgree(world: World): Promise<void> {
  const told = await world.told();
  await rebuildLinks(world.db, 4);
  expect(await world.told()).toEqual(told);
}

test('a nick found to be a uid that counts as another customer already is known by the uid', async () => {
  const world = await openWorld();
  await world.say({ left: 6, right: 7, says: 'confirm' });
  await world.see({ order: 2, as: 'nick' });
  await world.see({ review: 2, by: 'p' });
  await world.see({ review: 0, by: 'q' });
  await world.see({ order: 0, as: 'a' });
  await expectRebuildToAgree(world);
});

test(
  'whatever came in whichever order, orders count as the links that stand in the end say',
  async () => {
    const steps = fc.array(fc.oneof(sighting, word), { minLength: 4, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const world = await openWorld();
        for (const step of all) await ('says' in step || 'undo' in step ? world.say(step) : world.see(step));
        const stored = await world.db.orders.toArray();
        expect(new Map(stored.map(({ id, customerId }) => [id, customerId]))).toEqual(await expected(world));
        const { masked } = await world.told();
        expect(masked).toBe(stored.filter(({ customerId }) => customerId === null).length);
        await expectRebuildToAgree(world);
      }),
      runs,
    );
  },
  timeoutMs,
);

/** Each order with one key only: that a later page may contradict an earlier one is another matter. */
const consistent = fc
  .record({ as: fc.array(fc.constantFrom('mask', 'a', 'b'), { minLength: 6, maxLength: 6 }), reviews: fc.nat(63) })
  .map(({ as, reviews }): Sighting[] => [
    ...as.map((each, order) => ({ order, as: each })),
    ...as.flatMap((_, review) =>
      (reviews >> review) & 1 ? [{ review, by: review % 2 === 0 ? 'p' : 'q' } as const] : [],
    ),
  ]);
const words = fc.array(word, { minLength: 1, maxLength: 6 });

test(
  'sightings in another order, some of them twice, with the same log make the same customers',
  async () => {
    const worlds = consistent.chain((seen) =>
      fc.tuple(
        fc.constant(seen),
        fc.shuffledSubarray([...seen, ...seen], { minLength: seen.length * 2 }),
        words,
        fc.nat(5),
      ),
    );
    await fc.assert(
      fc.asyncProperty(worlds, async ([seen, again, said, at]) => {
        const first = await openWorld();
        for (const each of seen) await first.see(each);
        for (const each of said) await first.say(each);
        const second = await openWorld();
        for (const each of again.slice(0, at)) await second.see(each);
        for (const each of said) await second.say(each);
        for (const each of again.slice(at)) await second.see(each);
        const [{ customers: _, ...one }, { customers: __, ...other }] = [await first.told(), await second.told()];
        expect(other).toEqual(one);
      }),
      runs,
    );
  },
  timeoutMs,
);

test(
  'when everything said is taken back, all is as if nothing had been said, byte by byte',
  async () => {
    await fc.assert(
      fc.asyncProperty(consistent, words, async (seen, said) => {
        const [silent, spoken] = [await openWorld(), await openWorld()];
        for (const each of seen) await silent.see(each);
        for (const each of seen) await spoken.see(each);
        for (const each of said) await spoken.say(each);
        await spoken.told();
        await spoken.undoAll();
        expect(await spoken.told()).toEqual(await silent.told());
      }),
      runs,
    );
  },
  timeoutMs,
);
