/**
 * The contract of a page reader. A reader is pure: it gets a document and gives back data. It does not wait, send,
 * store, click, or look at globals; what it cannot read for certain becomes a reject with a name.
 */
import type { Captured, CaptureBatch, PageName, ShopHint } from '../model/capture.ts';
import type { SeenOrder } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import type { RowMemory, RowsReading } from './reading/rows.ts';

/** One reading of a page: the data, and the elements it came from for whoever draws or fills (never sent anywhere). */
export interface PageReading {
  batch: CaptureBatch;
  /** Where the buyers of orders stand, to draw beside them. */
  buyers: { orderId: string; element: Element }[];
  conversations: { key: string; element: Element }[];
  editor: HTMLElement | null;
}

export interface PageReader {
  platform: Platform;
  page: PageName;
  /** Is this address the page? The document may still be empty. */
  matches(url: URL): boolean;
  /** @param url the page's address, which may name the order that the page shows */
  read(document: Document, memory: RowMemory, url: URL): PageReading;
}

/** A reading of nothing: blocked and unknown pages. */
export function emptyReading(platform: Platform | null, page: PageName): PageReading {
  return {
    batch: {
      platform,
      page,
      shopHints: [],
      orders: [],
      afterSales: [],
      reviews: [],
      coupons: [],
      members: [],
      counters: [],
      chat: null,
      rejects: [],
      health: { rows: 0, read: 0 },
    },
    buyers: [],
    conversations: [],
    editor: null,
  };
}

/** A page of one kind of rows, such as `listReading('jd', 'after-sale-list', hints, 'afterSales', rows)`. */
export function listReading<Kind extends keyof Captured>(
  platform: Platform,
  page: PageName,
  shopHints: ShopHint[],
  kind: Kind,
  { rows, rejects, health }: RowsReading<Captured[Kind][number]>,
): PageReading {
  const empty = emptyReading(platform, page);
  const buyers = rows.flatMap(({ value, buyerElement: element }) =>
    element && 'orderId' in value ? [{ orderId: value.orderId, element }] : [],
  );
  return {
    ...empty,
    batch: { ...empty.batch, shopHints, [kind]: rows.map(({ value }) => value), rejects, health },
    buyers,
  };
}

/**
 * A reading of a page of orders: of a list, or of one order in full. A page that shows one order in full is of one row; its
 * element is where a chip may stand.
 */
export function ordersReading(
  platform: Platform,
  page: Extract<PageName, 'order-list' | 'order-detail'>,
  shopHints: ShopHint[],
  reading: RowsReading<SeenOrder>,
): PageReading {
  return listReading(platform, page, shopHints, 'orders', reading);
}
