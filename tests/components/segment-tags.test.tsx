/** Tags among the rows of a segment. */
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard, sawDays } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const CUSTOMERS = 40;

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(makeReport(Array.from({ length: CUSTOMERS }, (_, at) => orderOf(stable(`buyer_${at}`), at))));
  await sawDays(seller.db, 500);
});

async function look(): Promise<void> {
  openDashboard('segments');
  await screen.findByRole('combobox', { name: '人群条件' });
}

const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: '人群条件' });
const write = (text: string) => fireEvent.change(line(), { target: { value: text } });
const found = () => screen.getByText(/位客户符合/).textContent;
const row = (number: number) => within(screen.getByRole('group', { name: `第 ${number} 个条件` }));
const choose = (number: number, name: string, value: string) =>
  fireEvent.change(row(number).getByRole('combobox', { name }), { target: { value } });
const chosen = (number: number) =>
  row(number)
    .getAllByRole<HTMLSelectElement>('combobox')
    .map((select) => select.selectedOptions[0]!.textContent);

describe('the rows of a line', () => {
  test('ask for a tag only where the shop has one', async () => {
    await look();
    write('上次>=300天');
    const offered = [...row(1).getByRole<HTMLSelectElement>('combobox', { name: '字段' }).options];
    expect(offered.map(({ value }) => value)).not.toContain('tag');
    write('标签:熟客');
    expect(chosen(1)).toEqual(['标签', '是', '熟客']);
  });

  test('ask for a tag, and for who has it not', async () => {
    const [customer] = await seller.db.customers.toArray();
    for (const tag of ['熟客', '爱比价'])
      await recordCustomerTag(seller.db, { customerId: customer!.customerId, tag, isOn: true }, Date.now());
    await look();
    write('上次>=0天');
    await row(1).findByRole('option', { name: '标签' });
    choose(1, '字段', 'tag');
    const offered = [...row(1).getByRole<HTMLSelectElement>('combobox', { name: '数值' }).options];
    expect(offered.map(({ value }) => value).toSorted()).toEqual(['熟客', '爱比价'].toSorted());
    choose(1, '数值', '爱比价');
    expect(line().value).toBe('标签:爱比价');
    expect(found()).toMatch(/^1 /);
    choose(1, '比较', 'not');
    expect(line().value).toBe('非标签:爱比价');
    expect(found()).toMatch(/^39 /);
    choose(1, '字段', 'recencyDays');
    expect(line().value).toBe('上次>=30天');
  });
});
