/** What a playbook says with numbers that are only tried out: whom it would name today, and whom it would have named before. */
import { onOccasion, spanOf } from '../../actions/active-playbooks.ts';
import { goodOffer } from '../../actions/day-list.ts';
import { restsOnAllSeen } from '../../actions/guards.ts';
import { isTold, pastDaysOf, type PastCase } from '../../actions/playbook-past.ts';
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { Playbook } from '../../actions/playbook.ts';
import { eligibleFor, eligibleMask } from '../../actions/trials/enrol.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { playbooks } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readRecentDealings } from '../customers/dealings.ts';
import { readOpenOrders } from '../service/open-orders.ts';
import { readOwnNumbers, type OwnNumbers } from '../shops/number-changes.ts';
import { ownLimits, ownPlaybook } from '../shops/own-numbers.ts';
import type { ShopContext } from '../shops/shop-context.ts';
import { readShopMeasures } from '../shops/shop-measures.ts';
import { readDayGround } from './day-ground.ts';
import { readDueShop } from './due-shops.ts';
import { readOccasions } from './open-playbooks.ts';
import { readShopPractice } from './shop-practice.ts';

export interface Recount {
  /** On the list of the day, or of a playbook of the card alone, on whose card it would stand; null where nobody can say. */
  customers: number | null;
  /** Why there is no count: it waits for an occasion, too little was seen, or an article that goes with what they have is looked for. */
  without: 'occasion' | 'coverage' | 'companion' | null;
}

/**
 * By the same way as the list of the day, every guard included, as if the playbook were switched on.
 * @param numbers of that playbook; of the others those in force
 * @param now epoch ms
 */
export async function readRecount(
  db: LiukeDatabase,
  shopId: string,
  playbookId: string,
  numbers: Numbers,
  now: number,
): Promise<Recount> {
  const shipped = playbooks.find(({ id }) => id === playbookId)!;
  const own = await readOwnNumbers(db, shopId);
  const tried: OwnNumbers = { ...own, playbooks: { ...own.playbooks, [playbookId]: numbers } };
  if (!shipped.due) return await countOnCards(db, shopId, shipped, tried, now);
  const [dealings, troubled] = await Promise.all([
    readRecentDealings(db, now, numbers['due.everyDays']),
    readOpenOrders(db, now),
  ]);
  const { onList, due, lowCoverage } = await readDueShop(db, shopId, tried, { dealings, troubled }, now, playbookId);
  const place = onList.findIndex(({ id }) => id === playbookId);
  if (place < 0) return { customers: null, without: lowCoverage && restsOnAllSeen(shipped) ? 'coverage' : 'occasion' };
  let customers = 0;
  for (const at of due) customers += Number(at === place + 1);
  return { customers, without: null };
}

/** Nobody holds it against what was done: a card is there when one looks at it. */
async function countOnCards(
  db: LiukeDatabase,
  shopId: string,
  { id, companion }: Playbook,
  numbers: OwnNumbers,
  now: number,
): Promise<Recount> {
  if (companion !== null) return { customers: null, without: 'companion' };
  const { measures, context } = await readShopMeasures(db, shopId, now);
  const { active, limits, toNew, benefits } = await readDayGround(db, context, numbers, now, id);
  const playbook = active.find((one) => one.id === id);
  if (!playbook) return { customers: null, without: 'occasion' };
  const mask = eligibleMask(measures, eligibleFor(playbook, context.tiers));
  const givesRight = benefits.length > 0 ? () => true : null;
  const isGood = goodOffer(measures, playbook, limits, toNew, givesRight);
  let customers = 0;
  for (let row = 0; row < mask.length; row += 1) customers += Number(mask[row] === 1 && (!isGood || isGood(row)));
  return { customers, without: null };
}

/** Days within which a purchase counts as one that the playbook was about. */
export function windowDaysOf({ withinDays, offer }: Playbook): number {
  return withinDays ?? (offer?.kind === 'coupon' ? offer.validDays : null) ?? USUAL_DAYS;
}
const USUAL_DAYS = 30;
/** Of the occasions of the past, so many of the latest are looked at. */
const MOST_OCCASIONS = 5;

/**
 * The days of the past that can be looked at: of a playbook that waits for an occasion the days of the last of them.
 * @returns `day` of each case with who was eligible then
 */
export async function readPastCases(
  db: LiukeDatabase,
  context: ShopContext,
  playbookId: string,
  numbers: Numbers,
): Promise<PastCase[]> {
  const { asOfDay, coverage, shopId, tiers } = context;
  const shipped = playbooks.find(({ id }) => id === playbookId)!;
  const changed = ownPlaybook(shipped, numbers);
  const windowDays = windowDaysOf(changed);
  const eligible = (playbook: Playbook) => eligibleFor(playbook, tiers);
  if (!shipped.moment)
    return pastDaysOf(asOfDay, coverage.startDay, windowDays).map((day) => ({
      day,
      shipped: eligible(shipped),
      changed: eligible(changed),
    }));
  if (coverage.startDay === null) return [];
  const practice = await readShopPractice(db, shopId);
  const limits = ownLimits(await readOwnNumbers(db, shopId));
  const occasions = await readOccasions(db, shopId, practice, [coverage.startDay, asOfDay]);
  return occasions
    .filter(({ kind }) => shipped.moment!.kinds.includes(kind))
    .flatMap((occasion): PastCase[] => {
      const { fromAt } = spanOf(changed.moment!, occasion, limits);
      // Who bought on its days is known on the morning after them.
      const day = Math.max(dayOf(fromAt), changed.moment!.ofBuyers ? dayOf(occasion.endAt - 1) + 1 : 0);
      if (!isTold(day, asOfDay, coverage.startDay!, windowDays)) return [];
      const then = (playbook: Playbook) => eligible(onOccasion(playbook, playbook.moment!, occasion, day));
      return [{ day, shipped: then(shipped), changed: then(changed) }];
    })
    .toReversed()
    .slice(0, MOST_OCCASIONS);
}
