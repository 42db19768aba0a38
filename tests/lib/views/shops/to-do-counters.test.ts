import { expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { readToDoCounters } from '../../../../lib/views/shops/to-do-counters.ts';
import { PLACED_AT } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const tasks = { counterId: 'tasks', label: '任务工单', count: 0 };
const audits = { counterId: 'casesToAudit', label: '待审核售后', count: 3 };

test('a shop of which no home page was read has none', async () => {
  const { db } = await openPipeline();
  expect(await readToDoCounters(db, 'shop')).toBeNull();
});

test('what waits stands first, with the time of the last reading although nothing changed', async () => {
  const { db, takeIn } = await openPipeline();
  const home = (observedAt: number) =>
    takeIn({ ...makeReport([], { page: 'home', observedAt }), counters: [tasks, audits] });
  await home(PLACED_AT);
  const { state } = await home(PLACED_AT + 60_000);
  expect(await readToDoCounters(db, state.shopId!)).toEqual({
    counters: [audits, tasks],
    readAt: PLACED_AT + 60_000,
  });
});

test('a counter that the page no longer shows is left out after a day', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn({ ...makeReport([], { page: 'home', observedAt: PLACED_AT }), counters: [tasks, audits] });
  const later = { ...makeReport([], { page: 'home', observedAt: PLACED_AT + DAY_MS }), counters: [audits] };
  const { state } = await takeIn(later);
  expect((await readToDoCounters(db, state.shopId!))!.counters).toEqual([audits]);
});
