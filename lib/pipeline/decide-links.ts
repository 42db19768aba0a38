/** What a person says about two parties: they are one buyer, or they are not. Said in the log; the links and the orders follow. */
import type { When } from '../model/command.ts';
import type { Link } from '../model/event.ts';
import { inOrder, linkIdOf } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { LinkRecord } from '../store/records.ts';
import { decisionsIn, type LinkDecision } from '../views/links/link-decisions.ts';
import { append, eventTables } from './append-event.ts';
import type { CustomerIds } from './customer-id.ts';
import { regroup, regroupTables } from './regroup.ts';

/** Both are one buyer: their histories become one. @returns the event's id, for an undo, which parts them exactly */
export async function confirmLink(db: LiukeDatabase, ids: CustomerIds, link: Link, when: When): Promise<string> {
  const parties = inOrder(link.parties);
  const newCustomerId = await ids.ofLink(linkIdOf(parties));
  return await decide(db, { ...link, parties }, when, { kind: 'linkConfirmed', newCustomerId });
}

/** They are two people: what joined them joins them no more, and they are never proposed again. */
export async function refuseLink(db: LiukeDatabase, link: Link, when: When): Promise<string> {
  return await decide(db, { ...link, parties: inOrder(link.parties) }, when, { kind: 'linkRefused' });
}

type Said = { kind: 'linkConfirmed'; newCustomerId: string } | { kind: 'linkRefused' };

async function decide(db: LiukeDatabase, { shopId, parties }: Link, when: When, said: Said): Promise<string> {
  return await db.transaction('rw', linkTables(db), async () => {
    const eventId = await append(db, when, (stamp) => ({
      ...stamp,
      ...said,
      shopId,
      parties,
      linkId: linkIdOf(parties),
    }));
    await followDecision(db, { shopId, parties });
    return eventId;
  });
}

/** The tables of a transaction in which a decision is followed. */
export function linkTables(db: LiukeDatabase) {
  return [...eventTables(db), ...regroupTables(db)];
}

/** Brings a link up to what the log says of it now, and the orders up to the link. To be called within the transaction. */
export async function followDecision(db: LiukeDatabase, { shopId, parties }: Link): Promise<void> {
  const linkId = linkIdOf(parties);
  const said = decisionsIn(await db.events.where('linkId').equals(linkId).toArray());
  await putDecision(db, { shopId, parties }, said.get(linkId));
  await regroup(db, parties);
}

/** @param said undefined for nothing that still stands */
export async function putDecision(
  db: LiukeDatabase,
  { shopId, parties }: Link,
  said: LinkDecision | undefined,
): Promise<void> {
  const id = linkIdOf(parties);
  const before = await db.links.get(id);
  const link: LinkRecord = {
    ...(before ?? { id, shopId, parties: inOrder(parties), kinds: [null, null], provenBy: [] }),
    decision: said?.decision ?? null,
    eventId: said?.eventId ?? null,
    newCustomerId: said?.newCustomerId ?? null,
  };
  if (link.decision === null && link.provenBy.length === 0) await db.links.delete(id);
  else await db.links.put(link);
}
