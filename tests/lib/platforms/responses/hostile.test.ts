/** Answers that are broken or made to hurt: no exception, no hang, every loss counted, nobody's address let through. */
import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { CaptureBatch } from '../../../../lib/model/capture.ts';
import { readResponse, responseReaders } from '../../../../lib/platforms/responses/read-response.ts';
import { decodePage } from '../../../../scripts/liuke/read.ts';
import * as make from '../../../support/make-answers.ts';
import { threadMs } from '../../../support/thread-ms.ts';

const { answerUrls, PERSONAL } = make;
const counters = { code: 200, data: { realSchedules: [{ data: [{ id: 3002, value: '3' }] }] } };

const answers: readonly { url: string; value: unknown }[] = [
  { url: answerUrls.jdOrders, value: make.jdOrderPage(make.jdOrder(), make.jdOrder({ orderId: '3500080000010021' })) },
  { url: answerUrls.jdCases, value: make.jdCasePage(make.jdCase()) },
  { url: answerUrls.jdCounters, value: counters },
  { url: answerUrls.jdAccount, value: { code: 200, data: { pin: 'shop_a', venderId: '10001' } } },
  { url: answerUrls.taobaoOrders, value: make.soldList(make.soldOrder()) },
  { url: answerUrls.taobaoCases, value: make.disputeList(make.dispute()) },
  { url: answerUrls.taobaoReviews, value: make.rateList(make.rate()) },
  { url: answerUrls.taobaoCoupons, value: make.couponList(make.coupon()) },
];

test('there is an answer for every reader', () => {
  for (const reader of responseReaders) expect(answers.some(({ url }) => reader.matches(new URL(url)))).toBe(true);
});

function timed(url: string, text: string): [CaptureBatch, number] {
  const start = threadMs();
  const batch = readResponse(new URL(url), text);
  return [batch, threadMs() - start];
}

/** Reads it and holds what comes against everything that must be true of any reading. */
function readSafely(url: string, text: string): number {
  const [batch, firstMs] = timed(url, text);
  // The collector may come by at one reading, not at the same one three times.
  const tookMs = firstMs < 50 ? firstMs : Math.min(firstMs, timed(url, text)[1], timed(url, text)[1]);
  const { orders, afterSales, reviews, coupons, health, rejects } = batch;
  const rows = [orders, afterSales, reviews, coupons, batch.counters].flat();
  if (rows.length !== health.read) throw new Error(`${health.read} said to be read, ${rows.length} are there`);
  if (health.rows - health.read > 0 && rejects.length === 0) throw new Error('a loss without a reject');
  if (rejects.length > health.rows - health.read + 1) throw new Error('more rejects than losses');
  if (rejects.some(({ what }) => what.length > 120 || what.includes(PERSONAL))) throw new Error('a reject that tells');
  if (JSON.stringify(batch).includes(PERSONAL)) throw new Error('what is personal got through');
  return tookMs;
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    2 ** 60,
    0.1 + 0.2,
    true,
    [],
    {},
    [[]],
    '9'.repeat(5000),
    '<script>',
    '\ud800',
    '￥',
    '-1',
    'NaN',
  ),
  fc.constantFrom<unknown>(
    { length: 7 },
    { toString: 1 },
    { __proto__: null, id: '1' },
    ['1', '1'],
    '1e5',
    '0x10',
    ' 12 ',
    '１２',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A copy of a value in which some places, by number, hold something else, or are gone. */
function damaged(value: unknown, places: ReadonlyMap<number, unknown>): unknown {
  let place = 0;
  const copy = (part: unknown): unknown => {
    place += 1;
    if (places.has(place)) return places.get(place);
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, copy(each)]));
  };
  return copy(value);
}

describe.each(answers)('answers of $url', ({ url, value }) => {
  const text = JSON.stringify(value);
  const bytes = new TextEncoder().encode(text);

  test('700 with other values in their places', { timeout: 60_000 }, () => {
    const slow: number[] = [];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), junk), { minLength: 1, maxLength: 5 }),
        (places) => {
          slow.push(readSafely(url, JSON.stringify(damaged(value, new Map(places)))));
        },
      ),
      { numRuns: 700, seed: 11 },
    );
    expect(Math.max(...slow)).toBeLessThan(200);
  });

  test('550 with other bytes in their places', { timeout: 60_000 }, () => {
    const slow: number[] = [];
    const change = fc.tuple(
      fc.nat({ max: bytes.length - 1 }),
      fc.nat({ max: 255 }),
      fc.constantFrom('put', 'cut', 'add'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const broken = [...bytes];
        for (const [at, byte, how] of changes)
          broken.splice(at, how === 'add' ? 0 : 1, ...(how === 'cut' ? [] : [byte]));
        slow.push(readSafely(url, decodePage(Uint8Array.from(broken))));
      }),
      { numRuns: 550, seed: 12 },
    );
    expect(Math.max(...slow)).toBeLessThan(200);
  });

  test('12 that are too much of something', () => {
    const long = '长'.repeat(200_000);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const body of [
      deep,
      '{"a":'.repeat(50_000),
      `{"data":${deep}}`,
      `{"code":200,"data":{"results":${deep},"content":${deep}},"mainOrders":${deep}}`,
      text.replaceAll(/"[^"]{2,6}"(?=[,}\]])/g, JSON.stringify(long.slice(0, 20_000))),
      `cb(${text}`,
      `${'('.repeat(100_000)}${text}`,
      ' '.repeat(1_000_000),
      `cb(${' '.repeat(1_000_000)}x`,
      `cb(${' ) '.repeat(300_000)}`,
      text.slice(0, -20),
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${text.slice(1)}`,
    ])
      expect(readSafely(url, body)).toBeLessThan(200);
    expect((Object.prototype as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
