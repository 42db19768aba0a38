/**
 * The old page of one refund case of Taobao/Tmall: refund2…/dispute/detail.htm?disputeId=. The address names the case; its inline
 * data (`disputeData`) is known for parcels and addresses alone and not looked at. No saved page was at hand: values are found by
 * their labels, and the case's number must be that of the address. What the two sides wrote to each other and the parcel's way
 * are left out.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { listedRecord } from '../reading/listed-record.ts';
import { seamedLines } from '../reading/named-values.ts';
import { afterSaleRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { elementsReading } from '../reading/text.ts';
import { afterSaleNaming } from './after-sale-words.ts';
import { readCase } from './refund-case.ts';
import { taobaoShopHints } from './shop-hints.ts';

const ELSEWHERE =
  'nav, header, footer, textarea, [class*="negotiat"], [class*="message"], [class*="history"], [class*="receive"], [class*="logistics"], [class*="step"]';

export const taobaoRefundDetailReader: PageReader = {
  platform: 'taobao',
  page: 'after-sale-list',
  matches: (url) =>
    /^refund2\.(taobao|tmall)\.com$/.test(url.hostname) && /^\/dispute\/detail\.htm$/.test(url.pathname),
  read(document, memory, url) {
    const { body } = document;
    const addressed = /^\d{6,25}$/.exec(url.searchParams.get('disputeId') ?? '')?.[0];
    const caseIds = addressed === undefined ? [] : [addressed];
    const reading = readRows(
      afterSaleRows,
      body && isPainted(body) ? [body] : [],
      (root) => {
        const without = elsewhereIn(root);
        const record = listedRecord(root, afterSaleNaming, { captions: null, without });
        // What has no label is the state, and stands above the values that have one; below them people wrote.
        const others = afterSaleNaming.leading(seamedLines(root, { without }));
        return { value: readCase({ ...record, others }, { caseIds, orderIds: [] }), buyerElement: null };
      },
      memory,
      `case ${addressed}`,
    );
    return listReading('taobao', 'after-sale-list', taobaoShopHints(document), 'afterSales', reading);
  },
};

function elsewhereIn(body: Element): Set<Element> {
  return new Set([...body.querySelectorAll(ELSEWHERE), ...entriesIn(body)]);
}

/** The first line of an entry of what the sides did and said: who did what. */
const ACT =
  /^(?:买家|卖家|商家|系统|平台|客服|小二)\S{0,4}?(?:申请|同意|拒绝|发起了?|创建|修改|撤销|撤回|关闭|留言|上传|退货|发货|确认|回复|介入)/;

/** Entries that name values, such as an amount that was asked for before; what shows a number of the case is none. */
function entriesIn(body: Element): Element[] {
  const acts = elementsReading(body, ACT, { maxLength: 40, sign: /[买卖商系平客小]/ });
  return acts.flatMap((act) => {
    const valuesIn = (box: Element) => afterSaleNaming.labelledIn(seamedLines(box));
    let box = act;
    while (box !== body && valuesIn(box).size < 2) box = box.parentElement!;
    const values = valuesIn(box);
    return box === body || values.has('caseId') || values.has('orderId') ? [] : [box];
  });
}

/** Something of a case stands there: a number of it or of its order, and two values more. */
function isPainted(body: Element): boolean {
  const labelled = afterSaleNaming.labelledIn(seamedLines(body, { without: elsewhereIn(body) }));
  const has = (field: 'caseId' | 'orderId') => (labelled.get(field) ?? []).some((text) => /\d/.test(text));
  return (has('caseId') || has('orderId')) && labelled.size > 3;
}
