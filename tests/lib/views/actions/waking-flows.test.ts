/**
 * Workflows of the practice (1.L) through the store: 2 waking regulars, 4 winning back, 6 a launch, 10 caring for those who are worth most.
 * Each is read from the list of the day, noted as done, and looked at again on later days.
 */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import type { Job } from '../../../../lib/actions/job.ts';
import { notedNow } from '../../../../components/today/noted-now.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordMoment, recordRight, recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { readContactEffects } from '../../../../lib/views/actions/contact-effects.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { readTasks } from '../../../../lib/views/actions/day-list.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { makeItem, makeOrder, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = Date.parse('2026-07-06T10:00:00+08:00');
const on = (day: number) => NOW + day * DAY_MS;

/** Buyers by nick, with the days before today on which each bought, and for how much. */
async function openShop(buyers: Record<string, { ago: number[]; amountFen?: number }>) {
  const { db, ids, takeIn } = await openPipeline();
  let number = 0;
  const orderOf = (nick: string, day: number, amountFen = 10_000) =>
    makeOrder({
      orderId: `34000000000${String((number += 1)).padStart(5, '0')}`,
      buyer: stable(nick),
      amountFen,
      status: 'completed',
      items: [makeItem({ unitPriceFen: amountFen })],
      placedAt: on(day),
    });
  const orders = Object.entries(buyers).flatMap(([nick, { ago, amountFen }]) =>
    ago.map((days) => orderOf(nick, -days, amountFen)),
  );
  const { state } = await takeIn(makeReport(orders, { observedAt: NOW }));
  const shopId = state.shopId!;
  await maintain(db, NOW);
  /** The shop is looked at each day: a stranger bought the day before, nobody else. */
  let lookedAt = 0;
  const tasks = async (job: Job, day: number) => {
    for (; lookedAt < day; lookedAt += 1)
      await takeIn(makeReport([orderOf(`stranger_${lookedAt}`, lookedAt)], { observedAt: on(lookedAt + 1) }));
    const read = await readTasks(db, shopId, job, on(day), 20);
    return read.tasks;
  };
  const list = async (job: Job, day: number) =>
    (await tasks(job, day))
      .map(({ customer, playbook }) => `${customer.display} ${playbook.id}`)
      .filter((line) => !line.startsWith('stranger'))
      .toSorted();
  const doAll = async (job: Job, day: number) => {
    const events: string[] = [];
    for (const task of (await tasks(job, day)).filter(({ customer }) => !customer.display.startsWith('stranger')))
      events.push(await recordContact(db, notedNow(task.customer.customerId, task), on(day)));
    return events;
  };
  const turnOn = async (...playbookIds: string[]) =>
    await recordShopPractice(
      db,
      { shopId, practice: { ...presetPractice, playbooks: Object.fromEntries(playbookIds.map((id) => [id, true])) } },
      NOW,
    );
  const buys = async (nick: string, day: number) =>
    await takeIn(makeReport([orderOf(nick, day)], { observedAt: on(day) }));
  return { db, ids, shopId, tasks, list, doAll, turnOn, buys };
}

describe('2: waking regulars', () => {
  test('the silent hear of 20 off 50 on day 30 and day 60, the frequent get a gift, and an undo puts them back', async () => {
    const { db, tasks, list, doAll } = await openShop({
      silent_one: { ago: [30, 50] },
      frequent_one: { ago: [2, 10, 35, 45, 65, 75], amountFen: 3_000 },
      passer_by: { ago: [1] },
    });
    expect(await list('wake', 0)).toEqual(['silent_one silent-wake']);
    expect((await tasks('wake', 0))[0]!.offer).toMatchObject({ thresholdFen: 5_000, faceValueFen: 2_000 });
    expect(await list('thank', 0)).toContain('frequent_one frequent-gift');

    const [done] = await doAll('wake', 0);
    expect(await list('wake', 0)).toEqual([]);
    await undoEvent(db, done!, on(0));
    expect(await list('wake', 0)).toEqual(['silent_one silent-wake']);
    await doAll('wake', 0);
    const ofSilent = async (day: number) => (await list('wake', day)).filter((line) => line.startsWith('silent_one'));
    expect(await ofSilent(29)).toEqual([]);
    expect(await ofSilent(30)).toEqual(['silent_one silent-wake']);
    expect(await ofSilent(31)).toEqual([]);
  });

  test('half off 100 goes to the frequent only where the shop turned it on', async () => {
    const shop = await openShop({
      frequent_one: { ago: [2, 10, 35, 45, 65, 75], amountFen: 3_000 },
      passer_by: { ago: [1] },
    });
    await shop.turnOn('frequent-reward');
    expect(await shop.list('thank', 0)).toContain('frequent_one frequent-reward');
  });
});

test('4: at twice the cycle they are won back with the numbers that say so, at half a year again, and after a year a last time', async () => {
  const { tasks, doAll, list } = await openShop({ lost_one: { ago: [61, 91, 121] }, passer_by: { ago: [1] } });
  const [task] = await tasks('wake', 0);
  expect(task!.playbook.id).toBe('churn-recall');
  expect(task!.evidence.some(({ metric, actual }) => metric === 'recencyCycles' && actual > 2)).toBe(true);
  expect(task!.offer).toMatchObject({ faceValueFen: 5_000, validDays: 3 });
  await doAll('wake', 0);
  expect(await list('wake', 1)).toEqual([]);
  expect(await list('wake', 119)).toEqual(['lost_one dormant-180']);
  await doAll('wake', 119);
  expect(await list('wake', 120)).toEqual([]);
  expect(await list('wake', 304)).toEqual(['lost_one lost-365']);
  await doAll('wake', 304);
  expect(await list('wake', 340)).toEqual([]);
}, 60_000);

test('4: what came of the recall is waited for, and is the order that followed it', async () => {
  const { db, ids, shopId, doAll, buys } = await openShop({
    lost_one: { ago: [61, 91, 121] },
    passer_by: { ago: [1] },
  });
  await doAll('wake', 0);
  const customerId = (await ids.of(shopId, stable('lost_one')))!;
  const outcome = async (day: number) =>
    (await readCustomerView(db, shopId, customerId, on(day))).contacts.map((contact) => contact.outcome);
  expect(await outcome(1)).toMatchObject([{ came: 'notYet' }]);
  await buys('lost_one', 2);
  expect(await outcome(3)).toEqual([{ came: 'bought', daysLater: 2 }]);
  const { funnels } = await readContactEffects(db, shopId, on(3));
  expect(funnels.map(({ playbookId }) => playbookId)).toEqual(['churn-recall']);
});

test('6: three days before a launch the regulars hear of it, the best are invited to try it until the seats are gone', async () => {
  const { db, ids, shopId, list, doAll } = await openShop({
    regular: { ago: [5, 40] },
    best: { ago: [1, 20, 40, 70], amountFen: 130_000 },
    newcomer: { ago: [3] },
  });
  const startAt = on(5);
  await recordMoment(
    db,
    { shopId, moment: { momentId: 'm1', kind: 'launch', name: '冬款', startAt, endAt: startAt + 3_600_000 } },
    NOW,
  );
  const ofLaunch = async (day: number) =>
    (await list('thank', day)).filter((line) => /launch-early-access|trial-invite/.test(line));
  expect(await ofLaunch(1)).toEqual([]);
  expect(await ofLaunch(2)).toEqual(['best trial-invite', 'regular launch-early-access']);

  const customerId = (await ids.of(shopId, stable('best')))!;
  for (let seat = 0; seat < 20; seat += 1)
    await recordRight(
      db,
      { rightId: `seat ${seat}`, shopId, right: { what: 'trialSeat', customerId, trial: '冬款' } },
      on(2),
    );
  // Without a seat the best hear of it as the others do.
  expect(await ofLaunch(2)).toEqual(['best launch-early-access', 'regular launch-early-access']);
  await doAll('thank', 2);
  expect(await ofLaunch(3)).toEqual([]);
  expect(await ofLaunch(5)).toEqual([]);
});

test('10: the best are served in the week after a purchase, once a month, and with a right each week where the shop turned it on', async () => {
  const { list, doAll, turnOn } = await openShop({
    best: { ago: [1, 20, 40, 70], amountFen: 130_000 },
    other: { ago: [1, 50] },
    newcomer: { ago: [3] },
  });
  const ofBest = async (day: number) =>
    (await list('thank', day)).filter((line) => /^best (high-value-service|vip-weekly-right)/.test(line));
  expect(await ofBest(0)).toEqual(['best high-value-service']);
  await doAll('thank', 0);
  expect(await ofBest(2)).toEqual([]);
  await turnOn('vip-weekly-right');
  expect(await ofBest(2)).toEqual(['best vip-weekly-right']);
  await doAll('thank', 2);
  expect(await ofBest(8)).toEqual([]);
  expect(await ofBest(9)).toEqual(['best vip-weekly-right']);
});
