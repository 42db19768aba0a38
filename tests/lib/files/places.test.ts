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
