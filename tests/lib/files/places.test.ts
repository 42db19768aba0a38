/** Of where orders go, province and city leave the reader of files, and nothing else of any address. */
import { expect, test } from 'vitest';
import { placeIn } from '../../../lib/platforms/reading/places.ts';
import { provinceNames } from '../../../lib/platforms/reading/place-names.ts';
import { csvOf, fileOf, importAll, jdNames, jdRow } from '../../support/export-files.ts';
import fc from '../../support/fast-check.ts';

/** A letter that no name has: whatever holds it is the rest of an address. */
const REST = 'Ж';

const anyStart = fc.constantFrom(
  '',
  '山东路',
  '示例省示例市',
  ...provinceNames.map(({ name, title }) => `${name}${title} `),
);
const anyCity = fc.constantFrom(
  '',
  '东路',
  ...provinceNames.flatMap(({ within }) => within.map((name) => name.replace('+', ''))),
);
const anyRest = fc.array(fc.constantFrom('街', '路', '1号', '栋', '市', '县', '*', ' ', '，', 'A'), { maxLength: 12 });
const anyAddress = fc
  .tuple(anyStart, anyCity, anyRest)
  .map(([start, city, rest]) => `${start}${city}${REST}${rest.join('')}${REST}`);

test('no other part of an address is in what a file comes to, of known buyers not even these', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAddress, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      async (addresses, isKnown) => {
        const rows = addresses.map((address, index) => [
          ...jdRow({ 订单号: String(3_400_070_000_015_838 + index), 下单帐号: isKnown ? 'jd_made_up_01' : '' }),
          address,
        ]);
        const { portions, summaries } = await importAll(fileOf('a.csv', csvOf([[...jdNames, '客户地址'], ...rows])));
        expect(JSON.stringify([portions, summaries])).not.toContain(REST);
        const places = portions.flatMap(({ orders }) => orders.map(({ place }) => place ?? null));
        expect(places).toEqual(addresses.map((address) => (isKnown ? null : placeIn(address))));
      },
    ),
    { numRuns: 30 },
  );
});

/** Of the orders that rows of Taobao come to; all rows are of one order. */
async function placesOf(...rows: readonly { nick: string; address: string; changed?: string }[]) {
  const names = ['订单编号', '订单创建时间', '买家会员名', '收货地址 ', '修改后的收货地址'];
  const cells = rows.map(({ nick, address, changed = '' }) => [
    '126520551000123457',
    '2026-05-01 11:00:00',
    nick,
    address,
    changed,
  ]);
  const { portions } = await importAll(fileOf('a.csv', csvOf([names, ...cells])));
  return portions.flatMap(({ orders }) => orders.map(({ place }) => place));
}

test.each([
  ['of the address', '浙江省 杭州市 余杭区 某街道1号(310000)', '', { province: '浙江', city: '杭州' }],
  ['of the changed address', '浙江省 杭州市', '上海 上海市 浦东新区', { province: '上海', city: null }],
  ['of the address where 否 says that it was not changed', '广东省', '否', { province: '广东', city: null }],
  ['none where the changed one is not certain', '广东省', '东路3号', undefined],
  ['none where it is a street', '山东路3号', '', undefined],
])('of an order whose nick is a mask a file tells province and city alone: %s', async (_, address, changed, place) => {
  expect(await placesOf({ nick: '晴**', address, changed })).toEqual([place]);
});

test('of an order whose rows go to different places it tells none', async () => {
  const rows = ['浙江省 杭州市', '浙江省 宁波市'].map((address) => ({ nick: '晴**', address }));
  expect(await placesOf(...rows)).toEqual([undefined]);
});

test('of a buyer whose nick is whole it tells none: who they are is known without it', async () => {
  expect(await placesOf({ nick: '晴天_2020', address: '浙江省 杭州市 余杭区' })).toEqual([undefined]);
});
