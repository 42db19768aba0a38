import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { database } from '../../components/hooks/database.ts';
import { useStillShop } from '../../components/hooks/useStillShop.ts';
import { openCustomerIds } from '../../lib/pipeline/customer-id.ts';
import { forgetCustomer } from '../../lib/pipeline/forget/forget-customer.ts';
import { recordContact } from '../../lib/pipeline/record-event.ts';
import { stable } from '../support/make-order.ts';
import { makeContact } from '../support/make-contact.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

/** Customers and what was done with them. */
const count = vi.fn<() => Promise<string>>(async () => {
  const [customers, events] = await Promise.all([database.customers.count(), database.events.count()]);
  return `${customers} ${events}`;
});

test('what many pages bring is counted once, when they have brought nothing for a moment; what somebody did at once', async () => {
  const leafOn = async (page: number) => await seller.visit(makeReport([orderOf(stable(`buyer_${page}`), page)]));
  await leafOn(1);
  const { result } = renderHook(() => useStillShop('shop', 0, count));
  await waitFor(() => expect(result.current).toBe('1 0'));
  const before = count.mock.calls.length;
  for (let page = 2; page <= 5; page += 1) {
    await leafOn(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect([result.current, count.mock.calls.length]).toEqual(['1 0', before]);
  await waitFor(() => expect(result.current).toBe('5 0'));
  expect(count).toHaveBeenCalledTimes(before + 1);
  const doneAt = performance.now();
  await recordContact(seller.db, makeContact(), Date.now());
  await waitFor(() => expect(result.current).toBe('5 1'));
  const [someone] = await seller.db.customers.toCollection().primaryKeys();
  await forgetCustomer(seller.db, await openCustomerIds(seller.db), someone!, Date.now());
  await waitFor(() => expect(result.current).toBe('4 1'));
  expect(performance.now() - doneAt).toBeLessThan(900);
});

test('another shop is counted at once, also while pages come', async () => {
  await seller.visit(makeReport([orderOf(stable('buyer_1'), 1)]));
  const { result, rerender } = renderHook(({ key }) => useStillShop(key, 0, count), { initialProps: { key: 'one' } });
  await waitFor(() => expect(result.current).toBe('1 0'));
  await seller.visit(makeReport([orderOf(stable('buyer_2'), 2)]));
  rerender({ key: 'other' });
  const askedAt = performance.now();
  await waitFor(() => expect(result.current).toBe('2 0'));
  expect(performance.now() - askedAt).toBeLessThan(900);
});
