/** Writing down what a shop decided of its playbooks and calendar, and the days of customers. */
import type { CustomerDate, ShopMoment, ShopPractice } from '../model/practice-event.ts';
import type { RightNote } from '../model/rights-event.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append } from './append-event.ts';

/** All of it: the newest event holds. @returns the event's id, for an undo; so do the others */
export async function recordShopPractice(
  db: LiukeDatabase,
  choice: { shopId: string; practice: ShopPractice },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'shopPractice', ...choice }));
}

/** Sets a moment, or changes the one of the same id. */
export async function recordMoment(
  db: LiukeDatabase,
  setting: { shopId: string; moment: ShopMoment },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'momentSet', ...setting }));
}

export async function recordMomentRemoval(
  db: LiukeDatabase,
  removal: { shopId: string; momentId: string },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'momentRemoved', ...removal }));
}

export async function recordCustomerDate(
  db: LiukeDatabase,
  setting: { customerId: string; date: CustomerDate },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'customerDateSet', ...setting }));
}

export async function recordCustomerDateRemoval(
  db: LiukeDatabase,
  removal: { customerId: string; what: CustomerDate['what'] },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'customerDateRemoved', ...removal }));
}

/** A reward owed, a seat given, a promise made; noted twice under one id it counts once. */
export async function recordRight(db: LiukeDatabase, note: RightNote, now: number): Promise<string> {
  const { customerId } = note.right;
  return await append(db, now, (stamp) => ({
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
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'rightSettled', rightId }));
}
