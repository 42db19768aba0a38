/**
 * Coupons of a Taobao/Tmall shop: …/home.htm/coupon and …/bc-templates in the console, shell.mkt.taobao.com/coupon before it. What a
 * coupon is (name, 满600减220, face value, limit per person, times, 领取中 and 已结束) is known from two captured answers of 2024 and 2026
 * and a public tool; how the pages look is not, no saved one was at hand. A coupon is a row below captions, or a card around
 * terms; its values are found by the words that name them and by their own shape. The state is kept in the page's own words.
 */
import type { SeenCoupon } from '../../model/seen-coupon.ts';
import { listReading, type PageReader } from '../page-reader.ts';
import { captionsKey, readCaptions } from '../reading/caption-table.ts';
import { listedRecord, type ListedRecord } from '../reading/listed-record.ts';
import { controlsBeside } from '../reading/listed-records.ts';
import { piecesOf, plain } from '../reading/named-values.ts';
import { ReadError } from '../reading/read-error.ts';
import { agreed, wordsOf } from '../reading/record-values.ts';
import { couponRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { textOf } from '../reading/text.ts';
import { couponCards } from './coupon-cards.ts';
import { countOf, personLimitOf, termsIn, termsOf, usageOf } from './coupon-terms.ts';
import { couponChannels, couponNaming, PER_PERSON, STATE, type CouponField } from './coupon-words.ts';
import { taobaoShopHints } from './shop-hints.ts';

const NAME_CLASS = '[class*="coupon-name"], [class*="couponName"], [class*="coupon_name"], [class*="activity-name"]';
const HEADING = 'h1, h2, h3, h4, h5, h6';
const SCOPES: readonly [RegExp, NonNullable<SeenCoupon['scope']>][] = [
  [/店铺/, 'store'],
  [/商品/, 'item'],
];

type Coupon = ListedRecord<CouponField>;

export const taobaoCouponListReader: PageReader = {
  platform: 'taobao',
  page: 'coupon-list',
  matches: (url) =>
    (/^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
      /^\/home\.htm\/(coupon|bc-templates)(\/|$)/.test(url.pathname)) ||
    (url.hostname === 'shell.mkt.taobao.com' && /^\/coupon(\/|$)/.test(url.pathname)),
  read(document, memory) {
    const { body } = document;
    const captions = body ? readCaptions(body, couponNaming) : null;
    const inRows = [...(captions?.rows ?? [])].filter((row) => textOf(row) !== '');
    const roots = inRows.length > 0 || !body ? inRows : couponCards(body);
    const without = new Set(body ? controlsBeside(body, roots) : []);
    const reading = readRows(
      couponRows,
      roots,
      (root) => ({ value: readCoupon(listedRecord(root, couponNaming, { captions, without })), buyerElement: null }),
      memory,
      `coupon ${captionsKey(captions)}`,
    );
    return listReading('taobao', 'coupon-list', taobaoShopHints(document), 'coupons', reading);
  },
};

function readCoupon(record: Coupon): SeenCoupon {
  const name = nameOf(record);
  const lines = record.others.filter((line) => plain(line) !== name);
  const terms = termsOf(record, lines);
  const ids = record.textsOf('couponId').flatMap((text) => /^\d{5,40}$/.exec(plain(text))?.[0] ?? []);
  return {
    couponId: agreed(ids, 'coupon id'),
    name,
    scope: scopeOf(record),
    ...terms,
    personLimit: personLimitOf(record),
    ...usageOf(record),
    status: statusOf(record),
    totalCount: countOf(record, 'total'),
    claimedCount: countOf(record, 'claimed'),
  };
}

/** In its column or behind its label, by its class, else the one line that is nothing else. */
function nameOf(record: Coupon): string {
  const named = wordsOf(record, 'name', 'coupon name');
  if (named !== null) return named;
  const shown = (selector: string) =>
    record
      .all(selector)
      .map(textOf)
      .filter((text) => text !== '');
  const words = record.others.map(plain).filter(isName);
  const candidates = [
    shown(NAME_CLASS),
    shown(HEADING).filter((text) => words.includes(text)),
    words.filter((line) => !couponChannels.has(line)),
  ].find((each) => each.length > 0);
  if (new Set(candidates).size !== 1) throw new ReadError('coupon name');
  return candidates![0]!;
}

function isName(line: string): boolean {
  const { faces, thresholds } = termsIn(line);
  const isOther =
    STATE.test(line) || PER_PERSON.test(line) || /[¥￥]\s*\d|\d{4}[-./年]\d|^[\d.,\s元张]+$|领取后|限领/.test(line);
  return faces.length + thresholds.length === 0 && !isOther && !SCOPE_WORD.test(line) && !ACTION.test(line);
}

/** 店铺优惠券, 商品券: what kind, and no name. */
const SCOPE_WORD = /^(?:店铺|商品)(?:优惠)?券$/;
const ACTION = /^(?:修改|查看|编辑|删除|复制|数据|推广|结束|暂停|领券|详情|更多|获取链接|查看(?:数据|活动|详情))$/;

function statusOf(record: Coupon): string {
  if (record.isNamed('status')) {
    const status = wordsOf(record, 'status', 'coupon status', (piece) => STATE.test(piece));
    if (status !== null) return status;
  }
  const status = agreed(
    record.others.flatMap(piecesOf).filter((piece) => STATE.test(piece)),
    'coupon status',
  );
  if (status === null) throw new ReadError('coupon status');
  return status;
}

function scopeOf(record: Coupon): SeenCoupon['scope'] {
  const words = [...record.textsOf('scope'), ...record.others].map(plain);
  const said = words.filter((text) => SCOPE_WORD.test(text) || record.textsOf('scope').map(plain).includes(text));
  const scopes = new Set(said.flatMap((text) => SCOPES.find(([word]) => word.test(text))?.[1] ?? []));
  return scopes.size === 1 ? [...scopes][0]! : null;
}
