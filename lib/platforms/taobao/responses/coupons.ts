/**
 * Coupons of a Taobao/Tmall shop: shell.mkt.taobao.com `coupon/getActivities` and `coupon/getList`, known from captured records of both
 * kinds. `amountYuan` and `startFeeYuan` are yuan, `feature.amount` and `feature.startFee` fen; where both are there they must agree.
 */
import { parseYuan, type Fen } from '../../../model/money.ts';
import type { SeenCoupon } from '../../../model/seen-coupon.ts';
import {
  agreed,
  codeIn,
  countIn,
  fenOfYuan,
  fieldsOf,
  instantIn,
  isNone,
  textIn,
  type Fields,
} from '../../reading/fields.ts';
import { parsed, ReadError } from '../../reading/read-error.ts';
import { couponRows } from '../../reading/row-kinds.ts';
import { listAt, listBySign } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';

const LIST_PATHS = ['model.dataList', 'data.dataList', 'data.data', 'data.list', 'dataList'];

export const taobaoCouponsResponse: ResponseReader = {
  platform: 'taobao',
  page: 'coupon-list',
  matches: (url) => isCall(observedCalls.taobaoCoupons, url),
  read(value) {
    const records = listAt(value, LIST_PATHS) ?? listBySign(value, isCoupon);
    if (!records) return lostBatch('taobao', 'coupon-list', 'coupon list');
    return rowsBatch(this, 'coupons', { records, rowKind: couponRows, read: readCoupon });
  },
};

function isCoupon(record: Fields): boolean {
  return 'couponType' in record && ('amountYuan' in record || 'templateCode' in record);
}

const scopes: Readonly<Record<string, SeenCoupon['scope']>> = { 0: 'store', 1: 'item' };

function readCoupon(row: Fields): SeenCoupon {
  const feature = fieldsOf(row.feature);
  const scope = codeIn(row.couponType);
  const [saidThresholdFen, saidFaceFen] = amountsSaid(row.threshold);
  const faceValueFen = agreed(
    [fenOfYuan(row.amountYuan, 'face value'), fenIn(feature.amount, 'face value'), saidFaceFen],
    'face value',
  );
  if (faceValueFen === null) throw new ReadError('face value');
  const startsAt = instantIn(row.startTime, 'time of use');
  const endsAt = instantIn(row.endTime, 'time of use');
  if (startsAt !== null && endsAt !== null && endsAt < startsAt) throw new ReadError('time of use');
  return {
    couponId: couponIdIn(row.templateCode),
    name: nameOf(row.name),
    scope: Object.hasOwn(scopes, scope) ? scopes[scope]! : null,
    faceValueFen,
    thresholdFen: row.unConditional === true ? 0 : thresholdOf(row, feature, saidThresholdFen),
    personLimit: limitOf(row.personLimit),
    startsAt,
    endsAt,
    status: statusOf(row),
    totalCount: countIn(row.totalCount, 'number of coupons'),
    claimedCount: countIn(row.applyCount, 'number of coupons'),
  };
}

function thresholdOf(row: Fields, feature: Fields, saidFen: Fen | null): Fen {
  const thresholdFen = agreed(
    [fenOfYuan(row.startFeeYuan, 'threshold'), fenIn(feature.startFee, 'threshold'), saidFen],
    'threshold',
  );
  if (thresholdFen === null) throw new ReadError('threshold');
  return thresholdFen;
}

/** A whole number of fen, as a text. */
function fenIn(value: unknown, what: string): Fen | null {
  return countIn(value, what);
}

const SAID = /^满\s*([\d,.]+)\s*元?\s*减\s*([\d,.]+)\s*元?$/;

/** "满600减220" -> threshold and face value; nothing for another text. */
function amountsSaid(threshold: unknown): [Fen | null, Fen | null] {
  const match = SAID.exec(textIn(threshold));
  if (!match) return [null, null];
  return [parsed('threshold', () => parseYuan(match[1]!)), parsed('face value', () => parseYuan(match[2]!))];
}

/** A number that JSON has rounded, or one behind a mask, tells nothing; the coupon is known by its name and amounts then. */
function couponIdIn(value: unknown): string | null {
  const id = typeof value === 'string' || Number.isSafeInteger(value) ? codeIn(value) : '';
  return /^\d{1,40}$/.test(id) ? id : null;
}

function nameOf(value: unknown): string {
  const name = textIn(value).slice(0, 100);
  if (name === '') throw new ReadError('coupon name');
  return name;
}

/** -1 stands for any number. */
function limitOf(value: unknown): number | null {
  if (isNone(value) || codeIn(value) === '-1') return null;
  const limit = countIn(value, 'limit per person');
  if (limit === 0) throw new ReadError('limit per person');
  return limit;
}

function statusOf(row: Fields): string {
  const status = textIn(fieldsOf(row.statusDesc).label);
  if (status === '') throw new ReadError('coupon status');
  return status.slice(0, 40);
}
