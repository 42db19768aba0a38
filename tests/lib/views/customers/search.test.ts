import { beforeEach, describe, expect, test } from 'vitest';
import { openCustomerIds } from '../../../../lib/pipeline/customer-id.ts';
import { ingest } from '../../../../lib/pipeline/ingest.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { readMaskedOrders, search } from '../../../../lib/views/customers/search.ts';
import { makeOrder, makeOrders, masked, probable, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

let db: LiukeDatabase;
beforeEach(async () => {
  db = openTestDatabase();
  const orders = [
    makeOrder({ orderId: '3090112233448831', buyer: stable('WD_Sunshine') }),
    makeOrder({ orderId: '3090112233440000', buyer: stable('WD_Sunshine') }),
    makeOrder({ orderId: '3090112233441234', buyer: stable('sun_moon') }),
    makeOrder({ orderId: '3090112233445678', buyer: probable('李小明的店') }),
    makeOrder({ orderId: '3090112233449999', buyer: stable('8831_club') }),
    makeOrder({ orderId: '3090112233447777', buyer: masked }),
  ];
  await ingest(db, await openCustomerIds(db), makeReport(orders));
});

const found = async (query: string, limit?: number) =>
  (await search(db, query, limit)).map(({ customer, orderId }) => [customer.display, orderId]);

describe('looking up by nick', () => {
  test('finds what begins with the words before what contains them', async () => {
    expect(await found('sun')).toEqual([
      ['sun_moon', null],
      ['WD_Sunshine', null],
    ]);
  });

  test.each(['wd_sun', 'WD_SUN', ' Wd_Sun '])('finds %j whatever the case', async (query) => {
    expect(await found(query)).toEqual([['WD_Sunshine', null]]);
  });

  test('finds Chinese names at the beginning and inside', async () => {
    expect(await found('李')).toEqual([['李小明的店', null]]);
    expect(await found('小明')).toEqual([['李小明的店', null]]);
  });

  test.each(['lx', 'LXM'])('finds a Chinese name by its initials: %s', async (query) => {
    expect(await found(query)).toEqual([['李小明的店', null]]);
  });

  test.each(['l', 'xm', 'lxz', 'l8'])('finds none by %s, which is not how one begins', async (query) => {
    expect(await found(query)).toEqual([]);
  });

  test('looks inside only from two characters on', async () => {
    expect(await found('u')).toEqual([]);
    expect(await found('un')).toHaveLength(2);
  });

  test.each(['', '   ', '没有这个人', '%', '.*', '__proto__'])('finds nobody by %j', async (query) => {
    expect(await found(query)).toEqual([]);
  });
});

describe('looking up by order', () => {
  test.each(['3090112233448831', '448831'])('finds the buyer by %s, and says by which order', async (query) => {
    expect(await found(query)).toEqual([['WD_Sunshine', '3090112233448831']]);
  });

  test('puts the order before a nick of the same digits', async () => {
    expect(await found('8831')).toEqual([
      ['WD_Sunshine', '3090112233448831'],
      ['8831_club', null],
    ]);
  });

  test('takes four digits for a tail, not three, and not the beginning', async () => {
    expect(await found('831')).not.toContainEqual(['WD_Sunshine', '3090112233448831']);
    expect(await found('30901122')).toEqual([]);
  });

  test.each(['3090112233447777', ' 7777 '])(
    'of a mask finds nobody in particular by %j, but the order',
    async (query) => {
      expect(await found(query)).toEqual([]);
      expect((await readMaskedOrders(db, query, 5)).map(({ orderId }) => orderId)).toEqual(['3090112233447777']);
    },
  );

  test('of a mask is found by four digits and more, within the limit, and never for one who is known', async () => {
    expect(await readMaskedOrders(db, '777', 5)).toEqual([]);
    expect(await readMaskedOrders(db, '7777', 0)).toEqual([]);
    expect(await readMaskedOrders(db, '448831', 5)).toEqual([]);
  });

  test('finds the one known buyer behind many masks', async () => {
    const tail = (index: number) => `${1_000_000_000 + index}558899`;
    const orders = makeOrders(30, (index) => ({
      orderId: tail(index),
      buyer: index === 29 ? stable('known') : masked,
    }));
    await ingest(db, await openCustomerIds(db), makeReport(orders));
    expect(await found('558899', 5)).toEqual([['known', tail(29)]]);
  });
});

describe('the limit', () => {
  beforeEach(async () => {
    const orders = makeOrders(30, (index) => ({
      orderId: String(4_000_000_000_000_000 + index),
      buyer: stable(index < 15 ? `star_${index}` : `my_star_${index}`),
    }));
    await ingest(db, await openCustomerIds(db), makeReport(orders));
  });

  test.each([1, 5, 20])('of %i holds, beginnings first', async (limit) => {
    const names = (await found('star', limit)).map(([name]) => name!);
    expect(names).toHaveLength(limit);
    expect(names.filter((name) => name.startsWith('star')).length).toBe(Math.min(limit, 15));
  });

  test('leaves everyone in when there is room, each once', async () => {
    const names = (await found('star', 100)).map(([name]) => name);
    expect(names).toHaveLength(30);
    expect(new Set(names).size).toBe(30);
  });
});
