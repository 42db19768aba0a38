/**
 * Taobao sold list, old page: trade.taobao.com/trade/itemlist/list_sold_items.htm, class names `name-mod__part___HASH`, full
 * nicks, and the first page of orders inline. Facts: PLATFORM-TAOBAO sections 2.2 and 2.4. Rows and inline data that name the
 * same order must agree on its amount; the data then adds the buyer's id and the deal prices. Rows are newer than the data, so their status counts.
 */
import { buyerOfKey, buyerOfNick, type Buyer } from '../../model/identity.ts';
import { parseYuan } from '../../model/money.ts';
import type { Order } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import type { PageReader } from '../page-reader.ts';
import { ReadError } from '../reading/read-error.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { textOf } from '../reading/text.ts';
import { columnsKey, readColumns, type Columns } from './columns.ts';
import { inlineOrders, type InlineOrder } from './inline-data.ts';
import { orderElements, readOrderTable } from './order-table.ts';
import { taobaoShopHints } from './shop-hints.ts';
import { taobaoAfterSaleOf, taobaoServiceTitles, taobaoStatusOf } from './status-labels.ts';

const NICK = '[class*="buyer-mod__name"], [class*="buyer-mod__buyer"] a, [data-nick]';

export const taobaoSoldListOldReader: PageReader = {
  platform: 'taobao',
  page: 'order-list',
  matches: (url) => /^trade(archive)?\.(taobao|tmall)\.com$/.test(url.hostname) && /\/itemlist\/(list_sold_items|listSoldItems)/.test(url.pathname),
  read(document, memory) {
    const columns = document.body ? readColumns(document.body) : null;
    const elements = document.body ? orderElements(document.body) : [];
    const inline = new Map(inlineOrders(document).map((order) => [order.id, order] as const));
    // Nothing painted yet (or saved unpainted): the data stands for the rows.
    const reading =
      elements.length > 0
        ? readRows(elements, (element) => readRow(element, columns, inline), memory, columnsKey(columns))
        : readRows([...inline.values()], (order) => ({ order: orderOf(order), buyerElement: null }), memory);
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

function readRow(element: Element, columns: Columns | null, inline: ReadonlyMap<string, InlineOrder>): RowReading {
  const { isInHead: _, ...table } = readOrderTable(element, columns);
  const nickElement = [...element.querySelectorAll<HTMLElement>(NICK)].find((candidate) => textOf(candidate) !== '') ?? null;
  const shown = nickElement ? textOf(nickElement) : null;
  const data = inline.get(table.orderId);
  if (!data) return { order: { ...table, paidAt: null, buyer: buyerOfNick(shown) }, buyerElement: nickElement };

  if (table.amountFen !== null && table.amountFen !== parseYuan(data.payInfo.actualFee)) throw new ReadError('amount (page and data differ)');
  if (shown !== null && data.buyer.nick && data.buyer.nick !== shown) throw new ReadError('buyer (page and data differ)');
  const order: Order = { ...table, paidAt: null, amountFen: table.amountFen ?? parseYuan(data.payInfo.actualFee), buyer: buyerOf(data, shown) };
  return { order: { ...order, items: withData(order.items, data) }, buyerElement: nickElement };
}

function orderOf(data: InlineOrder): Order {
  const goods = data.subOrders.filter((line) => !taobaoServiceTitles.test(line.itemInfo.title));
  const freight = /[¥￥]\s*([\d.,]+)/.exec(data.payInfo.postType ?? '')?.[1];
  return {
    orderId: data.id,
    placedAt: parsePlatformTime(data.orderInfo.createTime),
    paidAt: null,
    status: taobaoStatusOf(data.statusInfo.text),
    amountFen: parseYuan(data.payInfo.actualFee),
    freightFen: freight ? parseYuan(freight) : null,
    buyer: buyerOf(data, null),
    items: goods.map((line) => ({
      title: line.itemInfo.title,
      quantity: Number(line.quantity),
      unitPriceFen: parseYuan(line.priceInfo.realTotal),
      skuId: skuIdOf(line.itemInfo.skuId),
      afterSale: taobaoAfterSaleOf((line.operations ?? []).map((operation) => operation.text ?? '')),
    })),
  };
}

/** The strongest id first: `encodeId`, then the numeric uid (safe integers only, a rounded one is none). */
function buyerOf({ buyer }: InlineOrder, shown: string | null): Buyer {
  const nick = buyer.nick ?? shown;
  const uid = typeof buyer.id === 'number' ? (Number.isSafeInteger(buyer.id) && buyer.id > 0 ? String(buyer.id) : null) : /^\d+$/.test(buyer.id ?? '') ? buyer.id! : null;
  const key = buyer.encodeId || uid;
  return key ? buyerOfKey(key, nick ?? key) : buyerOfNick(nick);
}

function skuIdOf(skuId: number | string | null | undefined): string | null {
  const id = String(skuId ?? '');
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)) ? id : null;
}

/** The data says the deal price and the sku of each line; the page may show the list price in its place. */
function withData(items: Order['items'], data: InlineOrder): Order['items'] {
  const goods = data.subOrders.filter((line) => !taobaoServiceTitles.test(line.itemInfo.title));
  if (goods.length !== items.length) return items;
  return items.map((item, index) => ({
    ...item,
    unitPriceFen: parseYuan(goods[index]!.priceInfo.realTotal),
    skuId: skuIdOf(goods[index]!.itemInfo.skuId),
  }));
}
