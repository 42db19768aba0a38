/**
 * From links to customers: the orders of parties that are one customer count as its orders; those of parties that no longer are go
 * back to where pages alone put them. Whatever order things came in, the outcome is that of the links that are there now.
 */
import { partition, type Tie } from '../insight/identity/partition.ts';
import { isMask } from '../model/identity.ts';
import { isOrderParty, linkIdOf } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { LinkedPartyRecord, LinkRecord, OrderRecord } from '../store/records.ts';
import { countMasked } from './note-seen.ts';

/** The tables that regrouping reads and writes. */
export function regroupTables(db: LiukeDatabase) {
  return [db.links, db.linkedParties, db.orders, db.customers, db.dirty, db.coverage];
}

/** The customer that pages alone tell; null for a mask. */
export function ownIdOf({ ownId, customerId }: Pick<OrderRecord, 'ownId' | 'customerId'>): string | null {
  return ownId === undefined ? customerId : ownId;
}

/** What an order is a party as. */
export function partyOf(order: OrderRecord): string {
  return ownIdOf(order) ?? order.id;
}

/** Has an order count as the purchase of a customer; null for nobody but whom the page shows. */
function countAs(order: OrderRecord, customerId: string | null): OrderRecord {
  const { ownId: _, ...rest } = order;
  const own = ownIdOf(order);
  const counted = customerId ?? own;
  return counted === own ? { ...rest, customerId: own } : { ...rest, customerId: counted, ownId: own };
}

/** Orders just read, under the customers that links make of their buyers. To be called within the transaction. */
export async function withLinksFollowed(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<OrderRecord[]> {
  const linked = await db.linkedParties.bulkGet(orders.map(partyOf));
  return orders.map((order, index) => countAs(order, linked[index]?.customerId ?? null));
}

/**
 * Brings the customers around these parties up to the links. To be called within a transaction over `regroupTables`.
 * @param parties whose links, orders or keys have changed
 */
export async function regroup(db: LiukeDatabase, shopId: string, parties: Iterable<string>): Promise<void> {
  const { around, ties, linked } = await surroundings(db, [...parties]);
  if (around.size === 0) return;
  const groups = partition(await withoutKnownOrders(db, ties));
  const changed = [...around].filter((party) => groups.get(party) !== linked.get(party)?.customerId);
  await db.linkedParties.bulkDelete(changed);
  await db.linkedParties.bulkPut(
    changed.flatMap((party): LinkedPartyRecord[] => {
      const customerId = groups.get(party);
      return customerId === undefined ? [] : [{ party, shopId, customerId }];
    }),
  );
  const touched = new Set(
    changed.flatMap((party) => [party, groups.get(party) ?? party, linked.get(party)?.customerId ?? party]),
  );
  for (const { before, after } of await moveOrders(db, around, { groups, linked })) {
    if (before.customerId !== null) touched.add(before.customerId);
    if (after.customerId !== null) touched.add(after.customerId);
  }
  await db.dirty.bulkPut([...touched].filter((id) => !isOrderParty(id)).map((customerId) => ({ customerId, shopId })));
}

interface Surroundings {
  around: Set<string>;
  ties: Tie[];
  /** How things stood, by party. */
  linked: Map<string, LinkedPartyRecord>;
}

/** Everything that hangs together with these parties, by links of now or by the groups that links made before. */
async function surroundings(db: LiukeDatabase, start: readonly string[]): Promise<Surroundings> {
  const around = new Set<string>();
  const ties = new Map<string, Tie>();
  const linked = new Map<string, LinkedPartyRecord>();
  if ((await db.links.count()) + (await db.linkedParties.count()) === 0) return { around, ties: [], linked };
  const asked = new Set<string>();
  for (let next = [...start]; next.length > 0; next = [...around].filter((party) => !asked.has(party))) {
    for (const party of next) asked.add(party);
    const links = await linksOf(db, next);
    const fellows = await fellowsOf(db, next);
    const aliases = await aliasesOf(
      db,
      links.flatMap(({ parties }) => parties),
    );
    for (const link of links) ties.set(link.id, tieOf(link));
    for (const alias of aliases) ties.set(linkIdOf(alias.parties), alias);
    for (const record of fellows) linked.set(record.party, record);
    for (const { parties } of [...links, ...aliases]) for (const party of parties) around.add(party);
    for (const { party } of fellows) around.add(party);
  }
  return { around, ties: [...ties.values()], linked };
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

function tieOf({ parties, kinds, provenBy, decision, newCustomerId }: LinkRecord): Tie {
  return { parties, kinds, isProven: provenBy.length > 0, decision, newCustomerId };
}

/** Those of the parties that are nicks, with the one customer whom a page showed with it: what was said of the nick was said of them. */
async function aliasesOf(db: LiukeDatabase, parties: readonly string[]): Promise<Tie[]> {
  const ids = [...new Set(parties)].filter((party) => !isOrderParty(party));
  const owners = await db.customers.where('nickId').anyOf(ids).toArray();
  return [...Map.groupBy(owners, ({ nickId }) => nickId!)]
    .filter(([, having]) => having.length === 1)
    .map(([nickId, having]) => ({
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
    .map((before) => ({ before, after: countAs(before, groups.get(partyOf(before)) ?? null) }))
    .filter(({ before, after }) => before.customerId !== after.customerId || before.ownId !== after.ownId);
  const after = moves.map((move) => move.after);
  await db.orders.bulkPut(after);
  await countMasked(
    db,
    moves.map(({ before }) => before),
    new Map(after.map((order) => [order.id, order])),
  );
  await putMissingCustomers(db, after, groups);
  return moves;
}

/** A customer whose own name no page has shown is named by an order that counts as theirs. */
async function putMissingCustomers(
  db: LiukeDatabase,
  orders: readonly OrderRecord[],
  groups: Change['groups'],
): Promise<void> {
  const linked = orders
    .filter(({ ownId }) => ownId !== undefined)
    .toSorted((a, b) => Number(isMask(nameOf(b))) - Number(isMask(nameOf(a))));
  const byCustomer = new Map(linked.map((order) => [order.customerId!, order]));
  const stored = await db.customers.bulkGet([...byCustomer.keys()]);
  const missing = [...byCustomer].filter((_, index) => !stored[index]);
  await db.customers.bulkPut(
    missing.map(([customerId, order]) => ({
      customerId,
      shopId: order.shopId,
      platform: order.platform,
      display: nameOf(order),
      searchName: nameOf(order).toLowerCase(),
      // An id that is no party was made for masks alone.
      quality: groups.has(customerId) ? 'stable' : 'masked',
      nickId: null,
    })),
  );
}

function nameOf({ buyer }: OrderRecord): string {
  return buyer.display ?? '**';
}
