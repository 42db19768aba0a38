/** The kinds of rows that pages show: what tells two of a kind apart, and what the store would refuse of one. */
import type { AfterSale } from '../../model/after-sale.ts';
import type { Member } from '../../model/member.ts';
import type { Order } from '../../model/order.ts';
import type { Review } from '../../model/review.ts';
import type { SeenCoupon } from '../../model/seen-coupon.ts';
import type { ToDoCounter } from '../../model/to-do-counter.ts';
import { buyerProblem, isAmount, isInstant, isOrderId, isText, isWhole } from './limits.ts';
import { orderProblem } from './order-problem.ts';

export interface RowKind<Value> {
  /** How a reject names it. */
  name: string;
  /** Two rows with the same id are one thing, shown twice. */
  idOf(value: Value): string;
  /** Where a value is that the store would refuse; null when every value is good. */
  problemOf(value: Value): string | null;
}

export const orderRows: RowKind<Order> = { name: 'order', idOf: ({ orderId }) => orderId, problemOf: orderProblem };

export const afterSaleRows: RowKind<AfterSale> = {
  name: 'case',
  idOf: ({ caseId }) => caseId,
  problemOf({ caseId, orderId, appliedAt, refundFen, type, reason, buyer }) {
    if (!/^\d{6,25}$/.test(caseId)) return 'caseId';
    if (!isOrderId(orderId)) return 'orderId';
    if (appliedAt !== null && !isInstant(appliedAt)) return 'appliedAt';
    if (!isAmount(refundFen)) return 'refundFen';
    if (type !== null && !isText(type, 40)) return 'type';
    if (reason !== null && !isText(reason, 200)) return 'reason';
    return buyerProblem(buyer);
  },
};

export const reviewRows: RowKind<Review> = {
  name: 'review',
  idOf: ({ orderId, lineId }) => `${orderId} ${lineId}`,
  problemOf({ orderId, lineId, text, ratedAt, buyerKey }) {
    if (!isOrderId(orderId)) return 'orderId';
    if (lineId !== null && !isText(lineId, 40)) return 'lineId';
    if (text.length > 1000) return 'text';
    if (ratedAt !== null && !isInstant(ratedAt)) return 'ratedAt';
    return buyerKey !== null && !isText(buyerKey, 100) ? 'buyerKey' : null;
  },
};

export const couponRows: RowKind<SeenCoupon> = {
  name: 'coupon',
  idOf: ({ couponId, name, faceValueFen, thresholdFen, startsAt }) =>
    couponId ?? `${name} ${thresholdFen} ${faceValueFen} ${startsAt}`,
  problemOf(coupon) {
    const { couponId, name, faceValueFen, thresholdFen, personLimit, startsAt, endsAt, status } = coupon;
    if (couponId !== null && !isText(couponId, 40)) return 'couponId';
    if (!isText(name, 100)) return 'name';
    if (!isAmount(faceValueFen)) return 'faceValueFen';
    if (!isAmount(thresholdFen)) return 'thresholdFen';
    if (personLimit !== null && !isWhole(personLimit, 1, 1000)) return 'personLimit';
    if (startsAt !== null && !isInstant(startsAt)) return 'startsAt';
    if (endsAt !== null && !isInstant(endsAt)) return 'endsAt';
    if (!isText(status, 40)) return 'status';
    if (!isCount(coupon.totalCount)) return 'totalCount';
    return isCount(coupon.claimedCount) ? null : 'claimedCount';
  },
};

export const memberRows: RowKind<Member> = {
  name: 'member',
  idOf: ({ buyer }) => buyer.key ?? buyer.display ?? '',
  problemOf({ buyer, level, tradeCount, tradeFen, lastTradeAt }) {
    const problem = buyerProblem(buyer);
    if (problem !== null) return problem;
    if (level !== null && !isText(level, 40)) return 'level';
    if (tradeCount !== null && !isWhole(tradeCount, 0, 1_000_000)) return 'tradeCount';
    if (!isAmount(tradeFen)) return 'tradeFen';
    return lastTradeAt !== null && !isInstant(lastTradeAt) ? 'lastTradeAt' : null;
  },
};

export const counterRows: RowKind<ToDoCounter> = {
  name: 'counter',
  idOf: ({ counterId }) => counterId,
  problemOf({ counterId, label, count }) {
    if (!isText(counterId, 40)) return 'counterId';
    if (!isText(label, 40)) return 'label';
    return isWhole(count, 0, 1_000_000) ? null : 'count';
  },
};

function isCount(count: number | null): boolean {
  return count === null || isWhole(count, 0, Number.MAX_SAFE_INTEGER);
}
