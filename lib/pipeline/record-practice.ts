/** Writing down what a shop decided of its playbooks and calendar, and the days of customers. */
import type { When } from '../model/command.ts';
import type { CustomerDate, ShopMoment, ShopPractice } from '../model/practice-event.ts';
import type { RightNote } from '../model/rights-event.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { seatsTaken } from '../actions/rights.ts';
import { dayListRules } from '../rules/playbooks.ts';
import { readRights } from '../views/actions/shop-practice.ts';
import { append, eventTables } from './append-event.ts';

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

/** A trial whose seats are all taken takes nobody in. */
export type NotedRight = { eventId: string } | { refused: 'seatsTaken'; seats: number };

/** A reward owed, a seat given, a promise made; noted twice under one id it counts once. */
export async function recordRight(db: LiukeDatabase, note: RightNote, when: When): Promise<NotedRight> {
  const { rightId, shopId, right } = note;
  const parties = right.what === 'referral' && right.friendId ? [right.customerId, right.friendId] : null;
  // Seats that were given under this name before are known by it, though it is locked.
  if (right.what === 'trialSeat') db.seal.remember([right.trial]);
  return await db.transaction('rw', eventTables(db), async () => {
    if (right.what === 'trialSeat') {
      // Given again, a command finds its own seat taken.
      const others = (await readRights(db, shopId)).filter((entry) => entry.rightId !== rightId);
      const seats = dayListRules.trialSeats;
      if ((seatsTaken(others).get(right.trial) ?? 0) >= seats) return { refused: 'seatsTaken', seats };
    }
    const eventId = await append(db, when, (stamp) => ({
      ...stamp,
      kind: 'rightNoted',
      ...note,
      ...(parties ? { parties } : {}),
      ...(right.customerId === null ? {} : { customerId: right.customerId }),
    }));
    return { eventId };
  });
}

/** It was paid, given back, or has ended. */
export async function recordRightSettled(
  db: LiukeDatabase,
  { rightId }: { rightId: string },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'rightSettled', rightId }));
}
