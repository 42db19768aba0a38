import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../lib/model/audit.ts';
import type { WorkOrderDeed } from '../../lib/model/work-order-event.ts';
import { noteWorkOrder, openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { makeOrders, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeNewWorkOrder } from '../support/make-work-order.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

const BUYER = '阳光海岸88';

let seller: SellerScreen;
/** What was written to the file that the person chose; null after it was given up. */
let pieces: BlobPart[] | null;

beforeEach(async () => {
  seller = await startScreen();
  pieces = [];
  const sink = {
    write: async (piece: BlobPart) => void pieces!.push(piece),
    close: async () => {},
    abort: async () => {
      pieces = null;
    },
  };
  Object.assign(window, { showSaveFilePicker: async () => ({ createWritable: async () => sink }) });
  return () => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  };
});

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const textOf = async () => await new Blob(pieces!).text();

async function openExport(what: string) {
  await seller.visit(makeReport(makeOrders(12, () => ({ buyer: stable(BUYER) }))));
  openDashboard('data');
  await screen.findByRole('button', { name: '导出' });
  choose('导出什么', what);
  pick('csv');
}

async function audit(): Promise<Partial<AuditEntry>[]> {
  const entries = await seller.db.audit.orderBy('id').toArray();
  return entries.map(({ kind, what, reason, counts }) => ({ kind, what, reason, counts }));
}

describe('an export', () => {
  test('masks names unless told otherwise, and is noted with its rows', async () => {
    await openExport('orders');
    press('导出');
    expect(await screen.findByText('已导出 12 行。')).toBeTruthy();
    const text = await textOf();
    expect(text).toContain('阳***8');
    expect(text).not.toContain(BUYER);
    expect(text).toContain('="3090000000000001"');
    expect(await audit()).toEqual([{ kind: 'exported', what: 'orders', reason: null, counts: { rows: 12 } }]);
  });

  test('with names wants a reason first, and notes it before anything is written', async () => {
    await openExport('orders');
    pick('不打码');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: '不打码导出' });
    expect(button.disabled).toBe(true);
    expect(screen.getByText(/属于个人信息/)).toBeTruthy();
    choose('为什么', 'accounting');
    press('不打码导出');
    expect(await screen.findByText('已导出 12 行。')).toBeTruthy();
    expect(await textOf()).toContain(BUYER);
    expect(await audit()).toEqual([
      { kind: 'unmasked', what: 'orders', reason: 'accounting', counts: {} },
      { kind: 'exported', what: 'orders', reason: null, counts: { rows: 12 } },
    ]);
    // The next file is masked again.
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '打码' }).checked).toBe(true);
  });

  test.each([
    ['customers', '客户,客户代号'],
    ['segment', '客户,客户代号'],
    ['contacts', '时间,客户,客户代号'],
    ['workOrders', '开单时间,来源,原因,状态,负责人,客户,客户代号'],
    ['audit', '时间,做了什么'],
  ])('of %s says what its columns are, and leaves its line in the audit list', async (what, head) => {
    await openExport(what);
    press('导出');
    const rows = Number(/\d+/.exec((await screen.findByText(/^已导出 \d+ 行。/)).textContent)![0]);
    expect(await audit()).toEqual([{ kind: 'exported', what, reason: null, counts: { rows } }]);
    expect((await textOf()).startsWith(`\uFEFF${head}`) || (await textOf()).startsWith(head)).toBe(true);
  });

  test('of work orders has their steps, reasons, amounts and states; names and notes only where they are wanted whole', async () => {
    await openExport('workOrders');
    const { customerId, shopId } = (await seller.db.customers.toArray())[0]!;
    const at = Date.parse('2026-08-06T10:00:00+08:00');
    const workOrder = makeNewWorkOrder({
      shopId,
      customerId,
      orderId: '3090000000000001',
      labelId: 'damaged',
      amountFen: 1_290,
    });
    await openWorkOrder(seller.db, workOrder, at);
    const note = async (deed: WorkOrderDeed, later: number) => await noteWorkOrder(seller.db, deed, at + later);
    await note({ kind: 'workOrderNoted', workOrderId: 'w1', text: '=阳光海岸88 要补发' }, 1);
    await note({ kind: 'workOrderStepped', workOrderId: 'w1', stepId: 'reship', dueAt: at + 3_600_000 }, 60_000);
    press('导出');
    expect(await screen.findByText('已导出 1 行。')).toBeTruthy();
    const text = await textOf();
    const [, masked] = text.split('\r\n');
    expect(masked).toContain('2026-08-06 10:00,从聊天开单,');
    expect(masked).toContain(',未结,,阳***8,');
    expect(masked).toContain(',="3090000000000001",,12.9,');
    expect(masked).toMatch(/2026-08-06 10:01 .+（承诺 2026-08-06 11:00 前，未做）/);
    expect(text).not.toContain('补发，');
    expect(text).not.toContain(BUYER);
    pieces = [];
    pick('不打码');
    choose('为什么', 'customerAsked');
    press('不打码导出');
    await expect.poll(async () => (await textOf()).split('\r\n')[1]).toContain(`,${BUYER},`);
    expect(await textOf()).toContain('2026-08-06 10:00 =阳光海岸88 要补发');
  });

  test('whose dialog is closed writes nothing and notes nothing', async () => {
    await openExport('orders');
    const closed = async () => Promise.reject(new DOMException('closed', 'AbortError'));
    Object.assign(window, { showSaveFilePicker: closed });
    press('导出');
    await screen.findByRole('button', { name: '导出' });
    expect(await audit()).toEqual([]);
    expect(screen.queryByText(/^没有导出/)).toBeNull();
  });
});
