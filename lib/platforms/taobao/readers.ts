/** The readers of the pages of Taobao and Tmall: one page, one reader. */
import type { PageReader } from '../page-reader.ts';
import { taobaoChatHistoryReader } from './chat-history.ts';
import { taobaoCouponListReader } from './coupon-list.ts';
import { taobaoRefundDetailReader } from './refund-detail.ts';
import { taobaoRefundListReader } from './refund-list.ts';
import { taobaoMemberListReader } from './member-list.ts';
import { taobaoOrderDetailReader } from './order-detail.ts';
import { taobaoOrderDetailOldReader } from './order-detail-old.ts';
import { tmallOrderDetailOldReader } from './order-detail-tmall.ts';
import { taobaoReviewListReader } from './review-list.ts';
import { taobaoSoldListReader } from './sold-list.ts';
import { taobaoSoldListOldReader } from './sold-list-old.ts';

export const taobaoReaders: readonly PageReader[] = [
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
