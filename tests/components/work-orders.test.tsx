import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workOrdersIn } from '../../lib/service/work-order.ts';
import type { NewWorkOrder } from '../../lib/model/work-order-event.ts';
import { firstDayOf, monthOf } from '../../lib/insight/retention/cohorts.ts';
import { DAY_MS, dayOf, startOfDay } from '../../lib/model/shanghai-time.ts';
import { recordContact } from '../../lib/pipeline/record-event.ts';
import { readServiceSettings } from '../../lib/views/service/service-settings.ts';
import { makeContact } from '../support/make-contact.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { noteWorkOrder, openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { shelveWorkOrders } from '../../lib/pipeline/shelve-work-orders.ts';
import { makeNewWorkOrder } from '../support/make-work-order.ts';
import { makeAfterSale } from '../support/make-after-sale.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { loadPanel } from './support/load-panel.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
const HOUR_MS = 3_600_000;
const regular = stable('silent_regular');
const order = orderOf(regular, 45);

beforeAll(loadPanel);
beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(makeReport([order]));
});

const section = () => screen.findByRole('region', { name: '工单' });
const stored = async () => workOrdersIn(await seller.db.events.toArray());
const open = async (workOrderId: string, changes: Partial<NewWorkOrder> = {}) => {
  const [customer] = await seller.db.customers.toArray();
  const { shopId, customerId } = customer!;
  await openWorkOrder(seller.db, makeNewWorkOrder({ workOrderId, shopId, customerId, ...changes }), Date.now());
};

async function openChat() {
  await seller.visit(
    chatReport(['silent_regular'], {
      customer: { display: 'silent_regular', key: 'silent_regular' },
      messages: [{ from: 'buyer', text: '杯子收到就是碎的，我要投诉' }],
    }),
  );
  seller.openPanel();
}

describe('on a customer’s card', () => {
  test('one click in the chat makes a work order with the reason that is heard', async () => {
    await openChat();
    fireEvent.click(within(await section()).getByRole('button', { name: '记一张工单' }));
    await waitFor(async () => expect(await stored()).toMatchObject([{ from: 'chat', orderId: null }]));
    expect((await stored())[0]!.labelId).toMatch(/^(damaged|experience)$/);
    await waitFor(async () => expect((await section()).textContent).toMatch(/投诉首响 (还剩|已超)/));
  });

  test('one click at an order makes one about that order', async () => {
    await openChat();
    fireEvent.click(await screen.findByRole('button', { name: `给 …${order.orderId.slice(-4)} 记工单` }));
    await waitFor(async () => expect(await stored()).toMatchObject([{ from: 'order', orderId: order.orderId }]));
  });

  test('the key W makes one, filled in with the one case that waits; again, it goes on in that one', async () => {
    const afterSale = makeAfterSale({ orderId: order.orderId, refundFen: 1_290 });
    await seller.visit(makeReport([], { page: 'after-sale-list', afterSales: [afterSale] }));
    await openChat();
    await section();
    fireEvent.keyDown(document.body, { key: 'w' });
    const told = { from: 'chat', caseId: afterSale.caseId, orderId: order.orderId, amountFen: 1_290 };
    await waitFor(async () => expect(await stored()).toMatchObject([told]));
    fireEvent.keyDown(document.body, { key: 'W' });
    await waitFor(async () => expect(await stored()).toHaveLength(2));
    const [first, second] = await stored();
    expect(second!.mergedInto).toBe(first!.id);
  });

  test('the key W is a letter where one writes', async () => {
    await openChat();
    await section();
    fireEvent.keyDown((await screen.findAllByRole('textbox'))[0]!, { key: 'w' });
    expect(await stored()).toEqual([]);
  });

  test('it is closed only after the customer was told, and the way there can be taken back', async () => {
    await openChat();
    await open('w1', { labelId: 'damaged' });
    fireEvent.click(await within(await section()).findByRole('button', { name: '处理' }));
    const close = async () => within(await section()).findByRole<HTMLButtonElement>('button', { name: '办结' });
    expect((await close()).disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: '已告知客户' }));
    await waitFor(async () => expect((await close()).disabled).toBe(false));
    fireEvent.click(await close());
    await waitFor(async () => expect((await stored())[0]!.closedAt).not.toBeNull());
    expect(await within(await section()).findByText('已办结（1）')).toBeTruthy();
  });

  test('a double is named and merged', async () => {
    await openChat();
    await open('w1', { labelId: 'damaged' });
    await open('w2', { labelId: 'damaged' });
    const [unfold] = await within(await section()).findAllByRole('button', { name: '处理' });
    fireEvent.click(unfold!);
    fireEvent.click(await screen.findByRole('button', { name: '并入那一张' }));
    const merged = async () => (await stored()).filter(({ mergedInto }) => mergedInto !== null);
    await waitFor(async () => expect(await merged()).toHaveLength(1));
    // It is gone with its tools, and the way back is not.
    fireEvent.click(await within(await section()).findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await merged()).toEqual([]));
  });

  test('what cannot be done any more, since another window was there first, says why', async () => {
    await openChat();
    await open('w1', { labelId: 'damaged' });
    await open('w2', { labelId: 'damaged' });
    const [unfold] = await within(await section()).findAllByRole('button', { name: '处理' });
    fireEvent.click(unfold!);
    const merge = await screen.findByRole('button', { name: '并入那一张' });
    seller.meanwhile('noteWorkOrder', async ({ into }) => {
      for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
        await noteWorkOrder(seller.db, { kind, workOrderId: into as string }, Date.now());
    });
    fireEvent.click(merge);
    expect(await screen.findByText('并不进去：那一张已办结，或已经不在。请先重开那一张，再并入。')).toBeTruthy();
    expect((await stored()).map(({ mergedInto }) => mergedInto)).toEqual([null, null]);
  });

  test('a step can be a promise, which is then kept or not', async () => {
    await openChat();
    await open('w1', { labelId: 'damaged' });
    fireEvent.click(await within(await section()).findByRole('button', { name: '处理' }));
    fireEvent.change(screen.getByRole('combobox', { name: '进展' }), { target: { value: 'reship' } });
    fireEvent.change(screen.getByRole('combobox', { name: '什么时候做' }), { target: { value: '4' } });
    fireEvent.click(screen.getByRole('button', { name: '记为承诺' }));
    fireEvent.click(await screen.findByRole('button', { name: '已兑现' }));
    await waitFor(async () => expect((await stored())[0]!.steps[0]!.doneAt).not.toBeNull());
  });
});

test('a row of the page makes one about its order, also of a mask', async () => {
  const masked = orderOf({ display: '张**', key: null, quality: 'masked' }, 1);
  await seller.visit(makeReport([order, masked]));
  seller.openPanel();
  for (const { orderId } of [order, masked]) {
    fireEvent.click(await screen.findByTitle(`给 …${orderId.slice(-4)} 记工单`));
    await waitFor(async () => expect((await stored()).map((each) => each.orderId)).toContain(orderId));
  }
  const [known, unknown] = await stored();
  expect([known!.from, known!.customerId === null, unknown!.customerId]).toEqual(['order', false, null]);
});

describe('the room', () => {
  test('is opened from the line at the top when something is late, and leads to the card', async () => {
    await open('w1', { labelId: 'damaged', startedAt: Date.now() - 30 * HOUR_MS });
    seller.openPanel();
    expect(await screen.findByText(/1 件工单超时/, { selector: 'div' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '去处理' }));
    fireEvent.click(await screen.findByRole('button', { name: 's***r' }));
    expect(await screen.findByRole('heading', { name: 's***r' })).toBeTruthy();
  });

  test('is opened from the foot of the panel; a work order by hand finds its customer by the order', async () => {
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: '工单' }));
    expect(await screen.findByText('没有未结的工单')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '新工单' }));
    fireEvent.change(screen.getByRole('textbox', { name: '订单号' }), { target: { value: order.orderId } });
    fireEvent.click(screen.getByRole('button', { name: '开工单' }));
    await waitFor(async () => expect(await stored()).toMatchObject([{ from: 'hand', orderId: order.orderId }]));
    expect(await screen.findByRole('button', { name: 's***r' })).toBeTruthy();
  });

  test('shows those one looks for', async () => {
    await open('w1', { labelId: 'damaged', owner: '小李' });
    await open('w2', { labelId: 'lost', startedAt: Date.now() - 30 * HOUR_MS });
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: '工单' }));
    const room = await screen.findByRole('region', { name: '工单' });
    const rows = async (count: number) => await within(room).findByText(`工单（${count}）`);
    await rows(2);
    const find = within(room).getByRole('textbox', { name: '查找' });
    fireEvent.change(find, { target: { value: '小李' } });
    await rows(1);
    fireEvent.change(find, { target: { value: '没有这个人' } });
    await rows(0);
    await within(room).findByText('没有符合的工单：换个词，或不限原因再找');
    fireEvent.change(find, { target: { value: '' } });
    await rows(2);
    fireEvent.click(within(room).getByRole('radio', { name: /^急/ }));
    await rows(1);
    fireEvent.click(within(room).getByRole('radio', { name: /^未结/ }));
    fireEvent.change(within(room).getByRole('combobox', { name: '原因' }), { target: { value: 'damaged' } });
    await rows(1);
    expect(room.textContent).toContain('小李');
    fireEvent.click(within(room).getByRole('radio', { name: /^我的/ }));
    fireEvent.change(within(room).getByRole('textbox', { name: '我的名字' }), { target: { value: '小李' } });
    await rows(1);
    fireEvent.click(within(room).getByRole('radio', { name: /^已办结/ }));
    await rows(0);
  });

  test('counts what was closed long ago, and has it when somebody looks for it', async () => {
    await open('w1', { owner: '小李', orderId: '318800000001' });
    await open('w2', { orderId: '318800000002' });
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(seller.db, { kind, workOrderId: 'w1' }, Date.now() - 40 * DAY_MS);
    await shelveWorkOrders(seller.db, Date.now());
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: '工单' }));
    const room = await screen.findByRole('region', { name: '工单' });
    await within(room).findByRole('radio', { name: '已办结 1' });
    expect(within(room).queryByText(/小李/)).toBeNull();
    fireEvent.change(within(room).getByRole('textbox', { name: '查找' }), { target: { value: '小李' } });
    fireEvent.click(within(room).getByRole('radio', { name: /^已办结/ }));
    // What is being looked for may still be found: it is not said that there is nothing.
    expect(within(room).getByText('正在翻早已办结的工单…')).toBeTruthy();
    expect(within(room).queryByText(/没有符合的工单/)).toBeNull();
    await within(room).findByText(/小李/);
    expect(within(room).queryByText('正在翻早已办结的工单…')).toBeNull();
    await within(room).findByRole('radio', { name: '已办结 1' });
  });
});

describe('on the insight page', () => {
  test('what the platform measures stands as a bar with its numbers behind it, and says what is missing', async () => {
    const { shopId } = (await seller.db.shops.toArray())[0]!;
    const now = Date.now();
    const first = startOfDay(firstDayOf(monthOf(dayOf(now))));
    for (let index = 0; index < 20; index += 1) {
      const workOrderId = `w${index}`;
      await openWorkOrder(
        seller.db,
        makeNewWorkOrder({ workOrderId, shopId, customerId: null, from: 'hand' }),
        first + index,
      );
      if (index === 0) continue;
      for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
        await noteWorkOrder(seller.db, { kind, workOrderId }, first + 3 * HOUR_MS);
    }
    openDashboard('workOrders');
    const part = within(await screen.findByRole('region', { name: '平台考核（看到的部分）' }));
    const isOver = now - first > 24 * HOUR_MS;
    const told = isOver ? '95.0%（19/20）' : '—';
    const row = part.getByRole('row', { name: /工单 24 小时自主完结率/, hidden: true });
    expect(row.textContent).toContain(told);
    expect(row.textContent).toContain('90.0%');
    expect(part.queryAllByRole('img', { name: /工单 24 小时自主完结率: 目前 95\.0%/ })).toHaveLength(isOver ? 1 : 0);
    expect(part.getAllByText(/还没看到一条。要有数，先打开网页聊天（咚咚）/).length).toBeGreaterThan(0);
    expect(part.getByText(/监管投诉成立量/, { selector: 'li' }).textContent).toContain('算不了，数在');
  });

  test('the shop says its limits, its freight and its targets', async () => {
    const { shopId } = (await seller.db.shops.toArray())[0]!;
    openDashboard('workOrders');
    const form = within(await screen.findByRole('region', { name: '权限、运费和目标' }));
    const type = async (name: string, value: string) =>
      fireEvent.change(await form.findByRole('textbox', { name }), { target: { value } });
    await type('客服可同意到（元）', '500');
    expect(form.getByText('有一格不是数，或主管的权限比客服小')).toBeTruthy();
    expect(form.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
    await type('主管可同意到（元）', '800');
    await type('寄出一件的运费（元）', '6.5');
    await type('3 分钟人工回复率 目标（%）', '95');
    fireEvent.click(form.getByRole('button', { name: '保存' }));
    await waitFor(async () =>
      expect(await readServiceSettings(seller.db, shopId)).toEqual({
        authorityFen: { staff: 50_000, manager: 80_000 },
        freightFen: { out: 650, back: null },
        kpiTargets: { jdThreeMinutes: 0.95 },
      }),
    );
  });
});

test('a promise that was seen to be kept is confirmed with one click', async () => {
  const [customer] = await seller.db.customers.toArray();
  const { customerId } = customer!;
  const promise = { what: 'dispatch' as const, dueAt: Date.now() + HOUR_MS };
  await recordContact(seller.db, makeContact({ customerId, promise }), Date.now() - HOUR_MS);
  await seller.db.orders.toCollection().modify({ status: 'shipped', seenAt: Date.now() });
  seller.openPanel();
  fireEvent.click(await screen.findByRole('button', { name: '工单' }));
  const room = within(await screen.findByRole('region', { name: '工单' }));
  expect(await room.findByText(new RegExp(`看到订单 …${order.orderId.slice(-4)} 已发货`))).toBeTruthy();
  fireEvent.click(room.getByRole('button', { name: '确认已兑现' }));
  await waitFor(async () =>
    expect(await seller.db.events.where('kind').equals('promiseSettled').toArray()).toMatchObject([
      { outcome: 'kept' },
    ]),
  );
});
