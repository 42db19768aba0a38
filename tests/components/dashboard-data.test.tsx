import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteStore } from '../../lib/pipeline/forget/delete-store.ts';
import { portionsOf, sourceTables } from '../../lib/store/source-tables.ts';
import { withDamagedBlock } from '../support/damage-block.ts';
import { makeOrders } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

const PASSPHRASE = '留客 backup 2026';

let seller: SellerScreen;
/** What was written to the file that the person chose. */
let pieces: BlobPart[];

beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.local.clear();
  pieces = [];
  const sink = { write: async (piece: BlobPart) => void pieces.push(piece), close: async () => {} };
  Object.assign(window, { showSaveFilePicker: async () => ({ createWritable: async () => sink }) });
  return () => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  };
});

const type = (label: string, text: string, at = 0) =>
  fireEvent.change(screen.getAllByLabelText(label)[at]!, { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function saveBackup(): Promise<File> {
  await screen.findByRole('button', { name: '保存备份' });
  type('口令', PASSPHRASE);
  type('再输一次', PASSPHRASE);
  press('保存备份');
  await screen.findByText(/^备份已保存/, {}, { timeout: 10_000 });
  return new File(pieces, 'shop.liuke');
}

async function contents() {
  const records = [];
  for (const table of sourceTables.filter((name) => name !== 'audit'))
    for await (const portion of portionsOf(seller.db, table)) records.push([table, portion]);
  return records;
}

async function examine(file: File, passphrase = PASSPHRASE) {
  fireEvent.change(screen.getByLabelText('备份文件'), { target: { files: [file] } });
  type('口令', passphrase, 1);
  press('查看备份');
}

describe('the backup', () => {
  test('asks for a passphrase twice, says when the two differ, and that nobody can open it without', async () => {
    await seller.visit(makeReport(makeOrders(3)));
    openDashboard('data');
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: '保存备份' });
    expect(screen.getByText('还没有备份过')).toBeTruthy();
    expect(await screen.findByText(/^还没有备份。/)).toBeTruthy();
    type('口令', 'short');
    expect(screen.getByText('口令至少 8 个字符')).toBeTruthy();
    type('口令', PASSPHRASE);
    type('再输一次', 'another one');
    expect(screen.getByText('两次输入不一样')).toBeTruthy();
    expect(button.disabled).toBe(true);
    type('再输一次', PASSPHRASE);
    expect(button.disabled).toBe(false);
  });

  test('brings back a store that was emptied, and compares', { timeout: 30_000 }, async () => {
    await seller.visit(makeReport(makeOrders(12)));
    openDashboard('data');
    const file = await saveBackup();
    expect(await screen.findByText(/^上次备份/)).toBeTruthy();
    const before = await contents();

    await Promise.all(seller.db.tables.map((table) => table.clear()));
    await waitFor(() => expect(screen.queryByText('shop_a · 京东')).toBeNull());
    await examine(file);
    expect(await screen.findByText('订单 12 · 客户 12 · 记录 0', {}, { timeout: 10_000 })).toBeTruthy();
    expect(await seller.db.orders.count()).toBe(0);
    press('恢复');
    await screen.findByText(/^已恢复并核对/, {}, { timeout: 10_000 });
    expect(await contents()).toEqual(before);
  });

  /** A backup of twelve orders in an emptied store. */
  async function savedAndEmptied(): Promise<Uint8Array<ArrayBuffer>> {
    await seller.visit(makeReport(makeOrders(12)));
    openDashboard('data');
    const bytes = new Uint8Array(await (await saveBackup()).arrayBuffer());
    await Promise.all(seller.db.tables.map((table) => table.clear()));
    await waitFor(() => expect(screen.queryByText('shop_a · 京东')).toBeNull());
    return bytes;
  }
  const damaged = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'damaged.liuke');

  test('that is damaged says what is left, and restores it only when told to', { timeout: 30_000 }, async () => {
    const bytes = await savedAndEmptied();
    // Before the orders stand the key, the shop and the customers.
    await examine(damaged(withDamagedBlock(bytes, 3)));
    expect(await screen.findByText(/^备份有 1 块损坏，读得到：订单 0 \/ 12。/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(await seller.db.customers.count()).toBe(0);
    expect(await seller.db.meta.get('identitySecret')).toBeUndefined();
    press('恢复读得到的部分');
    expect(await screen.findByText(/只恢复了读得到的部分：订单 0 \/ 12。$/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(await seller.db.customers.count()).toBe(12);
    expect(await seller.db.orders.count()).toBe(0);
  });

  test('whose end is cut off says that nobody knows what is missing', { timeout: 30_000 }, async () => {
    const bytes = await savedAndEmptied();
    await examine(damaged(bytes.slice(0, -100)));
    expect(await screen.findByText(/^备份的末尾缺失/, {}, { timeout: 10_000 })).toBeTruthy();
    press('恢复读得到的部分');
    expect(await screen.findByText(/缺多少不清楚/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(await seller.db.orders.count()).toBe(12);
  });

  test('whose first block is damaged is restored all the same', { timeout: 30_000 }, async () => {
    const bytes = await savedAndEmptied();
    await examine(damaged(withDamagedBlock(bytes, 0)));
    expect(await screen.findByText('订单 12 · 客户 12 · 记录 0', {}, { timeout: 10_000 })).toBeTruthy();
    press('恢复');
    await screen.findByText(/^已恢复并核对/, {}, { timeout: 10_000 });
    expect(await seller.db.orders.count()).toBe(12);
  });

  test('that has lost the key of its customers says why nothing can be restored', { timeout: 30_000 }, async () => {
    const bytes = await savedAndEmptied();
    await examine(damaged(withDamagedBlock(withDamagedBlock(bytes, 0), 'last')));
    expect(await screen.findByText(/^没有恢复：备份里客户编号的密钥/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^恢复/ })).toBeNull();
  });

  test('of another installation is refused, and the way to it is named', { timeout: 30_000 }, async () => {
    const bytes = await savedAndEmptied();
    await seller.visit(makeReport(makeOrders(3)));
    await seller.db.meta.put({ name: 'identitySecret', value: 'ab'.repeat(32) });
    await examine(new File([bytes], 'other.liuke'));
    fireEvent.click(await screen.findByRole('button', { name: '恢复' }, { timeout: 10_000 }));
    expect(await screen.findByText(/先在“隐私”里删除全部数据，再回来恢复/, {}, { timeout: 10_000 })).toBeTruthy();
    expect(await seller.db.orders.count()).toBe(3);
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: '去删除全部数据' }).hash).toBe('#privacy');
    await deleteStore(seller.db, Date.now());
    press('查看备份');
    fireEvent.click(await screen.findByRole('button', { name: '恢复' }, { timeout: 10_000 }));
    await screen.findByText(/^已恢复并核对/, {}, { timeout: 10_000 });
    expect(await seller.db.orders.count()).toBe(12);
  });

  test('opens with its passphrase alone, and is no other file', { timeout: 30_000 }, async () => {
    await seller.visit(makeReport(makeOrders(3)));
    openDashboard('data');
    const file = await saveBackup();
    await examine(file, 'not this passphrase');
    expect(await screen.findByText(/口令不对/, {}, { timeout: 10_000 })).toBeTruthy();
    await examine(new File(['订单号,金额'], 'orders.csv'));
    expect(await screen.findByText(/不是留客的备份/)).toBeTruthy();
  });

  test('is not written when the person closes the dialog', async () => {
    await seller.visit(makeReport(makeOrders(3)));
    const closed = async () => Promise.reject(new DOMException('closed', 'AbortError'));
    Object.assign(window, { showSaveFilePicker: closed });
    openDashboard('data');
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: '保存备份' });
    type('口令', PASSPHRASE);
    type('再输一次', PASSPHRASE);
    press('保存备份');
    await waitFor(() => expect(button.disabled).toBe(false));
    expect(screen.queryByText(/^备份没有保存成功/)).toBeNull();
  });
});
