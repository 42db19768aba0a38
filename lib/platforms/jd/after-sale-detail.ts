/**
 * JD's page of one after-sale case: …/independent-after-sale/detail?afsServiceId=…, read as a list of one. Certain: the address and its
 * number (three public tools, 2026); of the page itself nothing, so all of it is found by labels. The address must not name another case.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { isWithin, recordRoots } from '../reading/records.ts';
import { afterSaleRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { elementsReading, HAN, linesOf } from '../reading/text.ts';
import { afterSaleKind } from './after-sale-list.ts';
import { readCase } from './case-fields.ts';
import { noCases, overlaysOf, scopeOf } from './case-rows.ts';
import { jdShopHints } from './shop-hints.ts';

const { fields, linkParameter } = afterSaleKind;
const KINDS = Object.values(fields).map(
  ({ labels }) => new RegExp(String.raw`(?<![${HAN}])(?:${labels.join('|')})`, 'u'),
);
const CASE_ID = new RegExp(String.raw`^(?:(?:${fields.caseId.labels.join('|')})\s*[:：]?\s*)?\d{7,12}(?!\d)`);

export const jdAfterSaleDetailReader: PageReader = {
  platform: 'jd',
  page: 'after-sale-list',
  matches: (url) =>
    url.hostname === 'shop.jd.com' &&
    /^\/jdm\/trade\/after-sale\/independent-after-sale\/detail\/?$/i.test(url.pathname),
  read(document, memory, url) {
    const addressed = url.searchParams.get(linkParameter);
    const { body } = document;
    const rows = body && showsACase(body) ? [body] : [];
    const read = readRows(
      afterSaleRows,
      rows,
      (root) => readCase(scopeOf(caseRoot(root), noCases, afterSaleKind), addressed),
      memory,
      // The same element shows another case once the address names another.
      `case ${addressed}`,
    );
    return listReading('jd', 'after-sale-list', jdShopHints(document), 'afterSales', read);
  },
};

/** Two of: a number of a case and one of an order, a time, an amount that is paid back. A page that still loads has its labels. */
function showsACase(body: Element): boolean {
  const text = linesOf(body, { without: overlaysOf(body) }).join('\n');
  if (!new RegExp(fields.caseId.labels.join('|')).test(text)) return false;
  const signs = [
    /(?<!\d)\d{10}(?!\d)/,
    /(?<!\d)\d{16}(?!\d)/,
    /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/,
    /退款.{0,4}\s*[:：]?\s*[¥￥]\s*\d/,
  ];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}

/** The smallest piece of the page around the case's number with every kind of label that the page has. */
function caseRoot(body: Element): Element {
  const without = overlaysOf(body);
  const shown = elementsReading(body, CASE_ID, { maxLength: 60, without, sign: /\d/ });
  const kindsIn = (root: Element) => {
    const lines = linesOf(root, { without });
    return KINDS.filter((kind) => lines.some((line) => kind.test(line))).length;
  };
  const all = kindsIn(body);
  const sightings = shown.filter((element) => !isWithin(element, without)).map((element) => ({ id: '', element }));
  return recordRoots(sightings, body, (root) => kindsIn(root) === all).get('') ?? body;
}
