/**
 * What the observer has handed over on this page, laid over what is read from the page itself: one page, one count. Only while the
 * answers and the page speak of the same rows do the answers stand for the page.
 */
import type { Captured, CaptureBatch, Reject } from '../model/capture.ts';
import { emptyReading } from '../platforms/page-reader.ts';
import { joinCase, joinOrder, type Joined, type Seen } from './join-rows.ts';

/** Rows of more pages than somebody leafs through at a time are forgotten, the oldest first. */
const MAX_KEPT = 2000;

interface Answer {
  batch: CaptureBatch;
  path: string;
  seenAt: number;
  /** The page has not been read since. */
  isNews: boolean;
}

export class ObservedRows {
  #orders = new Map<string, Seen<Captured['orders'][number]>>();
  #cases = new Map<string, Seen<Captured['afterSales'][number]>>();
  #hints: CaptureBatch['shopHints'] = [];
  /** The newest answer that carries rows, or refuses them. */
  #newest: Answer | null = null;

  /** @param path of the page's address at that time */
  add(batch: CaptureBatch, path: string, seenAt: number): void {
    if (batch.shopHints.length > 0) this.#hints = batch.shopHints;
    if (batch.page === 'unknown') return;
    this.#newest = { batch, path, seenAt, isNews: true };
    for (const row of batch.orders) keep(this.#orders, row.orderId, { row, seenAt });
    for (const row of batch.afterSales) keep(this.#cases, row.caseId, { row, seenAt });
  }

  /**
   * @param page as it was read, or as it was read before the newest answer
   * @param seenAt when it was read (epoch ms)
   */
  over(page: CaptureBatch, path: string, seenAt: number): CaptureBatch {
    const newest = this.#newest?.path === path ? this.#newest : null;
    if (page.page === 'blocked') return page;
    if (newest?.batch.page === 'blocked') return emptyReading(page.platform, 'blocked').batch;
    const known = { ...page, shopHints: withHints(page.shopHints, this.#hints) };
    if (!newest) return this.#laidOver(known, seenAt);
    if (page.page === 'unknown') return { ...newest.batch, shopHints: known.shopHints };
    if (page.page !== newest.batch.page)
      return newest.isNews ? besides(known, newest.batch) : this.#laidOver(known, seenAt);
    return this.#together(known, newest, seenAt);
  }

  /** The page was read: what comes now is measured against what it shows. */
  pageWasRead(): void {
    if (this.#newest) this.#newest.isNews = false;
  }

  /** Page and answer of one kind: the answer stands for both when the page shows its rows, or none yet. */
  #together(page: CaptureBatch, { batch, isNews }: Answer, seenAt: number): CaptureBatch {
    const ids = new Set(idsOf(batch));
    const shown = idsOf(page);
    const isSame = shown.every((id) => ids.has(id));
    if (!isSame && isNews) return { ...batch, shopHints: page.shopHints };
    if (!isSame) return this.#laidOver(page, seenAt);
    const { orders, afterSales, rejects } = this.#laidOver({ ...page, rejects: [] }, seenAt);
    const { reviews, coupons, members, counters, health } = batch;
    return {
      ...page,
      orders: replaced(batch.orders, orders, ({ orderId }) => orderId),
      afterSales: replaced(batch.afterSales, afterSales, ({ caseId }) => caseId),
      reviews,
      coupons,
      members,
      counters,
      health,
      rejects: [...batch.rejects, ...rejects],
    };
  }

  /** Every row of the page that an answer told of before. */
  #laidOver(page: CaptureBatch, seenAt: number): CaptureBatch {
    const rejects: Reject[] = [...page.rejects];
    const note = <Row>({ row, differing }: Joined<Row>, index: number) => {
      for (const name of differing) rejects.push({ what: `${name} (page and response differ)`, row: index + 1 });
      return row;
    };
    const orders = page.orders.map((row, index) => {
      const answer = this.#orders.get(row.orderId);
      return answer ? note(joinOrder(answer, { row, seenAt }), index) : row;
    });
    const afterSales = page.afterSales.map((row, index) => {
      const answer = this.#cases.get(row.caseId);
      return answer ? note(joinCase(answer, { row, seenAt }), index) : row;
    });
    return { ...page, orders, afterSales, rejects };
  }
}

function keep<Row>(rows: Map<string, Row>, id: string, row: Row): void {
  rows.delete(id);
  rows.set(id, row);
  if (rows.size > MAX_KEPT) rows.delete(rows.keys().next().value!);
}

function idsOf({ orders, afterSales }: CaptureBatch): string[] {
  return [...orders.map(({ orderId }) => orderId), ...afterSales.map(({ caseId }) => caseId)];
}

/** The rows of the answer, those that the page shows as they were joined with it. */
function replaced<Row>(rows: readonly Row[], joined: readonly Row[], idOf: (row: Row) => string): Row[] {
  const byId = new Map(joined.map((row) => [idOf(row), row]));
  return rows.map((row) => byId.get(idOf(row)) ?? row);
}

/** An answer that is not what the page is about: its rows are reported along with it. */
function besides(page: CaptureBatch, answer: CaptureBatch): CaptureBatch {
  const { orders, afterSales, reviews, coupons, members, counters, rejects } = answer;
  return {
    ...page,
    rejects: [...page.rejects, ...rejects],
    orders: [...page.orders, ...orders],
    afterSales: [...page.afterSales, ...afterSales],
    reviews: [...page.reviews, ...reviews],
    coupons: [...page.coupons, ...coupons],
    members: [...page.members, ...members],
    counters: [...page.counters, ...counters],
  };
}

function withHints(ofPage: CaptureBatch['shopHints'], observed: CaptureBatch['shopHints']): CaptureBatch['shopHints'] {
  const said = new Set(ofPage.map(({ kind }) => kind));
  return [...ofPage, ...observed.filter(({ kind }) => !said.has(kind))];
}
