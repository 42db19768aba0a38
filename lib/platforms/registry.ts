/** Which reader reads which page. Blocked pages come first: there we fall silent. */
import type { Platform } from '../model/platform.ts';
import { isBlocked } from './blocked.ts';
import { jdAfterSaleDetailReader } from './jd/after-sale-detail.ts';
import { jdAfterSaleListReader } from './jd/after-sale-list.ts';
import { jdChatReader } from './jd/chat.ts';
import { jdChatLogReader } from './jd/chat-log.ts';
import { jdDisputeListReader } from './jd/dispute-list.ts';
import { jdHomeReader } from './jd/home.ts';
import { jdOrderDetailReader } from './jd/order-detail.ts';
import { jdOrderListReader } from './jd/order-list.ts';
import { emptyReading, type PageReader, type PageReading } from './page-reader.ts';
import { Course, currentCourse, inCourse, step } from './reading/course.ts';
import { RowMemory } from './reading/rows.ts';
import { readTotals } from './reading/totals.ts';
import { taobaoChatHistoryReader } from './taobao/chat-history.ts';
import { taobaoCouponListReader } from './taobao/coupon-list.ts';
import { taobaoRefundDetailReader } from './taobao/refund-detail.ts';
import { taobaoRefundListReader } from './taobao/refund-list.ts';
import { taobaoMemberListReader } from './taobao/member-list.ts';
import { taobaoOrderDetailReader } from './taobao/order-detail.ts';
import { taobaoOrderDetailOldReader } from './taobao/order-detail-old.ts';
import { tmallOrderDetailOldReader } from './taobao/order-detail-tmall.ts';
import { taobaoReviewListReader } from './taobao/review-list.ts';
import { taobaoSoldListReader } from './taobao/sold-list.ts';
import { taobaoSoldListOldReader } from './taobao/sold-list-old.ts';

const readers: readonly PageReader[] = [
  jdOrderListReader,
  jdOrderDetailReader,
  jdAfterSaleListReader,
  jdAfterSaleDetailReader,
  jdDisputeListReader,
  jdHomeReader,
  jdChatReader,
  jdChatLogReader,
  taobaoSoldListReader,
  taobaoSoldListOldReader,
  taobaoOrderDetailReader,
  taobaoOrderDetailOldReader,
  tmallOrderDetailOldReader,
  taobaoRefundListReader,
  taobaoRefundDetailReader,
  taobaoReviewListReader,
  taobaoCouponListReader,
  taobaoChatHistoryReader,
  taobaoMemberListReader,
];

const platformHosts: readonly [RegExp, Platform][] = [
  [/(^|\.)(jd|360buy)\.(com|hk)$/, 'jd'],
  [/(^|\.)(taobao|tmall)\.(com|hk)$/, 'taobao'],
];

/** The platform a host belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  return platformHosts.find(([host]) => host.test(url.hostname))?.[1] ?? null;
}

/**
 * Reads a page as the extension does.
 * @param memory rows read before; leave it out for a single reading
 */
export function readPage(document: Document, url: URL, memory: RowMemory = new RowMemory()): PageReading {
  const read = () => readAs(document, url, memory);
  return currentCourse() ? read() : inCourse(new Course(), read);
}

function readAs(document: Document, url: URL, memory: RowMemory): PageReading {
  const platform = platformOf(url);
  if (platform === null) return emptyReading(null, 'unknown');
  if (step(() => isBlocked(document, url))) return emptyReading(platform, 'blocked');
  const reader = readers.find((candidate) => candidate.matches(url));
  if (!reader) return emptyReading(platform, 'unknown');
  const reading = reader.read(document, memory, url);
  if (reading.batch.page === 'order-list') reading.batch.totals ??= step(() => readTotals(document, url));
  return reading;
}
