/** Who is due for what in each shop, less those whom a guard keeps off the list. */
import { dueColumn, duePlaybooks, type DuePlaybook } from '../../actions/day-list.ts';
import { offersToNew } from '../../actions/fairness.ts';
import { heldOffList, restsOnSilence, type LowCoverage } from '../../actions/guards.ts';
import type { Job } from '../../actions/job.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import { heldOutMask } from '../../actions/trials/hold-out.ts';
import { rowOf } from '../../insight/ledger/ledger.ts';
import type { Interval, Trial } from '../../model/trial.ts';
import { fairness } from '../../rules/offers.ts';
import { contactLimits } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerDealings } from '../customers/dealings.ts';
import { readActivePlaybooks } from './open-playbooks.ts';
import type { OpenOrders } from '../service/open-orders.ts';
import { readShopMeasures, type ShopReading } from '../shops/shop-measures.ts';
import { readTrials, type KeptTrial } from './trials.ts';
import { lowCoverageOf } from '../shops/withheld.ts';

export type Dealings = ReadonlyMap<string, CustomerDealings>;

/** A shop with who is due in it, less those whom a guard keeps off. */
export interface DueShop extends ShopReading {
  /** Those that are open in it today. */
  onList: readonly DuePlaybook[];
  /** 1 + the place of the playbook, 0 for nobody. */
  due: Uint8Array;
  /** Those that run. */
  trials: readonly Trial[];
  /** By playbook, what came of the shop's ended trials of it against nothing. */
  differences: ReadonlyMap<string, readonly Interval[]>;
  /** By job, who would be due but for a trial. */
  heldOut: Record<Job, number>;
  lowCoverage: LowCoverage | null;
}

/** Customers with open work orders (`readOpenOrders`): no offers for them, and those first whose work order is late. */
export type Troubled = ReadonlyMap<string, OpenOrders>;
export const nobody: Troubled = new Map();

export async function readDueShops(
  db: LiukeDatabase,
  shopId: string | null,
  dealings: Dealings,
  troubled: Troubled,
  now: number,
): Promise<DueShop[]> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  const readings = await Promise.all(shopIds.map((id) => readShopMeasures(db, id, now)));
  return await Promise.all(
    readings.map(async (reading) => {
      const { shopId: id, asOfDay } = reading.context;
      const [active, kept, coupons] = await Promise.all([
        readActivePlaybooks(db, id, asOfDay, now),
        readTrials(db, id),
        db.coupons.where('shopId').equals(id).toArray(),
      ]);
      const trials = kept.filter(({ stoppedAt }) => stoppedAt === null).map(({ trial }) => trial);
      const lowCoverage = lowCoverageOf(reading.context.coverage);
      const onList = duePlaybooks(active).filter((playbook) => !lowCoverage || !restsOnSilence(playbook));
      const byNumbers = dueByNumbers(reading, onList, offersToNew(active, coupons, fairness, now), trials);
      const due = withoutHeld(reading, onList, byNumbers.due, { dealings, troubled }, now);
      const heldOut = leaveOut(onList, byNumbers.heldOut, due);
      return { ...reading, onList, due, trials, differences: differencesIn(kept), heldOut, lowCoverage };
    }),
  );
}

function differencesIn(kept: readonly KeptTrial[]): Map<string, Interval[]> {
  const differences = new Map<string, Interval[]>();
  for (const { trial, difference } of kept)
    if (difference && trial.arms[0].armId === 'holdOut')
      differences.set(trial.playbookId, [...(differences.get(trial.playbookId) ?? []), difference]);
  return differences;
}

interface DueByNumbers {
  due: Uint8Array;
  /** 1 for who is left alone by a trial. */
  heldOut: Uint8Array;
}

/** Who is due by the numbers alone, computed once per reading as long as playbooks, offers to new customers and trials are the same. */
const dueOf = new WeakMap<ShopReading, { key: string; byNumbers: DueByNumbers }>();

function dueByNumbers(
  reading: ShopReading,
  onList: readonly DuePlaybook[],
  toNew: readonly Offer[],
  trials: readonly Trial[],
): DueByNumbers {
  const key = JSON.stringify([onList.map(({ id, all }) => [id, all]), toNew, trials.map(({ trialId }) => trialId)]);
  const known = dueOf.get(reading);
  if (known?.key === key) return known.byNumbers;
  const { measures, context } = reading;
  const due = dueColumn(measures, context.tiers, onList, contactLimits, toNew);
  const byNumbers = { due, heldOut: heldOutMask(due, measures.ledger, onList, trials) };
  dueOf.set(reading, { key, byNumbers });
  return byNumbers;
}

/** @returns how many were taken off, by job */
function leaveOut(onList: readonly DuePlaybook[], heldOut: Uint8Array, due: Uint8Array): Record<Job, number> {
  const counts = { calm: 0, wake: 0, thank: 0 };
  for (let row = 0; row < due.length; row += 1) {
    if (heldOut[row] === 0 || due[row] === 0) continue;
    counts[onList[due[row]! - 1]!.due.job] += 1;
    due[row] = 0;
  }
  return counts;
}

/** Those whose work order is late are calmed first; whose work order is open is offered nothing. */
function withoutHeld(
  { measures }: ShopReading,
  onList: readonly DuePlaybook[],
  byNumbers: Uint8Array,
  { dealings, troubled }: { dealings: Dealings; troubled: Troubled },
  now: number,
): Uint8Array {
  const due = byNumbers.slice();
  // 0 where the shop calms nobody.
  const calmFirst = 1 + onList.findIndex((playbook) => playbook.due.job === 'calm');
  for (const [customerId, { late }] of troubled) {
    const row = rowOf(measures.ledger, customerId);
    if (row < 0) continue;
    if (late > 0 && calmFirst > 0) due[row] = calmFirst;
    else if (onList[due[row]! - 1]?.offer) due[row] = 0;
  }
  for (const [customerId, { contacts, putOffs }] of dealings) {
    const row = rowOf(measures.ledger, customerId);
    const playbook = row < 0 ? undefined : onList[due[row]! - 1];
    if (playbook && heldOffList({ playbook, contacts, putOffs, limits: contactLimits, now })) due[row] = 0;
  }
  return due;
}
