/** A work order goes by its label to whom cares for it: the table on the insight page, and what it does where work orders are opened. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownNameSetting } from '../../lib/browser/settings.ts';
import type { LabelOwners } from '../../lib/model/label-owners.ts';
import { recordLabelOwners } from '../../lib/pipeline/record-label-owners.ts';
import { openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { workOrdersIn } from '../../lib/service/work-order.ts';
import { readLabelOwners } from '../../lib/views/service/label-owners.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeNewWorkOrder } from '../support/make-work-order.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { loadPanel } from './support/load-panel.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let shopId: string;
const order = orderOf(stable('silent_regular'), 45);

beforeAll(loadPanel);
beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.local.clear();
  await seller.visit(makeReport([order]));
  shopId = (await seller.db.shops.toArray())[0]!.shopId;
});

const give = async (owners: Partial<LabelOwners>) =>
  await recordLabelOwners(seller.db, { shopId, owners: { labels: {}, groups: {}, ...owners } }, Date.now());
const table = async () => await readLabelOwners(seller.db, shopId);
const stored = async () => workOrdersIn(await seller.db.events.toArray());
const ownersNow = async () => (await stored()).map(({ owner, ownerBy }) => [owner, ownerBy]);

describe('the table on the insight page', () => {
  const part = async () => within(await screen.findByRole('region', { name: '按标签分给谁' }));
  const choose = async (label: string) => {
    const select = (await part()).getByRole<HTMLSelectElement>('combobox', { name: '标签' });
    const option = within(select).getByRole<HTMLOptionElement>('option', { name: label });
    fireEvent.change(select, { target: { value: option.value } });
  };
  const type = async (name: string, value: string) => {
    const field = (await part()).getByRole('combobox', { name });
    fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
  };

  test('says when there is none, takes a group and a label, and takes the last step back', async () => {
    openDashboard('workOrders');
    await (await part()).findByText('还没分：工单由开单的人负责，或先不指派');
    const add = async () => (await part()).getByRole<HTMLButtonElement>('button', { name: '添加' });
    expect((await add()).disabled).toBe(true);
    await choose('物流（整类）');
    await type('负责人', '物流专员');
    fireEvent.click(await add());
    await (await part()).findByDisplayValue('物流专员');
    await choose('商品破损');
    await type('负责人', ' 小李 ');
    fireEvent.click(await add());
    await (await part()).findByDisplayValue('小李');
    expect(await table()).toEqual({ groups: { logistics: '物流专员' }, labels: { damaged: '小李' } });
    fireEvent.click(await (await part()).findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await table()).toEqual({ groups: { logistics: '物流专员' }, labels: {} }));
  });

  test('offers no label twice', async () => {
    await give({ labels: { damaged: '小李' }, groups: { logistics: '物流专员' } });
    openDashboard('workOrders');
    await (await part()).findByDisplayValue('小李');
    const select = (await part()).getByRole('combobox', { name: '标签' });
    const offered = within(select).getAllByRole('option');
    const names = offered.map(({ textContent }) => textContent);
    expect(names).toContain('物流延迟');
    expect(names).toContain('产品（整类）');
    expect(names).not.toContain('商品破损');
    expect(names).not.toContain('物流（整类）');
  });

  test('changes an owner when the field is left, keeps the one before where nothing is typed, and removes a row', async () => {
    await give({ labels: { damaged: '小李' } });
    openDashboard('workOrders');
    await (await part()).findByDisplayValue('小李');
    await type('商品破损', '  ');
    expect((await part()).getByDisplayValue('小李')).toBeTruthy();
    await type('商品破损', '小陈');
    await waitFor(async () => expect((await table()).labels).toEqual({ damaged: '小陈' }));
    fireEvent.click((await part()).getByRole('button', { name: '删除：商品破损' }));
    await waitFor(async () => expect(await table()).toEqual({ labels: {}, groups: {} }));
    await (await part()).findByText('还没分：工单由开单的人负责，或先不指派');
  });

  test('stands for one shop only', async () => {
    await give({ labels: { damaged: '小李' } });
    await seller.visit(makeReport([], { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
    const others = (await seller.db.shops.toArray()).filter((shop) => shop.shopId !== shopId);
    expect(others).toHaveLength(1);
    expect(await readLabelOwners(seller.db, others[0]!.shopId)).toEqual({ labels: {}, groups: {} });
  });
});

describe('by hand', () => {
  const ownerField = () => screen.getByRole<HTMLInputElement>('combobox', { name: '负责人' });
  const note = '按标签分给的；改了就以您选的为准';
  const openForm = async () => {
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: '工单' }));
    fireEvent.click(await screen.findByRole('button', { name: '新工单' }));
    fireEvent.change(screen.getByRole('textbox', { name: '订单号' }), { target: { value: order.orderId } });
  };
  const chooseReason = (labelId: string) =>
    fireEvent.change(screen.getAllByRole('combobox', { name: '原因' }).at(-1)!, { target: { value: labelId } });
  const submit = () => fireEvent.click(screen.getByRole('button', { name: '开工单' }));

  test('the form shows whom the label gives it to, says so, and that is who gets it', async () => {
    await give({ groups: { logistics: '物流专员' } });
    await ownNameSetting.setValue('小张');
    await openForm();
    await waitFor(() => expect(ownerField().value).toBe('小张'));
    expect(screen.queryByText(note)).toBeNull();
    chooseReason('late');
    await waitFor(() => expect(ownerField().value).toBe('物流专员'));
    expect(screen.getByText(note)).toBeTruthy();
    chooseReason('presale');
    expect(ownerField().value).toBe('小张');
    chooseReason('lost');
    submit();
    await waitFor(async () => expect(await ownersNow()).toEqual([['物流专员', 'label']]));
    expect(await screen.findByText(/物流专员（按标签）/)).toBeTruthy();
  });

  test('whom one types is who gets it, whatever label is chosen after', async () => {
    await give({ groups: { logistics: '物流专员' } });
    await openForm();
    chooseReason('late');
    await waitFor(() => expect(ownerField().value).toBe('物流专员'));
    fireEvent.change(ownerField(), { target: { value: '小陈' } });
    expect(screen.queryByText(note)).toBeNull();
    chooseReason('lost');
    expect(ownerField().value).toBe('小陈');
    submit();
    await waitFor(async () => expect(await ownersNow()).toEqual([['小陈', 'hand']]));
    expect(screen.queryByText(/按标签）/)).toBeNull();
  });

  test('nobody, where one empties the field', async () => {
    await give({ groups: { logistics: '物流专员' } });
    await openForm();
    chooseReason('late');
    await waitFor(() => expect(ownerField().value).toBe('物流专员'));
    fireEvent.change(ownerField(), { target: { value: '' } });
    submit();
    await waitFor(async () => expect(await ownersNow()).toEqual([[null, null]]));
  });
});

describe('on a card', () => {
  const section = () => screen.findByRole('region', { name: '工单' });
  const openChat = async () => {
    await seller.visit(
      chatReport(['silent_regular'], {
        customer: { display: 'silent_regular', key: 'silent_regular' },
        messages: [{ from: 'buyer', text: '快递怎么还没到，物流太慢了' }],
      }),
    );
    seller.openPanel();
  };

  test('one click in the chat gives it to whom cares for what is heard', async () => {
    await give({ groups: { logistics: '物流专员' } });
    await ownNameSetting.setValue('小张');
    await openChat();
    fireEvent.click(within(await section()).getByRole('button', { name: '记一张工单' }));
    await waitFor(async () => expect(await ownersNow()).toEqual([['物流专员', 'label']]));
    expect((await stored())[0]!.labelId).toBe('late');
  });

  test('a label that is chosen later gives it on, says so in what was done, and leaves whom one chose then', async () => {
    await give({ groups: { logistics: '物流专员' }, labels: { damaged: '小李' } });
    await openChat();
    const { customerId } = (await seller.db.customers.toArray())[0]!;
    await openWorkOrder(seller.db, makeNewWorkOrder({ shopId, customerId }), Date.now());
    fireEvent.click(await within(await section()).findByRole('button', { name: '处理' }));
    const choose = async (value: string) =>
      fireEvent.change(within(await section()).getByRole('combobox', { name: '原因' }), { target: { value } });
    await choose('late');
    await waitFor(async () => expect(await ownersNow()).toEqual([['物流专员', 'label']]));
    expect(await screen.findByText('原因：物流延迟，按标签给 物流专员')).toBeTruthy();
    const owner = await screen.findByDisplayValue('物流专员');
    fireEvent.change(owner, { target: { value: '小陈' } });
    fireEvent.blur(owner);
    await waitFor(async () => expect(await ownersNow()).toEqual([['小陈', 'hand']]));
    await choose('damaged');
    await waitFor(async () => expect((await stored())[0]!.labelId).toBe('damaged'));
    expect(await ownersNow()).toEqual([['小陈', 'hand']]);
  });
});
