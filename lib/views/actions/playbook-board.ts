/** How playbooks fare: who is due today, who was contacted for it, who of those came back. */
import { duePlaybooks } from '../../actions/day-list.ts';
import { boughtWithin } from '../../actions/trials/outcome.ts';
import { rowOf } from '../../insight/ledger/ledger.ts';
import { countBy } from '../../insight/tiers/tier-columns.ts';
import { logicalTimeFrom } from '../../model/logical-time.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import { playbooks } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readOwnNumbers } from '../shops/number-changes.ts';
import type { ShopReading } from '../shops/shop-measures.ts';
import { standing } from '../standing-events.ts';
import { nobody, readDueShop } from './due-shops.ts';

/** Days that are looked back. */
export const BOARD_DAYS = 180;

export interface PlaybookFare {
  /** Customers for whom it is the one due today, as the list of the day counts them but for the guards of contacts. */
  due: number;
  contacts: number;
  /** Contacts whose days are over, and after how many of them the customer bought within these days. */
  over: number;
  returned: number;
}

/**
 * @param horizonDays after a contact, its own day included
 * @returns by the playbook's id, those of the list of the day
 */
export async function readPlaybookBoard(
  db: LiukeDatabase,
  { measures, context }: ShopReading,
  horizonDays: number,
  now: number,
): Promise<Map<string, PlaybookFare>> {
  const numbers = await readOwnNumbers(db, context.shopId);
  const byNumbers = { dealings: new Map(), troubled: nobody };
  const { onList, due } = await readDueShop(db, context.shopId, numbers, byNumbers, now);
  const customersOf = countBy(due, onList.length + 1);
  const dueOf = new Map(onList.map(({ id }, place) => [id, customersOf[place + 1]!]));
  // One that was switched off, or waits for its occasion, keeps what it led to.
  const board = new Map(
    duePlaybooks(playbooks).map(({ id }) => [id, { due: dueOf.get(id) ?? 0, contacts: 0, over: 0, returned: 0 }]),
  );
  const since = logicalTimeFrom(now - BOARD_DAYS * DAY_MS);
  const events = standing(await db.events.where('logicalTime').aboveOrEqual(since).toArray());
  const contacts = events.filter((event) => event.kind === 'contact');
  const idsNow = await readCustomerIdsNow(db, [...new Set(contacts.map(({ contact }) => contact.customerId))]);
  for (const { contact, at } of contacts) {
    const fare = board.get(contact.playbookId ?? '');
    const row = rowOf(measures.ledger, idsNow.get(contact.customerId)!);
    if (!fare || row < 0) continue;
    fare.contacts += 1;
    const lastDay = dayOf(at) + horizonDays - 1;
    if (lastDay > context.asOfDay) continue;
    fare.over += 1;
    fare.returned += Number(boughtWithin(measures.ledger, row, dayOf(at), lastDay).count > 0);
  }
  return board;
}
