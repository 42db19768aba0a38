/** The readers of JD's pages: one page, one reader. */
import type { PageReader } from '../page-reader.ts';
import { jdAfterSaleDetailReader } from './after-sale-detail.ts';
import { jdAfterSaleListReader } from './after-sale-list.ts';
import { jdChatReader } from './chat.ts';
import { jdChatLogReader } from './chat-log.ts';
import { jdDisputeListReader } from './dispute-list.ts';
import { jdHomeReader } from './home.ts';
import { jdOrderDetailReader } from './order-detail.ts';
import { jdOrderListReader } from './order-list.ts';

export const jdReaders: readonly PageReader[] = [
  jdOrderListReader,
  jdOrderDetailReader,
  jdAfterSaleListReader,
  jdAfterSaleDetailReader,
  jdDisputeListReader,
  jdHomeReader,
  jdChatReader,
  jdChatLogReader,
];
