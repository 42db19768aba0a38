/**
 * Taobao/Tmall sold list in the new console: …/home.htm/trade-platform/tp/sold, one table per order, names masked.
 * Facts: PLATFORM-TAOBAO section 2.5 (structure certain, cell classes unknown, so none are used).
 */
import { buyerOfNick, isMask, type Buyer } from '../../model/identity.ts';
import type { PageReader } from '../page-reader.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { elementsReading, textOf } from '../reading/text.ts';
import { columnsKey, readColumns, type Columns } from './columns.ts';
import { orderElements, readOrderTable } from './order-table.ts';
import { taobaoShopHints } from './shop-hints.ts';

const NICK_CLASS = '[class*="buyer-nick"], [class*="buyerNick"], [class*="buyer-name"], [class*="buyer_name"], [data-nick]';
const MASKED_NICK = /^[^\s*]{0,2}[*＊]{2,}[^\s*]{0,2}$/u;

export const taobaoSoldListReader: PageReader = {
  platform: 'taobao',
  page: 'order-list',
  matches: (url) =>
    /^(myseller|qn)\.taobao\.com$/.test(url.hostname) && /^\/home\.htm\/trade-platform\/tp\/(sold|order)/.test(url.pathname),
  read(document, memory) {
    const columns = document.body ? readColumns(document.body) : null;
    const elements = document.body ? orderElements(document.body) : [];
    const reading = readRows(elements, (element) => readOrder(element, columns), memory, columnsKey(columns));
    return {
      batch: {
        platform: 'taobao',
        page: 'order-list',
        shopHints: taobaoShopHints(document),
        orders: reading.rows.map((row) => row.order),
        chat: null,
        rejects: reading.rejects,
        health: reading.health,
      },
      rows: reading.rows,
      conversations: [],
      editor: null,
    };
  },
};

function readOrder(element: Element, columns: Columns | null): RowReading {
  const { isInHead, ...table } = readOrderTable(element, columns);
  const nick = nickElement(element, isInHead);
  return { order: { ...table, paidAt: null, buyer: buyerIn(nick) }, buyerElement: nick };
}

function nickElement(order: Element, isInHead: (element: Element) => boolean): Element | null {
  const named = [...order.querySelectorAll(NICK_CLASS)].find((element) => textOf(element) !== '');
  if (named) return named;
  const masked = elementsReading(order, MASKED_NICK, 8).filter(isInHead);
  return masked.length === 1 ? masked[0]! : null;
}

/** The new console shows masks; a full name without a known place is not taken for one. */
function buyerIn(element: Element | null): Buyer {
  if (!element) return buyerOfNick(null);
  const nick = element.getAttribute('data-nick') ?? textOf(element);
  return buyerOfNick(isMask(nick) || element.matches(NICK_CLASS) ? nick : null);
}
