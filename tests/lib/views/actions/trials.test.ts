import { describe, expect, test } from 'vitest';
import { Deal } from '../../../../lib/actions/trials/assignment.ts';
import { eventSchema } from '../../../../lib/model/event.ts';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import type { Trial } from '../../../../lib/model/trial.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordActionSettings, startTrial, stopTrial } from '../../../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../../../lib/pipeline/shop-linter.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { presetActionSettings, readActionSettings } from '../../../../lib/views/actions/action-settings.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { readJobCounts, readTasks } from '../../../../lib/views/actions/day-list.ts';
import { readPlaybookBoard } from '../../../../lib/views/actions/playbook-board.ts';
import { readShopMeasures } from '../../../../lib/views/shops/shop-measures.ts';
import { readRunningTrials, readTrials } from '../../../../lib/views/actions/trials.ts';
import { recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { recordContacts } from '../../../../lib/pipeline/record-event.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeComparison, makeTrial } from '../../../support/make-trial.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const start = (db: LiukeDatabase, trial: Trial, at = now) => startTrial(db, openShopLinter(db), trial, at);

describe('a trial', () => {
  test('that is started is one event, however often the message comes', async () => {
    const db = openTestDatabase();
    const first = await start(db, makeTrial());
    expect(await start(db, makeTrial(), now + 1)).toEqual(first);
    const events = await db.events.toArray();
    expect(events).toHaveLength(1);
    expect(eventSchema.safeParse(events[0]).success).toBe(true);
    expect(await readTrials(db, 'jd:shop')).toMatchObject([{ trial: makeTrial(), startedAt: now, stoppedAt: null }]);
    expect(await readTrials(db, 'jd:other')).toEqual([]);
  });

  test('is not started while another of the same playbook runs in the same shop', async () => {
    const db = openTestDatabase();
    await start(db, makeTrial());
    expect(await start(db, makeTrial({ trialId: 'two' }))).toEqual({ refused: 'runsAlready' });
    expect(await start(db, makeTrial({ trialId: 'three', shopId: 'jd:other' }))).toHaveProperty('eventId');
    await stopTrial(db, { trialId: 'trial-1', difference: null }, now + 1);
    expect(await start(db, makeTrial({ trialId: 'two' }), now + 2)).toHaveProperty('eventId');
    expect((await readTrials(db, 'jd:shop')).map(({ trial }) => trial.trialId)).toEqual(['two', 'trial-1']);
    expect((await readRunningTrials(db, 'jd:shop')).map(({ trialId }) => trialId)).toEqual(['two']);
  });

  test('is not started with words that must not be said', async () => {
    const db = openTestDatabase();
    const [a, b] = makeComparison().arms;
    const answer = await start(db, makeComparison({ arms: [a, { ...b, wording: '加微信 abc123456 领红包' }] }));
    expect(answer).toMatchObject({ refused: 'wording' });
    expect(await db.events.count()).toBe(0);
  });

  test('keeps what it told on the day it was stopped, however often it is stopped', async () => {
    const db = openTestDatabase();
    const difference = { estimate: 0.08, low: 0.02, high: 0.14 };
    await start(db, makeTrial());
    await stopTrial(db, { trialId: 'trial-1', difference }, now + 1);
    await stopTrial(db, { trialId: 'trial-1', difference: null }, now + 2);
    expect(await readTrials(db, 'jd:shop')).toMatchObject([{ stoppedAt: now + 1, difference }]);
  });

  test('that was stopped goes on after an undo; one whose start was undone was none', async () => {
    const db = openTestDatabase();
    const started = await start(db, makeTrial());
    const stop = await stopTrial(db, { trialId: 'trial-1', difference: null }, now + 1);
    await undoEvent(db, stop, now + 2);
    expect(await readRunningTrials(db, 'jd:shop')).toHaveLength(1);
    if ('eventId' in started) await undoEvent(db, started.eventId, now + 3);
    expect(await readTrials(db, 'jd:shop')).toEqual([]);
  });
});

test('of what a shop decided about its offers the newest holds', async () => {
  const db = openTestDatabase();
  expect(await readActionSettings(db, 'jd:shop')).toEqual(presetActionSettings);
  const settings = { marginFloorShare: 0.2, holdOutShares: { 'silent-wake': 0.3 } };
  await recordActionSettings(db, { shopId: 'jd:shop', settings }, now);
  const later = await recordActionSettings(db, { shopId: 'jd:shop', settings: presetActionSettings }, now + 1);
  await undoEvent(db, later, now + 2);
  expect(await readActionSettings(db, 'jd:shop')).toEqual(settings);
});

const [holdOut, treated] = makeTrial().arms;
/** In a tenth of sixty customers, whose ids are made anew for each shop, there is nobody now and then. */
const halves: Trial['arms'] = [
  { ...holdOut, share: 0.5 },
  { ...treated, share: 0.5 },
];

/** Sixty silent regulars. */
async function openShop() {
  const { db, takeIn } = await openPipeline();
  const orders = makeOrders(120, (index) => ({
    buyer: stable(`buyer_${index % 60}`),
    placedAt: now - (index < 60 ? 45 : 75) * DAY_MS,
    status: 'completed',
  }));
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const ids = [...new Set(state.buyers.flatMap(({ customerId }) => customerId ?? []))];
  return { db, shopId: state.shopId!, ids };
}

describe('a shop in which a trial runs', () => {
  test('has the held-out off the list, and says on the card why', async () => {
    const { db, shopId, ids } = await openShop();
    const trial = makeTrial({ shopId, startDay: dayOf(now), arms: halves });
    const before = (await readJobCounts(db, shopId, now)).wake;
    expect(before).toEqual({ due: 60, done: 0, heldOut: 0, lowCoverage: null });
    await start(db, trial);
    const heldOut = ids.filter((id) => new Deal(trial).of(id) === 1);
    expect(heldOut.length).toBeGreaterThan(0);
    expect((await readJobCounts(db, shopId, now)).wake).toEqual({
      due: 60 - heldOut.length,
      done: 0,
      heldOut: heldOut.length,
      lowCoverage: null,
    });
    const { tasks } = await readTasks(db, shopId, 'wake', now, 100);
    expect(tasks.map(({ customer }) => customer.customerId).filter((id) => heldOut.includes(id))).toEqual([]);
    const card = await readCustomerView(db, shopId, heldOut[0]!, now);
    expect(card.heldBack).toContainEqual(
      expect.objectContaining({ because: { guard: 'holdOut', startDay: dayOf(now), share: 0.5 } }),
    );
    await stopTrial(db, { trialId: trial.trialId, difference: null }, now + 1);
    expect((await readJobCounts(db, shopId, now + 1)).wake).toEqual(before);
  });

  test('has the held-out under what comes next for them, as on the card, and counts them no more', async () => {
    const { db, shopId, ids } = await openShop();
    const trial = makeTrial({ shopId, startDay: dayOf(now), arms: halves });
    await start(db, trial);
    await recordShopPractice(db, { shopId, practice: { ...presetPractice, playbooks: { 'silent-gift': true } } }, now);
    const heldOut = ids.filter((id) => new Deal(trial).of(id) === 1);
    expect((await readJobCounts(db, shopId, now)).wake).toMatchObject({ due: 60, heldOut: 0 });
    const { tasks } = await readTasks(db, shopId, 'wake', now, 100);
    const gifts = tasks.filter(({ playbook }) => playbook.id === 'silent-gift');
    expect(gifts.map(({ customer }) => customer.customerId).toSorted()).toEqual(heldOut.toSorted());
  });

  test('of two offers shows on the list what each arm is given and told', async () => {
    const { db, shopId } = await openShop();
    const pair = makeComparison({
      shopId,
      arms: [
        { ...makeComparison().arms[0], share: 0.5 },
        { ...makeComparison().arms[1], share: 0.5 },
      ],
    });
    await start(db, pair);
    const { tasks } = await readTasks(db, shopId, 'wake', now, 100);
    expect(tasks).toHaveLength(60);
    const deal = new Deal(pair);
    for (const { customer, offer, wording } of tasks) {
      const arm = pair.arms[deal.of(customer.customerId) - 1]!;
      expect(offer).toMatchObject(arm.coupon!);
      expect(wording).toBe(arm.wording);
    }
  });
});

test('the board counts none whom a running trial leaves alone, as the list of the day', async () => {
  const { db, shopId } = await openShop();
  await start(db, makeTrial({ shopId }));
  const board = await readPlaybookBoard(db, await readShopMeasures(db, shopId, now), 30, now);
  expect(board.get('silent-wake')!.due).toBe((await readJobCounts(db, shopId, now)).wake.due);
  expect(board.get('silent-wake')!.due).toBeLessThan(60);
});

test('the board counts who is due, who was contacted, and who of those whose days are over came back', async () => {
  const { db, shopId, ids } = await openShop();
  const contact = (customerId: string) => makeContact({ customerId, playbookId: 'silent-wake', how: 'noted' });
  // On the day before their last purchase; and today, too lately to tell.
  await recordContacts(db, ids.slice(0, 3).map(contact), now - 46 * DAY_MS);
  await recordContacts(db, ids.slice(3, 5).map(contact), now);
  const board = await readPlaybookBoard(db, await readShopMeasures(db, shopId, now), 30, now);
  expect(board.get('silent-wake')).toEqual({ due: 60, contacts: 5, over: 3, returned: 3 });
  expect(board.get('first-repeat')).toEqual({ due: 0, contacts: 0, over: 0, returned: 0 });
});
