/** Writing down what a shop decided of its playbooks and calendar, and the days of customers. */
import type { When } from '../model/command.ts';
import type { CustomerDate, ShopMoment, ShopPractice } from '../model/practice-event.ts';
import type { RightNote } from '../model/rights-event.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append } from './append-event.ts';

/** All of it: the newest event holds. @returns the event's id, for an undo; so do the others */
export async function recordShopPractice(
  db: LiukeDatabase,
  choice: { shopId: string; practice: ShopPractice },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'shopPractice', ...choice }));
}

/** Sets a moment, or changes the one of the same id. */
export async function recordMoment(
  db: LiukeDatabase,
  setting: { shopId: string; moment: ShopMoment },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'momentSet', ...setting }));
}

export async function recordMomentRemoval(
  db: LiukeDatabase,
  removal: { shopId: string; momentId: string },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'momentRemoved', ...removal }));
}

export async function recordCustomerDate(
  db: LiukeDatabase,
  setting: { customerId: string; date: CustomerDate },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'customerDateSet', ...setting }));
}

export async function recordCustomerDateRemoval(
  db: LiukeDatabase,
  removal: { customerId: string; what: CustomerDate['what'] },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'customerDateRemoved', ...removal }));
}

/** A reward owed, a seat given, a promise made; noted twice under one id it counts once. */
export async function recordRight(db: LiukeDatabase, note: RightNote, when: When): Promise<string> {
  const { customerId } = note.right;
  return await append(db, when, (stamp) => ({
    ...stamp,
    kind: 'rightNoted',
    ...note,
    ...(customerId === null ? {} : { customerId }),
  }));
}

/** It was paid, given back, or has ended. */
export async function recordRightSettled(
  db: LiukeDatabase,
  { rightId }: { rightId: string },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'rightSettled', rightId }));
}
