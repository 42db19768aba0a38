/** What one tab shows right now, as panel and popup need it. Never stored on disk: it carries chat texts. */
import type { ChatMessage, Health, PageName, Reject } from './capture.ts';
import type { Platform } from './platform.ts';

/** `shopConflict`: the page names two shops that are kept apart. `storageFull`: nothing more fits on the disk. */
export type PageProblem = 'shopConflict' | 'storageFull';

export interface PageBuyer {
  /** Null for a mask or a column that is switched off. */
  customerId: string | null;
  /** Masked for the screen. */
  display: string | null;
  orderIds: string[];
}

export interface PageState {
  tabId: number;
  platform: Platform | null;
  page: PageName;
  shopId: string | null;
  shopName: string | null;
  observedAt: number;
  health: Health;
  rejects: Reject[];
  /** Buyers of the orders on the page, page order. */
  buyers: PageBuyer[];
  /** The chat's customer: `customerId` even when no order of theirs was seen. */
  chat: {
    customerId: string;
    /** Null where the page shows the nick alone. */
    customerKey: string | null;
    display: string;
    settled: boolean;
    editor: boolean;
    messages: ChatMessage[];
  } | null;
  /** Why the page could not be taken in; null when all is well. */
  problem: PageProblem | null;
}
