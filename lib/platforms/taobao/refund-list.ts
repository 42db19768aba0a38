/**
 * Taobao/Tmall refunds: the list of the new console (…/trade-platform/refund-list) and the old one (refund2…/sellerDisputeList.htm).
 * Of the new list a link text 订单号：… and a span 退款编号：… in rows `next-table-row` are known from public scripts of 2022 to 2026;
 * of the old one the box `disputelist-sellerGridBodyContainer`, with the order's number in the third `li em` of what is around it and a link to
 * the case. The texts of states are those of the open platform. No saved page was at hand: everything else is found by the words that
 * name it.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { listedRecord, type ListedRecord } from '../reading/listed-record.ts';
import { listedRecords, noRecords } from '../reading/listed-records.ts';
import { plain } from '../reading/named-values.ts';
import { afterSaleRows } from '../reading/row-kinds.ts';
import { readRows, RowMemory } from '../reading/rows.ts';
import { textOf } from '../reading/text.ts';
import { afterSaleNaming, afterSaleStatusOf, afterSaleTypes, type AfterSaleField } from './after-sale-words.ts';
import { readCase } from './refund-case.ts';
import { taobaoShopHints } from './shop-hints.ts';

const OLD_ROW = '.disputelist-sellerGridBodyContainer';
const ORDER_ID = /^\d{15,20}$/;
const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?$/;
const CASE_LINK = { selector: 'a[href*="disputeId="]', id: /[?&]disputeId=(\d{6,25})(?!\d)/ };

const cases = {
  naming: afterSaleNaming,
  idField: 'caseId',
  id: /(?<!\d)(\d{6,25})(?!\d)/,
  labelledId: /(?<![\u4e00-\u9fff])(?:退款编号|退款单号|售后编号|售后单号|售后单编号)\s*[:：]?\s*(\d{6,25})(?!\d)/,
  isWord: (piece: string) => afterSaleTypes.has(piece) || afterSaleStatusOf(piece) !== 'unknown',
  idLink: CASE_LINK,
  mark: /(?:申请时间|退款金额|订单号|订单编号)\s*[:：]?\s*[¥￥]?\s*\d/,
} as const;

export const taobaoRefundListReader: PageReader = {
  platform: 'taobao',
  page: 'after-sale-list',
  matches: (url) =>
    (/^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
      /^\/home\.htm\/trade-platform\/(tp\/)?refund-list\/?$/.test(url.pathname)) ||
    (/^refund2\.(taobao|tmall)\.com$/.test(url.hostname) && /^\/dispute\/sellerDisputeList\.htm$/.test(url.pathname)),
  read(document, memory) {
    const { body } = document;
    const list = body ? listedRecords(body, cases) : noRecords;
    const reading = readRows(
      afterSaleRows,
      list.records,
      (root) => {
        const record = listedRecord(root, afterSaleNaming, { ...list, row: list.rowOf.get(root) });
        return { value: readCase(record, numbersIn(record)), buyerElement: null };
      },
      // Whoever watches the page forgets the head of a record that changed, but not for a row apart from it.
      list.rowOf.size > 0 ? new RowMemory() : memory,
      `case ${list.key}`,
    );
    return listReading('taobao', 'after-sale-list', taobaoShopHints(document), 'afterSales', reading);
  },
};

/** The case's number in the link to it; the order's in its place on the old list. */
function numbersIn({ all, others }: ListedRecord<AfterSaleField>): { caseIds: string[]; orderIds: string[] } {
  const links = all(CASE_LINK.selector).map((link) => link.getAttribute('href') ?? '');
  const caseIds = links.flatMap((link) => CASE_LINK.id.exec(link)?.[1] ?? []);
  const third = all(OLD_ROW).length > 0 ? all('li em')[2] : undefined;
  const inItsPlace = third && ORDER_ID.test(textOf(third)) ? [textOf(third)] : [];
  const lines = others.map(plain);
  // Head lines: the case's number, a time, the order's number.
  const behindTime = lines.filter(
    (line, index) =>
      ORDER_ID.test(line) && TIME.test(lines[index - 1] ?? '') && caseIds.includes(lines[index - 2] ?? ''),
  );
  return { caseIds, orderIds: [...inItsPlace, ...behindTime] };
}
