/** What was promised to customers of a shop and was due in a month, and what became of it. */
import { workOrderSteps } from '../../rules/service.ts';
import { promisesInTexts, stepPromisesOf } from '../../service/promises.ts';
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';

export interface MonthPromises {
  due: number;
  kept: number;
  broken: number;
  /** Nobody said what became of them. */
  untold: number;
}

const stepKinds = new Map(workOrderSteps.map(({ id, what }) => [id, what]));

/** @param from @param to epoch ms, the second not included */
export async function readMonthPromises(
  db: LiukeDatabase,
  shopId: string,
  from: number,
  to: number,
): Promise<MonthPromises> {
  const [told, promised] = await Promise.all([
    db.events
      .where('kind')
      .anyOf([...workOrderKinds, 'undo'])
      .toArray(),
    // A text with something due in the month may promise more for after it.
    db.events.where('promiseDueAt').aboveOrEqual(from).toArray(),
  ]);
  const isIn = ({ dueAt }: { dueAt: number }) => dueAt >= from && dueAt < to;
  const inTexts = promisesInTexts([...told, ...promised]).filter(isIn);
  const ids = await readCustomerIdsNow(db, [...new Set(inTexts.flatMap(({ customerId }) => customerId ?? []))]);
  const customers = await db.customers.bulkGet([...new Set(ids.values())]);
  const own = new Set(customers.flatMap((customer) => (customer?.shopId === shopId ? customer.customerId : [])));
  const planned = workOrdersIn(told)
    .filter((order) => order.shopId === shopId && order.mergedInto === null)
    .flatMap((order) => stepPromisesOf(order, stepKinds))
    .filter(isIn);
  const all = [...inTexts.filter(({ customerId }) => own.has(ids.get(customerId ?? '') ?? '')), ...planned];
  const count = (outcome: 'kept' | 'broken' | 'open') => all.filter((promise) => promise.outcome === outcome).length;
  return { due: all.length, kept: count('kept'), broken: count('broken'), untold: count('open') };
}
