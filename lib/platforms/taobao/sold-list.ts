/**
 * Taobao/Tmall sold list in the new console: …/home.htm/trade-platform/tp/sold, one table per order, names masked.
 * The structure is certain, the classes of the cells are not known, so none are used.
 */
import { buyerOfNick, isMask } from '../../model/identity.ts';
import type { Order } from '../../model/order.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { layersOf, readBare } from '../reading/layers.ts';
import { ReadError } from '../reading/read-error.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { elementsReading, textOf, textPieces } from '../reading/text.ts';
import { columnsKey, readColumns, type Columns } from './columns.ts';
import { orderElements, readOrderTable, type BuyerPlaces } from './order-table.ts';
import { taobaoShopHints } from './shop-hints.ts';

const NICK_CLASS =
  '[class*="buyer-nick"], [class*="buyerNick"], [class*="buyer-name"], [class*="buyer_name"], [data-nick]';
const MASKED_NICK = /^[^\s*＊\d]{1,2}[*＊]{2,}[^\s*＊]?$/u;

export const taobaoSoldListReader: PageReader = {
  platform: 'taobao',
  page: 'order-list',
  matches: (url) =>
    /^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
    /^\/home\.htm\/trade-platform\/tp\/(sold|order)/.test(url.pathname),
  read(document, memory) {
    const layers = layersOf(document);
    const columns = document.body ? readColumns(document.body) : null;
    const elements = document.body ? orderElements(document.body, layers) : [];
    const reading = readRows(
      orderRows,
      elements,
      (element) => readBare(element, layers, (order) => readOrder(order, columns)),
      memory,
      columnsKey(columns),
    );
    return ordersReading('taobao', 'order-list', taobaoShopHints(document), reading);
  },
};

function readOrder(element: Element, columns: Columns | null): RowReading<Order> {
  const { table, places } = readOrderTable(element, columns);
  const nick = nickIn(element, places);
  return {
    value: { ...table, paidAt: null, buyer: buyerOfNick(nick?.text ?? null) },
    buyerElement: nick?.element ?? null,
  };
}

/** The nick by its class, or the one mask in its column or the head; a full name without a known place is not taken for one. */
function nickIn(order: Element, { cell, isInHead }: BuyerPlaces): { text: string; element: Element } | null {
  const named = [...order.querySelectorAll(NICK_CLASS)].find((element) => textOf(element) !== '');
  if (named) return { text: named.getAttribute('data-nick') ?? textOf(named), element: named };
  const masks = elementsReading(cell ?? order, MASKED_NICK, { maxLength: 8, sign: /[*＊]/ })
    .filter((element) => cell !== null || isInHead(element))
    .map((element) => ({ text: textOf(element), element }));
  const pieces = textPieces(cell ?? order).filter(({ element }) => cell !== null || isInHead(element));
  const found = masks.length > 0 ? masks : pieces.filter(({ text }) => MASKED_NICK.test(text));
  if (found.length > 1 || (found.length === 0 && pieces.some(({ text }) => isMask(text)))) throw new ReadError('buyer');
  return found[0] ?? null;
}
