/** From readings to reports: only what changed since the last one is sent, and nothing when nothing did. */
import type { Captured, PageReport } from '../model/capture.ts';
import { countFields } from '../model/field-counts.ts';
import type { PageReading } from '../platforms/page-reader.ts';

const kinds = [
  'orders',
  'afterSales',
  'reviews',
  'coupons',
  'members',
  'counters',
] as const satisfies readonly (keyof Captured)[];

export class Reporter {
  #sentRows = new Set<string>();
  #sentPage = '';
  #sentShop = '';

  /** @returns the report to send, or null when the page says what it said before */
  report({ batch }: PageReading, observedAt: number): PageReport | null {
    const { platform, page, shopHints, chat, rejects, health, totals = null } = batch;
    const shopText = JSON.stringify({ platform, shopHints });
    // The frame that names the shop may be painted after the rows: they are said again, to be stored where they belong.
    if (shopText !== this.#sentShop) this.forget();
    const orderIds = ordersNamedIn(batch);
    const rows = Object.fromEntries(kinds.map((kind) => [kind, batch[kind]])) as unknown as Captured;
    const texts = kinds.flatMap((kind) => rows[kind].map((row) => textOf(kind, row)));
    const changed = Object.fromEntries(
      kinds.map((kind) => [kind, rows[kind].filter((row) => !this.#sentRows.has(textOf(kind, row)))]),
    ) as unknown as Captured;
    const pageText = JSON.stringify({ platform, page, shopHints, chat, rejects, health, orderIds, totals });
    if (kinds.every((kind) => changed[kind].length === 0) && pageText === this.#sentPage) return null;
    this.#sentPage = pageText;
    this.#sentShop = shopText;
    this.#sentRows = new Set(texts);
    const fields = countFields(batch.orders, health);
    return { platform, page, observedAt, shopHints, ...changed, orderIds, chat, rejects, health, fields, totals };
  }

  /** The last report did not arrive: the next one says everything again. */
  forget(): void {
    this.#sentRows.clear();
    this.#sentPage = '';
  }
}

function textOf(kind: keyof Captured, row: unknown): string {
  return kind + JSON.stringify(row);
}

/** The orders on the page, and those that its cases and reviews are about. */
function ordersNamedIn({ orders, afterSales, reviews }: Captured): string[] {
  return [...new Set([...orders, ...afterSales, ...reviews].map(({ orderId }) => orderId))];
}
