/** From readings to reports: only what changed since the last one is sent, and nothing when nothing did. */
import type { PageReport } from '../model/capture.ts';
import type { PageReading } from '../platforms/page-reader.ts';

export class Reporter {
  #sentRows = new Map<string, string>();
  #sentPage = '';
  #sentShop = '';

  /** @returns the report to send, or null when the page says what it said before */
  report({ batch }: PageReading, observedAt: number): PageReport | null {
    const orderIds = batch.orders.map((order) => order.orderId);
    const { platform, page, shopHints, chat, rejects, health } = batch;
    const shopText = JSON.stringify({ platform, shopHints });
    // The frame that names the shop may be painted after the rows: they are said again, to be stored where they belong.
    if (shopText !== this.#sentShop) this.forget();
    const pageText = JSON.stringify({ platform, page, shopHints, chat, rejects, health, orderIds });
    const orders = batch.orders.filter((order) => this.#sentRows.get(order.orderId) !== JSON.stringify(order));
    if (orders.length === 0 && pageText === this.#sentPage) return null;
    this.#sentPage = pageText;
    this.#sentShop = shopText;
    this.#sentRows = new Map(batch.orders.map((order) => [order.orderId, JSON.stringify(order)]));
    return { platform, page, observedAt, shopHints, orders, orderIds, chat, rejects, health };
  }

  /** The last report did not arrive: the next one says everything again. */
  forget(): void {
    this.#sentRows.clear();
    this.#sentPage = '';
  }
}
