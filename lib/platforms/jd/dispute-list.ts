/**
 * JD's list of disputes that JD decides (纠纷单): shop.jd.com/jdm/trade/after-sale/trade-dispute/list. Certain: the address, the tabs, that
 * every dispute is a row of a table that begins with its number and the order's (one family of public tools, 2026). Captions and cells are
 * not known and found by their words. The time left (还剩 X天 Y小时 Z分) is passed over: tomorrow it is another.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { afterSaleRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { readCase } from './case-fields.ts';
import { disputeFields } from './case-labels.ts';
import { caseTable, noCases, scopeOf, type CaseKind } from './case-rows.ts';
import { jdShopHints } from './shop-hints.ts';

const disputeKind: CaseKind = { fields: disputeFields, idDigits: 8, linkParameter: 'arbitId', type: '纠纷' };

export const jdDisputeListReader: PageReader = {
  platform: 'jd',
  page: 'after-sale-list',
  matches: (url) =>
    url.hostname === 'shop.jd.com' && /^\/jdm\/trade\/after-sale\/trade-dispute\/list\/?$/i.test(url.pathname),
  read(document, memory) {
    const { body } = document;
    const table = body ? caseTable(body, disputeKind) : noCases;
    const read = readRows(
      afterSaleRows,
      table.rows,
      (row) => readCase(scopeOf(row, table, disputeKind)),
      memory,
      `disputes ${table.captions.join('|')}`,
    );
    return listReading('jd', 'after-sale-list', jdShopHints(document), 'afterSales', read);
  },
};
