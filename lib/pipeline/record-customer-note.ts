/** Writing down what people say of a customer in their own words. */
import type { When } from '../model/command.ts';
import type { CustomerNote, CustomerTag } from '../model/customer-note-event.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append } from './append-event.ts';

/** Puts a tag on a customer, or takes it off. @returns the event's id, for an undo; so does the other */
export async function recordCustomerTag(db: LiukeDatabase, tag: CustomerTag, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'customerTagged', ...tag }));
}

/** Takes the place of the note before. */
export async function recordCustomerNote(db: LiukeDatabase, note: CustomerNote, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'customerNoted', ...note }));
}
