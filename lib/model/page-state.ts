/** What one tab shows right now, as panel and popup need it. Never stored on disk: it carries chat texts. */
import type { ChatMessage, Health, PageName, Reject } from './capture.ts';
import type { FieldCount, FieldName } from './field-counts.ts';
import type { Platform } from './platform.ts';

/**
 * `shopConflict`: the page names two shops that are kept apart. `storageFull`: nothing more fits on the disk. `newerStore`: the store
 * is of a newer version of the extension.
 */
export type PageProblem = 'shopConflict' | 'storageFull' | 'newerStore';

/** One value of the page's orders. */
export interface FieldFill {
  field: FieldName;
  there: FieldCount[0];
  of: FieldCount[1];
  /** The share on the days before, 0..1; null before there is a usual one. */
  usual: number | null;
}

/** A value that is not where it was. */
export interface LayoutChange extends FieldFill {
  /** The first day on which it was so. */
  sinceDay: number;
}

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
  fields: FieldFill[];
  /** Nothing while all is as usual. */
  layoutChanges: LayoutChange[];
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
  /** The page shows times that this machine has not reached: by so much its clock is late, at least. Left out while they agree. */
  clockLateMs?: number;
  /** Why the page could not be taken in; null when all is well. */
  problem: PageProblem | null;
}
