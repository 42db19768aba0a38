/** Pages that are broken or made to hurt: no exception, no time out of proportion, nobody else's amount. */
import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { documentOf, fixtures, loadFixture } from '../../support/load-fixture.ts';
import { idOf, longLists, longPage } from '../../support/long-page.ts';

const lists = longLists.map((list) => ({ ...loadFixture(list.name), ...list }));

/** Milliseconds of this thread alone, for the machine may be busy; the better of two: at the first the tests' DOM is asked for the first time. */
function timeOf(run: () => void): number {
  return Math.min(
    ...[1, 2].map(() => {
      const before = process.threadCpuUsage();
      run();
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

/** Eight times as much page takes about eight times as long; what grows with the square takes sixty-four times. */
function expectGrowthInProportion(documentOfSize: (size: number) => Document, url: string, size: number): void {
  const [small, large] = [size, size * 8].map((each) => {
    const document = documentOfSize(each);
    return timeOf(() => readPage(document, new URL(url)));
  }) as [number, number];
  expect(large).toBeLessThan(Math.max(small, 5) * 24);
}

describe.each(lists)('$name', (list) => {
  const { url } = list;

  test('takes time in proportion to its orders', { timeout: 60_000 }, () => {
    expect(readPage(longPage(list, 40), new URL(url)).batch.health).toEqual({ rows: 40, read: 40 });
    expectGrowthInProportion((count) => longPage(list, count), url, 20);
  });

  test('takes time in proportion to the elements around its orders', { timeout: 60_000 }, () => {
    const crowded = (count: number) => {
      const document = longPage(list, 2);
      // In boxes of few: the tests' DOM looks for the next sibling among all of them.
      const box = (index: number) => `<div><span>¥${index}.00</span><i>x${index}</i><div></div><b>单价</b></div>`;
      const boxes = Array.from({ length: count / 50 }, (_, index) => `<section>${box(index).repeat(50)}</section>`);
      document.body.insertAdjacentHTML('beforeend', boxes.join(''));
      return document;
    };
    expect(readPage(crowded(4000), new URL(url)).batch.health).toEqual({ rows: 2, read: 2 });
    expectGrowthInProportion(crowded, url, 250);
  });

  // The tests' DOM itself recurses and ends at about 2,000; the command reads 5,000, a real browser's parser stops at 512.
  test('is read 1,000 levels deep, with other elements at every level', { timeout: 60_000 }, () => {
    const deep = (levels: number) => {
      const document = longPage(list, 2);
      const inside = [...document.body.childNodes];
      let top = document.createElement('div');
      top.append(...inside);
      for (let level = 0; level < levels; level += 1) {
        const next = document.createElement(level % 2 ? 'div' : 'span');
        const sibling = document.createElement('p');
        sibling.textContent = '广告';
        next.append(sibling, top);
        top = next as HTMLDivElement;
      }
      document.body.append(top);
      return document;
    };
    expect(readPage(deep(1000), new URL(url)).batch.health).toEqual({ rows: 2, read: 2 });
    expectGrowthInProportion(deep, url, 100);
  });

  test('is read beside and with texts of 200 kB', { timeout: 60_000 }, () => {
    for (const text of [
      '9'.repeat(200_000),
      '¥'.repeat(200_000),
      '¥1,'.repeat(70_000),
      ' \n'.repeat(100_000),
      '订单号 '.repeat(50_000),
      '2026-11-23 10:00:00 '.repeat(10_000),
    ]) {
      const beside = longPage(list, 2);
      beside.body.append(beside.createElement('p'));
      beside.body.lastElementChild!.textContent = text;
      expect(readPage(beside, new URL(url)).batch.orders).toHaveLength(2);

      for (const place of ['a', 'span', 'td, [prop], .r10', 'p, .s58']) {
        const within = longPage(list, 2);
        const element = within.querySelector(list.order)!.querySelector(place);
        if (element) element.textContent = text;
        const { orders, rejects } = readPage(within, new URL(url)).batch;
        expect(orders.length + rejects.length).toBeLessThanOrEqual(2);
        for (const { what } of rejects) expect(what.length).toBeLessThanOrEqual(120);
      }
    }
  });
});

describe('an order never takes the amount of another', () => {
  const amountOf = (index: number) => 1000 + index;
  const whole = [
    loadFixture('jd/order-list--classes-renamed'),
    loadFixture('jd/order-list--cancelled-after-payment'),
    loadFixture('taobao/sold-list--one-order-alone'),
    loadFixture('taobao/sold-list-old--page-only'),
  ];
  const orderOf = { jd: '.k3f, .card', taobao: '.next-table-row, .trade-order-main' };

  test.each(whole)('$name: whatever is missing from its neighbours', ({ html, url, expected }) => {
    const platform = expected.platform!;
    const known = expected.orders![0]!;
    const yuan = (known.amountFen! / 100).toFixed(2);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 6 }), (holes) => {
        const document = documentOf(html);
        const original = document.querySelector(orderOf[platform])!;
        for (const other of document.querySelectorAll(orderOf[platform])) if (other !== original) other.remove();
        holes.forEach((hole, index) => {
          const copy = original.cloneNode(true) as Element;
          const leaves = [...copy.querySelectorAll('*')].filter((each) => each.children.length === 0);
          copy.innerHTML = copy.innerHTML.replaceAll(known.orderId, idOf(known.orderId, index));
          const named = [...copy.querySelectorAll('[prop="receivables"], .r10, td:nth-last-child(2), td:last-child')];
          for (const cell of named)
            cell.innerHTML = cell.innerHTML.replaceAll(yuan, (amountOf(index) / 100).toFixed(2));
          [...copy.querySelectorAll('*')].filter((each) => each.children.length === 0)[hole % leaves.length]?.remove();
          original.before(copy);
        });
        original.remove();
        for (const order of readPage(document, new URL(url)).batch.orders) {
          if (order.amountFen === null || order.amountFen === known.amountFen) continue;
          const index = Number(order.orderId.slice(-5));
          expect({ index, amountFen: order.amountFen }).toEqual({ index, amountFen: amountOf(index) });
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('no mutilated page of the corpus raises an exception', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
      (fixture, cuts) => {
        const { html, url } = fixture;
        const pieces = cuts.toSorted((a, b) => a - b).map((cut) => Math.floor(cut * html.length));
        const torn = pieces.map((from, index) => html.slice(from, pieces[index + 2] ?? html.length)).join('');
        const { page, health, rejects, ...kinds } = readPage(documentOf(torn), new URL(url)).batch;
        const { orders, afterSales, reviews, coupons, members, counters } = kinds;
        const rows = [orders, afterSales, reviews, coupons, members, counters].flat();
        // Past chats are counted and not kept.
        expect(page === 'chat-history' ? health.read : rows.length).toBe(health.read);
        expect(health.rows).toBeGreaterThanOrEqual(health.read);
        for (const { what } of rejects) expect(what.length).toBeLessThanOrEqual(120);
      },
    ),
    { numRuns: 100 },
  );
});
