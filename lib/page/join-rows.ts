/**
 * One order (or case) as the page paints it and as the answer behind the page says it. The answer is the better founded one for ids,
 * amounts and keys; the page is ahead in the state alone, which it may have painted anew since. Where both are certain and differ,
 * the answer counts and the difference is told.
 */
import type { AfterSale } from '../model/after-sale.ts';
import { caseProgress } from '../model/case-progress.ts';
import { isMask, type Buyer } from '../model/identity.ts';
import { mergeOrder } from '../model/merge-order.ts';
import type { Order, OrderItem } from '../model/order.ts';

/** A row as read, and when (epoch ms). */
export interface Seen<Row> {
  row: Row;
  seenAt: number;
}

export interface Joined<Row> {
  row: Row;
  /** Names of the values that differ. */
  differing: string[];
}

/** A page may write its times without seconds. */
const SAME_TIME_MS = 60_000;

export function joinOrder<Row extends Order>(answer: Seen<Row>, page: Seen<Row>): Joined<Row> {
  const [told, shown] = [answer.row, page.row];
  const differing: string[] = [];
  const held = <Value>(name: string, a: Value | null, b: Value | null, isSame = Object.is) => {
    if (a !== null && b !== null && !isSame(a, b)) differing.push(name);
    return a ?? b;
  };
  const isSameTime = (a: unknown, b: unknown) => Math.abs(Number(a) - Number(b)) < SAME_TIME_MS;
  const merged = mergeOrder({ order: told, seenAt: answer.seenAt }, { order: shown, seenAt: page.seenAt }).order;
  const row: Row = {
    ...shown,
    ...told,
    placedAt: held('order time', told.placedAt, shown.placedAt, isSameTime)!,
    paidAt: held('payment time', told.paidAt, shown.paidAt, isSameTime),
    status: merged.status,
    amountFen: held('amount', told.amountFen, shown.amountFen),
    freightFen: held('freight', told.freightFen, shown.freightFen),
    buyer: held('buyer', told.buyer, shown.buyer, (a, b) => isSameBuyer(a as Buyer, b as Buyer))!,
    items: joinItems(told.items, shown.items, differing),
  };
  if (row.buyer.key === null && shown.buyer.key !== null) row.buyer = shown.buyer;
  return { row, differing };
}

/** A mask, or nothing, is not held against the name that it hides. */
function isSameBuyer(a: Buyer, b: Buyer): boolean {
  if (a.key !== null && b.key !== null) return a.key === b.key;
  const [first, second] = [a.display, b.display];
  return first === null || second === null || isMask(first) || isMask(second) || first === second;
}

function joinItems(told: readonly OrderItem[], shown: readonly OrderItem[], differing: string[]): OrderItem[] {
  if (told.length !== shown.length) {
    differing.push('order lines');
    return [...told];
  }
  const isOtherPrice = told.some(({ unitPriceFen }, index) => {
    const beside = shown[index]!.unitPriceFen;
    return unitPriceFen !== null && beside !== null && unitPriceFen !== beside;
  });
  if (isOtherPrice) differing.push('unit price');
  return told.map((item, index) => {
    const beside = shown[index]!;
    return {
      ...item,
      unitPriceFen: item.unitPriceFen ?? beside.unitPriceFen,
      skuId: item.skuId ?? beside.skuId,
      afterSale: beside.afterSale === 'none' ? item.afterSale : beside.afterSale,
    };
  });
}

export function joinCase({ row: told, seenAt }: Seen<AfterSale>, page: Seen<AfterSale>): Joined<AfterSale> {
  const shown = page.row;
  const gain = caseProgress[shown.status] - caseProgress[told.status] || page.seenAt - seenAt;
  const differing = [
    ...(told.orderId === shown.orderId ? [] : ['order id']),
    ...(isOther(told.refundFen, shown.refundFen) ? ['refund amount'] : []),
  ];
  return {
    row: {
      ...shown,
      ...told,
      appliedAt: told.appliedAt ?? shown.appliedAt,
      refundFen: told.refundFen ?? shown.refundFen,
      type: told.type ?? shown.type,
      reason: told.reason ?? shown.reason,
      status: gain >= 0 ? shown.status : told.status,
      buyer: told.buyer.key === null && shown.buyer.key !== null ? shown.buyer : told.buyer,
    },
    differing,
  };
}

function isOther(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a !== b;
}
