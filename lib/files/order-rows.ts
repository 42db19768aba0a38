/**
 * Rows of an export -> orders. An order's rows stand together, one per line of it, the order's own values repeated on each; rows that
 * differ in these prove neither. Rows of one order that stand far apart are a reject: the file was sorted by something else.
 */
import { carrierOf } from '../model/carrier.ts';
import { buyerOfKey, buyerOfNick, type Buyer } from '../model/identity.ts';
import type { Reject } from '../model/capture.ts';
import type { ImportedOrder } from '../model/imported.ts';
import type { Fen } from '../model/money.ts';
import type { Order, OrderItem, Place } from '../model/order.ts';
import type { ExportField } from '../platforms/export-kind.ts';
import { placeIn } from '../platforms/reading/places.ts';
import { amountIn, CellError, countIn, plain, timeIn } from './cell-values.ts';
import { statusIn, afterSaleIn } from './export-labels.ts';
import { cellOf, idOf, type ImportPlan } from './recognise.ts';
import type { Row } from './row.ts';
import { RowGroups } from './row-groups.ts';

export const ORDER_ID: RegExp = /^\d{1,20}$/;
/** What stands in the column of the changed address where there is none. */
const UNCHANGED = '否';
/** A row whose order was given away before it came. */
export const LATE_ROW = 'order (its rows do not stand together)';

/** What one row says of its order. */
interface Part {
  line: number;
  /** What the rows of an order have in common. */
  shared: Omit<Order, 'items' | 'carrier'>;
  amountFen: Fen | null;
  refundedFen: Fen | null;
  item: OrderItem | null;
  /** Empty where the row names no company. */
  carrier: string;
  /** Null of a buyer who is known. */
  place: Place | null;
}

export class OrderRows {
  readonly #plan: ImportPlan;
  readonly #groups = new RowGroups<Part>();

  constructor(plan: ImportPlan) {
    this.#plan = plan;
  }

  /** @returns orders that are whole by now */
  push(rows: readonly Row[], rejects: Reject[]): ImportedOrder[] {
    const whole: ImportedOrder[] = [];
    for (const row of rows) {
      const part = this.#partOf(row, rejects);
      if (part === null) continue;
      const { orderId } = part.shared;
      if (this.#groups.isLate(orderId)) {
        rejects.push({ what: LATE_ROW, row: row.line });
        continue;
      }
      const group = this.#groups.push(orderId, part);
      if (group) whole.push(...this.#orderOf(group.parts, rejects));
    }
    return whole;
  }

  /** @returns the orders that are left */
  end(rejects: Reject[]): ImportedOrder[] {
    return this.#groups.end().flatMap(({ parts }) => this.#orderOf(parts, rejects));
  }

  #orderOf(parts: Part[], rejects: Reject[]): ImportedOrder[] {
    const { line } = parts[0]!;
    const unlike = differenceIn(parts, this.#plan.kind.amountsAre === 'ofOrder');
    if (unlike === null) return [orderOf(parts, this.#plan)];
    rejects.push({ what: `${unlike} (rows of one order differ)`, row: line });
    return [];
  }

  #partOf(row: Row, rejects: Reject[]): Part | null {
    let orderId: string | null = null;
    try {
      orderId = idOf(this.#plan, row, 'orderId', 'order id', ORDER_ID);
      return this.#readPart(row, orderId);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      rejects.push({ what: error.what, row: row.line });
      if (orderId !== null) this.#groups.refuse(orderId);
      return null;
    }
  }

  #readPart(row: Row, orderId: string): Part {
    const { kind } = this.#plan;
    const cell = (field: ExportField) => this.#cell(row, field);
    const placedAt = timeIn(cell('placedAt'), 'order time');
    if (placedAt === null) throw new CellError('order time');
    const paidAt = timeIn(cell('paidAt'), 'payment time');
    const refundFen = amountIn(cell('refund'), 'refund');
    const item = this.#itemOf(row);
    const buyer = buyerIn(kind.platform, plain(cell('buyer')));
    // Of a line that says so the amount is what was asked for, until it was paid back.
    const isPaidBack = !this.#plan.columns.has('refundStatus') || item?.afterSale === 'refunded';
    const refundedFen = isPaidBack || refundFen === null ? refundFen : 0;
    return {
      line: row.line,
      shared: {
        orderId,
        placedAt,
        paidAt,
        status: statusIn(kind.platform, cell('status')),
        amountFen: null,
        freightFen: amountIn(cell('freight'), 'freight'),
        buyer,
      },
      amountFen: this.#amountOf(row, refundedFen),
      refundedFen,
      item,
      carrier: plain(cell('carrier')),
      place: buyer.quality === 'masked' ? this.#placeOf(row) : null,
    };
  }

  /** Of the address province and city alone: nothing else of it is kept, nor leaves this room. */
  #placeOf(row: Row): Place | null {
    const changed = plain(this.#cell(row, 'newAddress'));
    return placeIn(changed === '' || changed === UNCHANGED ? plain(this.#cell(row, 'address')) : changed);
  }

  /**
   * What the buyer had to pay. Where only the paid amount is there, Taobao's is net of refunds (checked on 24,087 paid orders: paid and
   * refund make the total), so the refund is put back.
   */
  #amountOf(row: Row, refundedFen: Fen | null): Fen | null {
    const due = amountIn(this.#cell(row, 'amount'), 'amount');
    const paid = amountIn(this.#cell(row, 'paidAmount'), 'paid amount');
    if (due !== null || paid === null) return due;
    return this.#plan.kind.platform === 'taobao' ? paid + (refundedFen ?? 0) : paid;
  }

  #itemOf(row: Row): OrderItem | null {
    const title = plain(this.#cell(row, 'title')).slice(0, 500);
    if (title === '' || this.#isOfSeveralLines(row)) return null;
    const { columns } = this.#plan;
    const quantity = countIn(this.#cell(row, columns.has('quantity') ? 'quantity' : 'pieces'), 'item quantity');
    if (quantity === null || quantity === 0) throw new CellError('item quantity');
    const skuId = plain(this.#cell(row, 'skuId'));
    return {
      title,
      quantity,
      unitPriceFen: amountIn(this.#cell(row, 'unitPrice'), 'unit price'),
      skuId: skuId === '' ? null : idOf(this.#plan, row, 'skuId', 'article id', /^\d{1,20}$/),
      afterSale: afterSaleIn(plain(this.#cell(row, 'refundStatus'))),
    };
  }

  /** A row per order has the titles of all lines in one cell: of one piece alone it is certain whose it is. */
  #isOfSeveralLines(row: Row): boolean {
    return !this.#plan.columns.has('quantity') && plain(this.#cell(row, 'pieces')) !== '1';
  }

  #cell(row: Row, field: ExportField): string {
    return cellOf(this.#plan, row, field);
  }
}

function buyerIn(platform: 'jd' | 'taobao', name: string): Buyer {
  return platform === 'jd' && name !== '' ? buyerOfKey(name.slice(0, 100)) : buyerOfNick(name.slice(0, 100));
}

/** What the rows of an order should have in common and have not; null when they agree. */
function differenceIn(parts: readonly Part[], isAmountShared: boolean): string | null {
  const [first, ...others] = parts as [Part, ...Part[]];
  for (const { shared, amountFen } of others) {
    if (shared.placedAt !== first.shared.placedAt) return 'order time';
    if (shared.paidAt !== first.shared.paidAt) return 'payment time';
    if (shared.buyer.display !== first.shared.buyer.display) return 'buyer';
    if (isAmountShared && shared.status !== first.shared.status) return 'order status';
    if (isAmountShared && (amountFen !== first.amountFen || shared.freightFen !== first.shared.freightFen))
      return 'amount';
  }
  return null;
}

function orderOf(parts: readonly Part[], { kind, columns }: ImportPlan): ImportedOrder {
  const [first] = parts as [Part, ...Part[]];
  const isOfOrder = kind.amountsAre === 'ofOrder';
  const carrier = carrierOf(parts.map((part) => part.carrier));
  const place = commonPlace(parts);
  return {
    order: {
      ...first.shared,
      status: isOfOrder ? first.shared.status : commonStatus(parts),
      // Lines say nothing of the freight: their sum is no order's amount.
      amountFen: isOfOrder ? first.amountFen : null,
      items: parts.flatMap(({ item }) => item ?? []),
      ...(carrier === undefined ? {} : { carrier }),
    },
    refundedFen: isOfOrder ? first.refundedFen : sumOf(parts.map(({ refundedFen }) => refundedFen)),
    tellsAfterSales: columns.has('refundStatus'),
    ...(place === null ? {} : { place }),
    line: first.line,
  };
}

/** Null also where the rows name several. */
function commonPlace(parts: readonly Part[]): Place | null {
  const [first, ...others] = parts.map(({ place }) => place);
  const isOne = others.every((place) => place?.province === first?.province && place?.city === first?.city);
  return isOne ? (first ?? null) : null;
}

/** Of lines with states of their own: the one that all have, or that of those that still stand. */
function commonStatus(parts: readonly Part[]): Order['status'] {
  const states = new Set(parts.map(({ shared }) => shared.status));
  if (states.size > 1) states.delete('cancelled');
  return states.size === 1 ? [...states][0]! : 'unknown';
}

function sumOf(amounts: readonly (Fen | null)[]): Fen | null {
  return amounts.reduce<Fen | null>((sum, each) => (each === null ? sum : (sum ?? 0) + each), null);
}
