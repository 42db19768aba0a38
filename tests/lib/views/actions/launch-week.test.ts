/** 6: a launch closes with the share of regulars among who bought it in its first week. */
import { expect, test } from 'vitest';
import type { ShopMoment } from '../../../../lib/model/practice-event.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { readLaunchWeek } from '../../../../lib/views/actions/launch-week.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const startAt = Date.parse('2026-08-06T10:00:00+08:00');
const launch: ShopMoment = {
  momentId: 'm',
  kind: 'launch',
  name: '冬款上新',
  article: '羊绒围巾',
  startAt,
  endAt: startAt + DAY_MS,
};

/** Who bought what, how many days after the launch. */
const bought: [nick: string, title: string, day: number, status?: 'cancelled'][] = [
  ['regular', '纯棉四件套', -40],
  ['regular', '山羊绒 羊绒围巾 灰', 0],
  ['regular', '山羊绒 羊绒围巾 红', 2],
  ['new', '羊绒围巾 红', 1],
  ['other', '纯棉四件套', 3],
  ['late', '羊绒围巾 红', 8],
  ['undecided', '羊绒围巾 红', 4, 'cancelled'],
  ['sameWeek', '纯棉四件套', 4],
  ['sameWeek', '羊绒围巾 红', 5],
];

async function weekOn(day: number, moment = launch) {
  const { db, takeIn } = await openPipeline();
  const seen = bought.filter(([, , days]) => days <= day);
  const orders = makeOrders(seen.length, (index) => {
    const [nick, title, days, status = 'completed'] = seen[index]!;
    return { buyer: stable(nick), status, items: [makeItem({ title })], placedAt: startAt + days * DAY_MS };
  });
  const now = startAt + day * DAY_MS + 3_600_000;
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  return await readLaunchWeek(db, state.shopId!, moment, now);
}

test('who bought it in its first week is counted once, and as a regular who had come before its first day', async () => {
  expect(await weekOn(8)).toEqual({ share: 1, needed: 0.4, isOver: true, buyers: 3, regulars: 1 });
  expect(await weekOn(2)).toMatchObject({ isOver: false, buyers: 2, regulars: 1 });
});

test('nothing is said before it began, nor where nobody said what it is called', async () => {
  expect(await weekOn(8, { ...launch, startAt: startAt + 9 * DAY_MS, endAt: startAt + 10 * DAY_MS })).toBeNull();
  expect(await weekOn(8, { ...launch, article: null })).toBeNull();
});

test('no share is given of days that were not seen', async () => {
  const { db, takeIn } = await openPipeline();
  const [order] = makeOrders(1, () => ({ buyer: stable('regular'), placedAt: startAt - DAY_MS }));
  const { state } = await takeIn(makeReport([order!], { observedAt: startAt - DAY_MS }));
  const week = await readLaunchWeek(db, state.shopId!, launch, startAt + 8 * DAY_MS);
  expect(week).toEqual({ share: 0, needed: 0.4, isOver: true, buyers: null, regulars: 0 });
});
