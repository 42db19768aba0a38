/** The lock as a person sets, closes and opens it, with the real background behind it. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LockSection } from '../../components/dashboard/privacy/LockSection.tsx';
import { database } from '../../components/hooks/database.ts';
import { followLock } from '../../components/hooks/useLock.ts';
import { lockByKey } from '../../entrypoints/background/lock-handlers.ts';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { pinnedSegments } from '../../lib/browser/settings.ts';
import { lockNow, setLock } from '../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../lib/pipeline/lock/seal-records.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { makeOrders, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { rawText } from '../support/raw-store.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const PASSPHRASE = 'seven green bottles';
let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await seller.db.takeLock();
  await database.takeLock();
  followLock();
});

/** A passphrase takes some tenths of a second, on a busy machine seconds. */
const says = async (text: string | RegExp) => await screen.findByText(text, {}, { timeout: 20_000 });
const section = async () => within(await screen.findByRole('region', { name: '姓名与备注锁' }));
const press = async (name: string) => fireEvent.click((await section()).getByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.change((await section()).getByLabelText(label), { target: { value } });

/** There is a lock, and it is open. */
async function setAndSeal(): Promise<void> {
  await setLock(seller.db, PASSPHRASE, Date.now(), 10);
  await sealRecords(seller.db);
}

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

  test.each(['Panel', 'Popup', 'Companion'] as const)('is closed in one click from the %s', async (where) => {
    await setAndSeal();
    seller[`open${where}`]();
    fireEvent.click(await screen.findByRole('button', { name: '现在锁上' }));
    await screen.findByText('姓名和备注已锁定，数字照常可用。');
    await waitFor(() => expect(seller.db.seal.isLocked).toBe(true));
    expect(screen.queryByRole('button', { name: '现在锁上' })).toBeNull();
  });

  describe('closed over a segment, says of everybody that the name is locked', () => {
    beforeEach(async () => {
      await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 2), orderOf(stable('moon_rise'), 3)]));
      await setAndSeal();
      await lockNow(seller.db);
      await database.takeLock();
    });
    /** What is sealed begins so, and its like is in no text of ours. */
    const sealed = () => document.body.textContent.match(/\p{Cc}|[\w+/]{24}/u);

    test('where the popup peeks at its first', async () => {
      await pinnedSegments.setValue(['次数>=1']);
      seller.openPopup();
      const pinned = within(await screen.findByRole('region', { name: '星标人群' }));
      fireEvent.keyDown(pinned.getByRole('button', { name: /^次数>=1/ }), { key: 'ArrowRight' });
      const peek = within(await screen.findByRole('region', { name: '次数>=1 的前几位' }));
      await waitFor(() => expect(peek.getAllByRole('listitem')).toHaveLength(2));
      expect(peek.getAllByText('已锁定')).toHaveLength(2);
      expect(sealed()).toBeNull();
    });

    test('where the panel lists its people', async () => {
      await panelFocus.setValue({ query: '次数>=1', shopId: null, askedAt: Date.now() });
      seller.openPanel();
      const people = within(await screen.findByRole('region', { name: '次数>=1 的客户' }));
      expect(await people.findAllByText('已锁定')).toHaveLength(2);
      expect(sealed()).toBeNull();
    });
  });

  test('is closed by the key of the browser; where there is none, the key shows where it is set', async () => {
    await setAndSeal();
    const opened: string[] = [];
    const create = async ({ url }: { url: string }) => void opened.push(url);
    Object.assign(fakeBrowser.tabs, { query: async () => [], create });
    await lockByKey(seller.db);
    expect([seller.db.seal.isLocked, opened]).toEqual([true, []]);
    await seller.db.meta.clear();
    await lockByKey(seller.db);
    expect(opened).toEqual([expect.stringMatching(/dashboard\.html#privacy$/)]);
  });
});
