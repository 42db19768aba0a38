/** Writing down what a person did. Events are only ever added. */
import { partOf, type When } from '../model/command.ts';
import type { Contact, PutOff, SavedSegment, ShopRules, ShopSettings } from '../model/event.ts';
import type { ColumnMapping } from '../model/column-mapping.ts';
import type { OwnTemplate } from '../model/own-template.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { promisesOfEvent } from '../service/promises.ts';
import { append, appendAll } from './append-event.ts';
import { followDecision, linkTables } from './decide-links.ts';

/** A contact was made (text copied or filled). @returns the event's id, for an undo */
export async function recordContact(db: LiukeDatabase, contact: Contact, when: When): Promise<string> {
  const [eventId] = await recordContacts(db, [contact], when);
  return eventId!;
}

/** Several contacts at once, all or none. @returns their events' ids, in the same order */
export async function recordContacts(db: LiukeDatabase, contacts: readonly Contact[], when: When): Promise<string[]> {
  return await appendAll(
    db,
    when,
    contacts.map((contact) => (stamp) => {
      const event = { ...stamp, kind: 'contact' as const, contact, customerId: contact.customerId };
      const last = promisesOfEvent(event).at(-1);
      return { ...event, ...(last ? { promiseDueAt: last.dueAt } : {}) };
    }),
  );
}

/** Suggestions wait, or are not wanted; all are noted or none. @returns their events' ids, in the same order */
export async function recordPutOffs(db: LiukeDatabase, putOffs: readonly PutOff[], when: When): Promise<string[]> {
  return await appendAll(
    db,
    when,
    putOffs.map((putOff) => (stamp) => ({ ...stamp, kind: 'suggestionPutOff', ...putOff })),
  );
}

/** A customer asked for quiet, or no longer does. */
export async function recordDoNotDisturb(
  db: LiukeDatabase,
  { customerId, isOn }: { customerId: string; isOn: boolean },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'doNotDisturb', customerId, isOn }));
}

/** The shop's own thresholds, category and horizon, all of them: the newest event holds. */
export async function recordShopSettings(
  db: LiukeDatabase,
  { shopId, settings }: { shopId: string; settings: ShopSettings },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'shopSettings', shopId, settings }));
}

/** The shop's own compliance rules, as a whole: the newest event holds. */
export async function recordShopRules(db: LiukeDatabase, rules: ShopRules, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, ...rules, kind: 'shopRules' }));
}

/** Which column of the shop's own export is what. */
export async function recordColumnMapping(
  db: LiukeDatabase,
  { shopId, mapping }: { shopId: string; mapping: ColumnMapping },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'columnsMapped', shopId, mapping }));
}

/** Saves a segment, or changes the one of the same id. */
export async function recordSegment(db: LiukeDatabase, segment: SavedSegment, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'segmentSaved', segment }));
}

export async function recordSegmentRemoval(db: LiukeDatabase, segmentId: string, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'segmentRemoved', segmentId }));
}

/**
 * Saves own replies, or changes those of the same ids.
 * @param batchId of several that are undone together, by an undo of this id
 * @returns their events' ids, in the same order
 */
export async function recordTemplates(
  db: LiukeDatabase,
  templates: readonly OwnTemplate[],
  when: When,
  batchId: string | null = null,
): Promise<string[]> {
  return await appendAll(
    db,
    when,
    templates.map((template) => (stamp) => ({ ...stamp, kind: 'templateSaved', template, batchId })),
  );
}

export async function recordTemplateRemoval(db: LiukeDatabase, templateId: string, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'templateRemoved', templateId }));
}

/** Takes an earlier event back, or all of a batch, by a further event. Undoing twice is the same as once. */
export async function undoEvent(db: LiukeDatabase, eventId: string, when: When): Promise<string> {
  return await db.transaction('rw', linkTables(db), async () => {
    const undone = await db.events.get(eventId);
    const id = await append(db, when, (stamp) => ({
      ...stamp,
      kind: 'undo',
      eventId,
      ...(undone?.customerId ? { customerId: undone.customerId } : {}),
      ...(undone?.linkId ? { linkId: undone.linkId } : {}),
      ...(undone?.workOrderId ? { workOrderId: undone.workOrderId } : {}),
    }));
    if (undone?.kind === 'linkConfirmed' || undone?.kind === 'linkRefused') await followDecision(db, undone);
    return id;
  });
}

/** Takes several back, all or none. */
export async function undoEvents(db: LiukeDatabase, eventIds: readonly string[], when: When): Promise<void> {
  await db.transaction('rw', linkTables(db), async () => {
    for (const [index, eventId] of eventIds.entries()) await undoEvent(db, eventId, partOf(when, index));
  });
}
