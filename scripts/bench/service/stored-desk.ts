/** The desk of a shop with many cases and work orders. In a browser: this is about IndexedDB. */
import type { NewWorkOrder } from '../../../lib/model/work-order-event.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { countMended } from '../../../lib/pipeline/count-mended.ts';
import { recordMend } from '../../../lib/pipeline/record-mend.ts';
import { LiukeDatabase, type EventRecord } from '../../../lib/store/database.ts';
import type { AfterSaleRecord, OrderRecord } from '../../../lib/store/records.ts';
import { shelveWorkOrders } from '../../../lib/pipeline/shelve-work-orders.ts';
import { readServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { readTroubles } from '../../../lib/views/service/troubles.ts';
import { time, timeCold, type Timing } from '../insight/bench.ts';

export interface DeskTimings {
  timings: Timing[];
  /** What was read, so that one sees that it is the same. */
  seen: string[];
}

const PORTION = 5_000;
const RUNS = 5;
const SHOP = 'jd-bench';
const NOW = Date.parse('2026-08-06T10:00:00+08:00');
const ARTICLES = 200;
const reasons = ['商品破损', '七天无理由退货', '质量问题', '少件/漏发', '物流太慢', '不想要了'];
const labels = ['damaged', 'quality', 'missing', 'late', 'question'];

export async function benchDesk(cases: number, open: number, closed: number): Promise<DeskTimings> {
  const db = new LiukeDatabase('liuke-bench');
  await db.delete();
  await db.open();
  try {
    await db.shops.put({ shopId: SHOP, platform: 'jd', name: 'bench', hints: [] } as never);
    for (let from = 0; from < cases; from += PORTION) await putCases(db, from, Math.min(cases, from + PORTION));
    const orders = open + closed;
    await db.meta.put({ name: 'logicalTime', value: `${String(NOW).padStart(15, '0')}|` });
    for (let from = 0; from < orders; from += PORTION)
      await putWorkOrders(db, from, Math.min(orders, from + PORTION), open);
    const seen: string[] = [];
    const read = async () => {
      const { workOrders, mends } = await readServiceDesk(db, NOW);
      seen.push(`${workOrders.length} work orders, to tell: ${mends.map(({ toTell }) => toTell.length).join(', ')}`);
    };
    const first = await time('desk, nothing put away yet', RUNS, read);
    const shelving = await timeCold('work orders closed long ago put away', 1, () => shelveWorkOrders(db, NOW));
    const without = await time('desk, nothing mended', RUNS, read);
    for (let mend = 0; mend < 3; mend += 1)
      await recordMend(
        db,
        {
          mendId: `m${mend}`,
          shopId: SHOP,
          cause: { article: articleOf(mend), labelId: labels[mend]!, carrier: null },
          mendedAt: NOW - 30 * DAY_MS,
          by: '小李',
        },
        NOW - 30 * DAY_MS,
      );
    const counting = await timeCold('troubles of three mended causes counted', 1, () => countMended(db, NOW));
    const mended = await time('desk, three causes mended', RUNS, read);
    const all = await timeCold('all troubles of the shop gone through', 1, () => readTroubles(db, SHOP));
    return { timings: [first, shelving, without, counting, mended, all], seen: [...new Set(seen)] };
  } finally {
    await db.delete();
  }
}

const articleOf = (index: number) => `测试商品${index % ARTICLES}`;
const customerOf = (index: number) => (index % 30_000).toString(16).padStart(32, '0');

async function putCases(db: LiukeDatabase, from: number, until: number): Promise<void> {
  const numbers = Array.from({ length: until - from }, (_, index) => from + index);
  await db.orders.bulkPut(
    numbers.map(
      (at) =>
        ({
          id: `jd:${at}`,
          platform: 'jd',
          orderId: String(at),
          shopId: SHOP,
          customerId: customerOf(at),
          reversedId: String(at),
          placedAt: NOW - (at % 700) * DAY_MS,
          paidAt: null,
          status: 'completed',
          amountFen: 10_000,
          freightFen: 0,
          buyer: { display: `b${at}`, key: null, quality: 'stable' },
          items: [{ title: articleOf(at), quantity: 1, unitPriceFen: 10_000, skuId: null, afterSale: 'refunded' }],
          carrier: '圆通速递',
          seenAt: NOW,
        }) as unknown as OrderRecord,
    ),
  );
  await db.afterSales.bulkPut(
    numbers.map((at): AfterSaleRecord => ({
      id: `jd:c${at}`,
      caseId: `c${at}`,
      orderId: String(at),
      orderRecordId: `jd:${at}`,
      shopId: SHOP,
      customerId: customerOf(at),
      appliedAt: NOW - (at % 700) * DAY_MS,
      refundFen: 5_000,
      type: '退货退款',
      status: 'refunded',
      reason: reasons[Math.floor(at / ARTICLES) % reasons.length]!,
      seenAt: NOW,
    })),
  );
}

/** The first ones are open, the others were told and closed. */
async function putWorkOrders(db: LiukeDatabase, from: number, until: number, open: number): Promise<void> {
  const events: EventRecord[] = [];
  for (let at = from; at < until; at += 1) {
    const workOrderId = `w${at}`;
    const openedAt = NOW - (at % open) * 60_000 - (at < open ? 0 : 40 * DAY_MS);
    const customerId = customerOf(at * 7);
    const workOrder: NewWorkOrder = {
      workOrderId,
      shopId: SHOP,
      customerId,
      orderId: at % 3 === 0 ? null : String(at),
      caseId: null,
      from: 'hand',
      labelId: labels[at % labels.length]!,
      owner: '小李',
      amountFen: 2_000,
      startedAt: null,
    };
    const stamp = (step: number) => ({
      id: `e${at}.${step}`,
      device: 'bench',
      at: openedAt + step * 60_000,
      logicalTime: `${String(openedAt + step * 60_000).padStart(15, '0')}|${String(at).padStart(8, '0')}|bench`,
      customerId,
      workOrderId,
    });
    events.push({ ...stamp(0), kind: 'workOrderOpened', workOrder });
    events.push({ ...stamp(1), kind: 'workOrderStepped', stepId: 'replied', dueAt: null });
    if (at < open) continue;
    events.push({ ...stamp(2), kind: 'workOrderTold' }, { ...stamp(3), kind: 'workOrderClosed' });
  }
  await db.events.bulkPut(events);
}
