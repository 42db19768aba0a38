/** The lock as a person sets, closes and opens it, with the real background behind it. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { LockSection } from '../../components/dashboard/privacy/LockSection.tsx';
import { followLock } from '../../components/hooks/useLock.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { makeOrders, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { rawText } from '../support/raw-store.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const PASSPHRASE = 'seven green bottles';
let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  followLock();
});

/** A passphrase takes some tenths of a second, on a busy machine seconds. */
const says = async (text: string | RegExp) => await screen.findByText(text, {}, { timeout: 20_000 });
const section = async () => within(await screen.findByRole('region', { name: '姓名与备注锁' }));
const press = async (name: string) => fireEvent.click((await section()).getByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.change((await section()).getByLabelText(label), { target: { value } });

describe('the lock', () => {
  test('takes names out of the store, is closed, says a wrong passphrase, and is opened again', async () => {
    await seller.visit(makeReport([...makeOrders(3), orderOf(stable('wd_sunshine'), 2)]));
    render(<LockSection />);
    await type('新口令', PASSPHRASE);
    await type('再输一次', PASSPHRASE);
    await press('上锁');
    await says(/正在封存已有的记录/);
    // The writer's own work between pages begins when the lock was taken up.
    await waitFor(async () => {
      await maintain(seller.db, Date.now());
      expect(await seller.db.jobs.get('seal')).toBeUndefined();
    });
    await says('姓名和备注已封存，现在是解锁状态。');
    expect(await rawText('liuke')).not.toContain('wd_sunshine');
    await press('现在锁上');
    await says('已锁上。');
    await type('锁的口令', 'something else');
    await press('解锁');
    await says('口令不对。');
    await type('锁的口令', PASSPHRASE);
    await press('解锁');
    await says('姓名和备注已封存，现在是解锁状态。');
    expect((await seller.db.customers.toArray()).map(({ display }) => display)).toContain('wd_sunshine');
  }, 60_000);
});
