/** The links of one customer: what pages prove, what a person said, and what contradicts itself. */
import { contradicting } from '../../insight/identity/partition.ts';
import { isOrderParty, ownIdOf } from '../../model/link.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { LinkRecord, OrderRecord } from '../../store/records.ts';

/**
 * `proven`: pages showed both for one order. `confirmed`, `refused`: a person said so. `contradicted`: pages prove it, and also
 * something that cannot be true together with it, so it joins nobody.
 */
export type LinkState = 'proven' | 'confirmed' | 'refused' | 'contradicted';

/** One party of a link as it can be named. */
export interface NamedParty {
  party: string;
  /** As pages show it; null for one known by a key alone. */
  name: string | null;
  /** When a masked order was placed, epoch ms; null for a customer, and for an order whose buyer is known by now. */
  placedAt: number | null;
}

export interface StandingLink {
  shopId: string;
  parties: [NamedParty, NamedParty];
  state: LinkState;
  /** The event that said so, for an undo; null for what nobody said. */
  eventId: string | null;
  /** Numbers of the orders that prove it. */
  provenBy: string[];
}

/** @param parties of the customer, as links name them */
export async function readStandingLinks(db: LiukeDatabase, parties: readonly string[]): Promise<StandingLink[]> {
  const around = await linksAround(db, parties);
  const ties = around.map((link) => ({ ...link, isProven: link.provenBy.length > 0 }));
  const doubtful = new Set(contradicting(ties).map(({ id }) => id));
  const own = around.filter((link) => link.parties.some((party) => parties.includes(party)));
  const named = await namesOf(
    db,
    own.flatMap((link) => link.parties),
  );
  // The key of a review shows no name; the one that its customer is given is that of the other party.
  const side = ({ parties: both, kinds }: LinkRecord, at: 0 | 1): NamedParty => ({
    ...named.get(both[at])!,
    ...(kinds[at] === 'securityuid' ? { name: null } : {}),
  });
  // Of an order whose buyer is known by now, what was said counts no more.
  return own
    .map((link): StandingLink => ({
      shopId: link.shopId,
      parties: [side(link, 0), side(link, 1)],
      state: link.decision ?? (doubtful.has(link.id) ? 'contradicted' : 'proven'),
      eventId: link.eventId,
      provenBy: link.provenBy.map((id) => id.slice(id.indexOf(':') + 1)),
    }))
    .filter(({ parties: sides }) => sides.every(({ party, placedAt }) => !isOrderParty(party) || placedAt !== null));
}

/** The links of these parties, and further ones that proofs lead to: a contradiction may lie behind them. */
async function linksAround(db: LiukeDatabase, start: readonly string[]): Promise<LinkRecord[]> {
  const links = new Map<string, LinkRecord>();
  const asked = new Set<string>();
  for (let next = [...start]; next.length > 0;) {
    for (const party of next) asked.add(party);
    const found = await db.links.where('parties').anyOf(next).distinct().toArray();
    for (const link of found) links.set(link.id, link);
    next = [...new Set(found.filter(({ provenBy }) => provenBy.length > 0).flatMap(({ parties }) => parties))].filter(
      (party) => !asked.has(party),
    );
  }
  return [...links.values()];
}

async function namesOf(db: LiukeDatabase, parties: readonly string[]): Promise<Map<string, NamedParty>> {
  const ids = [...new Set(parties)];
  const [orders, customers] = await Promise.all([db.orders.bulkGet(ids), db.customers.bulkGet(ids)]);
  return new Map(
    ids.map((party, index) => [party, namedParty(party, orders[index], customers[index]?.display ?? null)]),
  );
}

function namedParty(party: string, order: OrderRecord | undefined, display: string | null): NamedParty {
  const masked = order && ownIdOf(order) === null ? order : undefined;
  return { party, name: masked?.buyer.display ?? display, placedAt: masked?.placedAt ?? null };
}
