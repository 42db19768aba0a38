/**
 * From links to customers: the orders of parties that are one customer count as its orders; those of parties that no longer are go
 * back to where pages alone put them. Whatever order things came in, the outcome is that of the links that are there now.
 */
import { partition, type Tie } from '../insight/identity/partition.ts';
import { isMask } from '../model/identity.ts';
import { isOrderParty, linkIdOf, ownIdOf, partyOf } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { markDirty } from '../store/dirty-lists.ts';
import type { CustomerRecord, LinkedPartyRecord, LinkRecord, OrderRecord } from '../store/records.ts';
import { holdsAny } from '../store/first-keys.ts';
import { countOrders } from './note-seen.ts';

/** The tables that regrouping reads and writes. */
export function regroupTables(db: LiukeDatabase) {
  return [db.links, db.linkedParties, db.orders, db.customers, db.dirtyLists, db.coverage];
}

/** Has an order count as the purchase of a customer; null for nobody but whom the page shows. */
export function countAs(order: OrderRecord, customerId: string | null): OrderRecord {
  const { ownId: _, ...rest } = order;
  const own = ownIdOf(order);
  const counted = customerId ?? own;
  return counted === own ? { ...rest, customerId: own } : { ...rest, customerId: counted, ownId: own };
}

/** Orders just read, under the customers that links make of their buyers. To be called within the transaction. */
export async function withLinksFollowed(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<OrderRecord[]> {
  const hasLinks = await holdsAny(db.linkedParties);
  const linked = hasLinks ? await db.linkedParties.bulkGet(orders.map(partyOf)) : [];
  return orders.map((order, index) => countAs(order, linked[index]?.customerId ?? null));
}

/**
 * Brings the customers around these parties up to the links. To be called within a transaction over `regroupTables`.
 * @param parties whose links, orders or keys have changed
 */
export async function regroup(db: LiukeDatabase, parties: Iterable<string>): Promise<void> {
  const { shopIds, ties, linked } = await surroundings(db, [...parties]);
  if (shopIds.size === 0) return;
  const groups = partition(await withoutKnownOrders(db, ties));
  const changed = [...shopIds.keys()].filter((party) => groups.get(party) !== linked.get(party)?.customerId);
  await db.linkedParties.bulkDelete(changed);
  await db.linkedParties.bulkPut(
    changed.flatMap((party): LinkedPartyRecord[] => {
      const customerId = groups.get(party);
      return customerId === undefined ? [] : [{ party, shopId: shopIds.get(party)!, customerId }];
    }),
  );
  const touched = new Map<string, string>();
  const touch = (shopId: string, ...ids: (string | null | undefined)[]) => {
    for (const id of ids) if (id && !isOrderParty(id)) touched.set(id, shopId);
  };
  for (const party of changed) touch(shopIds.get(party)!, party, groups.get(party), linked.get(party)?.customerId);
  for (const { before, after } of await moveOrders(db, new Set(shopIds.keys()), { groups, linked }))
    touch(after.shopId, before.customerId, after.customerId);
  await markDirty(db.dirtyLists, touched);
}

interface Surroundings {
  /** The shop of every party around. */
  shopIds: Map<string, string>;
  ties: Tie[];
  /** How things stood, by party. */
  linked: Map<string, LinkedPartyRecord>;
}

/** Everything that hangs together with these parties, by links of now or by the groups that links made before. */
async function surroundings(db: LiukeDatabase, start: readonly string[]): Promise<Surroundings> {
  const shopIds = new Map<string, string>();
  const ties = new Map<string, Tie>();
  const linked = new Map<string, LinkedPartyRecord>();
  const [hasLinks, hasLinked] = await Promise.all([holdsAny(db.links), holdsAny(db.linkedParties)]);
  if (!hasLinks && !hasLinked) return { shopIds, ties: [], linked };
  const asked = new Set<string>();
  for (let next = [...start]; next.length > 0; next = [...shopIds.keys()].filter((party) => !asked.has(party))) {
    for (const party of next) asked.add(party);
    const links = await linksOf(db, next);
    for (const link of [...links.map(tieOf), ...(await aliasesOf(db, links))]) {
      ties.set(linkIdOf(link.parties), link);
      for (const party of link.parties) shopIds.set(party, link.shopId);
    }
    for (const record of await fellowsOf(db, next)) {
      linked.set(record.party, record);
      shopIds.set(record.party, record.shopId);
    }
  }
  return { shopIds, ties: [...ties.values()], linked };
}

/** Links of these parties, and of the nicks that they are known to have. */
async function linksOf(db: LiukeDatabase, parties: readonly string[]): Promise<LinkRecord[]> {
  const customers = await db.customers.bulkGet(parties.filter((party) => !isOrderParty(party)));
  const nickIds = customers.flatMap((customer) => customer?.nickId ?? []);
  return await db.links
    .where('parties')
    .anyOf([...new Set([...parties, ...nickIds])])
    .distinct()
    .toArray();
}

async function fellowsOf(db: LiukeDatabase, parties: readonly string[]): Promise<LinkedPartyRecord[]> {
  const own = (await db.linkedParties.bulkGet([...parties])).flatMap((record) => record?.customerId ?? []);
  return await db.linkedParties
    .where('customerId')
    .anyOf([...new Set(own)])
    .toArray();
}

type ShopTie = Tie & { shopId: string };

function tieOf({ shopId, parties, kinds, provenBy, decision, newCustomerId }: LinkRecord): ShopTie {
  return { shopId, parties, kinds, isProven: provenBy.length > 0, decision, newCustomerId };
}

/** Parties of the links that are nicks, with the one customer whom a page showed with it: what was said of the nick was said of them. */
async function aliasesOf(db: LiukeDatabase, links: readonly LinkRecord[]): Promise<ShopTie[]> {
  const ids = [...new Set(links.flatMap(({ parties }) => parties))].filter((party) => !isOrderParty(party));
  const owners = await db.customers.where('nickId').anyOf(ids).toArray();
  return [...Map.groupBy(owners, ({ nickId }) => nickId!)]
    .filter(([, having]) => having.length === 1)
    .map(([nickId, having]) => ({
      shopId: having[0]!.shopId,
      parties: [nickId, having[0]!.customerId],
      kinds: [null, null],
      isProven: true,
      decision: null,
      newCustomerId: null,
    }));
}

/** What was said of an order holds as long as it is a mask; when a page tells whose it is, the page is right. */
async function withoutKnownOrders(db: LiukeDatabase, ties: readonly Tie[]): Promise<Tie[]> {
  const orderIds = [...new Set(ties.flatMap(({ parties }) => parties.filter(isOrderParty)))];
  const orders = await db.orders.bulkGet(orderIds);
  const masked = new Set(orders.flatMap((order) => (order && ownIdOf(order) === null ? [order.id] : [])));
  return ties.filter(({ parties }) => parties.every((party) => !isOrderParty(party) || masked.has(party)));
}

interface Change {
  groups: ReadonlyMap<string, string>;
  linked: ReadonlyMap<string, LinkedPartyRecord>;
}

interface Move {
  before: OrderRecord;
  after: OrderRecord;
}

async function moveOrders(db: LiukeDatabase, around: ReadonlySet<string>, { groups, linked }: Change): Promise<Move[]> {
  const parties = [...around];
  const customerIds = new Set(parties.flatMap((party) => [party, linked.get(party)?.customerId ?? party]));
  const stored = [
    ...(await db.orders
      .where('customerId')
      .anyOf([...customerIds].filter((id) => !isOrderParty(id)))
      .toArray()),
    ...(await db.orders.bulkGet(parties.filter(isOrderParty))).filter((order) => order !== undefined),
  ];
  const moves = [...new Map(stored.map((order) => [order.id, order])).values()]
    .filter((order) => around.has(partyOf(order)))
    .map((before) => ({ before, after: countAs(before, groups.get(partyOf(before)) ?? null) }));
  const moved = moves.filter(
    ({ before, after }) => before.customerId !== after.customerId || before.ownId !== after.ownId,
  );
  await db.orders.bulkPut(moved.map(({ after }) => after));
  await countOrders(
    db,
    moved.map(({ before }) => before),
    new Map(moved.map(({ after }) => [after.id, after])),
  );
  await nameMadeCustomers(
    db,
    moves.map(({ after }) => after),
    { around, groups },
  );
  return moved;
}

/** A customer none of whose orders shows their own key is named by the orders that count as theirs, by a whole name if there is one. */
async function nameMadeCustomers(
  db: LiukeDatabase,
  orders: readonly OrderRecord[],
  { around, groups }: { around: ReadonlySet<string>; groups: Change['groups'] },
): Promise<void> {
  const named = new Set(orders.map(ownIdOf));
  const others = orders.filter(({ customerId }) => customerId !== null && !named.has(customerId));
  const naming = others.toSorted(
    (a, b) => Number(isMask(nameOf(b))) - Number(isMask(nameOf(a))) || (a.id < b.id ? 1 : -1),
  );
  const records = Array.from(
    new Map(naming.map((order) => [order.customerId!, order])),
    ([customerId, order]): CustomerRecord => ({
      customerId,
      shopId: order.shopId,
      platform: order.platform,
      display: nameOf(order),
      searchName: nameOf(order).toLowerCase(),
      // An id that is no party was made for masks alone.
      quality: groups.has(customerId) ? 'stable' : 'masked',
      nickId: null,
    }),
  );
  const made = new Set(records.map(({ customerId }) => customerId));
  const isNobody = (party: string) => !isOrderParty(party) && !named.has(party) && !made.has(party);
  await db.customers.bulkDelete([...around].filter(isNobody));
  await db.customers.bulkPut(records);
}

function nameOf({ buyer }: OrderRecord): string {
  return buyer.display ?? '**';
}
