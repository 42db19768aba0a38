/**
 * JD's list of after-sale cases: shop.jd.com/jdm/trade/after-sale/independent-after-sale/list. Certain: the address, the tabs, the names of the
 * console's own record (three public tools, 2024 to 2026); that rows carry 服务单号 and 订单号 in words (one public tool, 2026). Whether
 * it is a table or cards, and its class names, is not known: everything is found by captions and labels.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { afterSaleRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { readCase } from './case-fields.ts';
import { afterSaleFields } from './case-labels.ts';
import { caseTable, noCases, scopeOf, type CaseKind } from './case-rows.ts';
import { jdShopHints } from './shop-hints.ts';

export const afterSaleKind: CaseKind = {
  fields: afterSaleFields,
  idDigits: 10,
  linkParameter: 'afsServiceId',
  type: null,
};

export const jdAfterSaleListReader: PageReader = {
  platform: 'jd',
  page: 'after-sale-list',
  matches: (url) =>
    url.hostname === 'shop.jd.com' && /^\/jdm\/trade\/after-sale\/independent-after-sale\/list\/?$/i.test(url.pathname),
  read(document, memory) {
    const { body } = document;
    const table = body ? caseTable(body, afterSaleKind) : noCases;
    const read = readRows(
      afterSaleRows,
      table.rows,
      (row) => readCase(scopeOf(row, table, afterSaleKind)),
      memory,
      `cases ${table.captions.join('|')}`,
    );
    return listReading('jd', 'after-sale-list', jdShopHints(document), 'afterSales', read);
  },
};
