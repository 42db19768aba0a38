/**
 * Taobao sold list, old page: trade.taobao.com/trade/itemlist/list_sold_items.htm, class names `name-mod__part___HASH`, full
 * nicks, and the first page of orders inline. Rows and inline data that name the same order must agree on its amount; the data
 * then adds the buyer's id and the deal prices. Rows are newer than the data, so their status counts.
 */
import { buyerOfNick, isMask } from '../../model/identity.ts';
import type { Order } from '../../model/order.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { layersOf, readBare } from '../reading/layers.ts';
import { ReadError } from '../reading/read-error.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { clean, textOf, textPieces } from '../reading/text.ts';
import { columnsKey, readColumns, type Columns } from './columns.ts';
import { buyerInData, skuIdOf, yuanIn } from './data-values.ts';
import { orderInData } from './data-order.ts';
import { inlineOrders, type InlineEntry, type InlineOrder } from './inline-data.ts';
import { orderElements, readOrderTable, type BuyerPlaces } from './order-table.ts';
import { taobaoShopHints } from './shop-hints.ts';
import { taobaoServiceTitles } from './status-labels.ts';

const NICK = '[class*="buyer-mod__name"], [class*="buyer-mod__buyer"] a, [data-nick]';

export const taobaoSoldListOldReader: PageReader = {
  platform: 'taobao',
  page: 'order-list',
  matches: (url) =>
    /^trade(archive)?\.(taobao|tmall)\.com$/.test(url.hostname) &&
    /\/itemlist\/(list_sold_items|listSoldItems)/.test(url.pathname),
  read(document, memory) {
    const layers = layersOf(document);
    const columns = document.body ? readColumns(document.body) : null;
    const elements = document.body ? orderElements(document.body, layers) : [];
    const data = inlineOrders(document);
    const inline = new Map(data.flatMap((entry) => ('lost' in entry ? [] : [[entry.id, entry] as const])));
    // Nothing painted yet (or saved unpainted): the data stands for the rows.
    const reading =
      elements.length > 0
        ? readRows(
            orderRows,
            elements,
            (element) => readBare(element, layers, (order) => readRow(order, columns, inline)),
            memory,
            columnsKey(columns),
          )
        : readRows(orderRows, data, (entry) => ({ value: orderOf(entry), buyerElement: null }), memory);
    return ordersReading('taobao', 'order-list', taobaoShopHints(document), reading);
  },
};

function readRow(
  element: Element,
  columns: Columns | null,
  inline: ReadonlyMap<string, InlineOrder>,
): RowReading<Order> {
  const { table, places } = readOrderTable(element, columns);
  const nick = nickIn(element, places);
  const shown = nick ? textOf(nick) : null;
  const data = inline.get(table.orderId);
  if (!data && !shown) throw new ReadError('buyer');
  if (!data) return { value: { ...table, paidAt: null, buyer: buyerOfNick(shown) }, buyerElement: nick };

  const dataFen = yuanIn(data.payInfo.actualFee, 'amount');
  if (table.amountFen !== null && table.amountFen !== dataFen) throw new ReadError('amount (page and data differ)');
  if (isOtherNick(shown, data.buyer.nick)) throw new ReadError('buyer (page and data differ)');
  return {
    value: {
      ...table,
      paidAt: null,
      amountFen: dataFen,
      buyer: buyerInData(data.buyer, shown),
      items: withData(table.items, data),
    },
    buyerElement: nick,
  };
}

/** By its class, or the one text in the column 买家. */
function nickIn(order: Element, { cell }: BuyerPlaces): Element | null {
  const named = [...order.querySelectorAll(NICK)].find((each) => textOf(each) !== '');
  if (named || !cell) return named ?? null;
  const pieces = textPieces(cell);
  if (pieces.length > 1) throw new ReadError('buyer');
  return pieces[0]?.element ?? null;
}

/** Two full nicks that differ; a mask is not held against the name that it hides. */
function isOtherNick(shown: string | null, inData: string | null | undefined): boolean {
  if (!shown || !inData || isMask(shown) || isMask(inData)) return false;
  return shown !== clean(inData);
}

/** @throws ReadError also for an entry that has not the known shape */
function orderOf(entry: InlineEntry): Order {
  if ('lost' in entry) throw new ReadError(entry.lost);
  return orderInData({ ...entry });
}

function goodsOf(data: InlineOrder): InlineOrder['subOrders'] {
  return data.subOrders.filter((line) => !taobaoServiceTitles.test(line.itemInfo.title));
}

/** The data says the deal price and the sku of each line; the page may show the list price in its place. */
function withData(items: Order['items'], data: InlineOrder): Order['items'] {
  const goods = goodsOf(data);
  if (goods.length !== items.length) throw new ReadError('order lines (page and data differ)');
  return items.map((item, index) => ({
    ...item,
    unitPriceFen: yuanIn(goods[index]!.priceInfo.realTotal, 'unit price'),
    skuId: skuIdOf(goods[index]!.itemInfo.skuId),
  }));
}
