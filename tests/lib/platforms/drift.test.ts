/** Pages of the corpus as they may look after a change of the platform: what is read is true, or is left out. The whole of it is `npm run bench:drift`. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { mutantOf, mutations } from '../../../scripts/bench/drift/mutants.ts';
import { addTo, emptyTally, readMutant, type WrongReading } from '../../../scripts/bench/drift/tally.ts';
import { documentOf, fixtures, loadFixture } from '../../support/load-fixture.ts';

const MUTANTS_PER_PAGE = 4;

const pages = fixtures.filter(({ page, expected }) =>
  ['order-list', 'chat', 'sold-list', 'sold-list-old'].includes(page) ? expected.page !== 'blocked' : false,
);

test('no changed page is read wrong, and most are read right', { timeout: 120_000 }, () => {
  const total = emptyTally();
  const wrong: WrongReading[] = [];
  pages.forEach((page, index) => {
    for (let number = 0; number < MUTANTS_PER_PAGE; number += 1) {
      const { tally, reading } = readMutant(page, index * MUTANTS_PER_PAGE + number);
      addTo(total, tally);
      if (tally.wrong > 0) wrong.push(reading);
    }
  });
  expect(wrong).toEqual([]);
  expect(total.foreign).toBe(0);
  expect(total.right / (total.right + total.rejected)).toBeGreaterThan(0.85);
});

describe('the mutants', () => {
  const { html, expected } = loadFixture('jd/order-list--normal');
  const outer = (number: number) => mutantOf(html, expected, number).document.documentElement.outerHTML;

  test('of one number are one page', () => {
    expect(outer(5)).toBe(outer(5));
    expect(outer(5)).not.toBe(outer(8));
  });

  test('show every mutation alone', () => {
    const kinds = Array.from({ length: mutations.length * 2 }, (_, number) => mutantOf(html, expected, number).kind);
    expect(new Set(kinds)).toEqual(new Set([...mutations.map(({ name }) => name), '2 combined', '3 combined']));
  });

  test('show every id all the same', () => {
    for (let number = 0; number < 30; number += 1) {
      const text = mutantOf(html, expected, number).document.body.textContent ?? '';
      for (const { orderId } of expected.orders!) expect(text).toContain(orderId);
    }
  });
});

describe('is a named reject', () => {
  /** What is read after `change`. */
  const readAfter = (name: string, change: (document: Document) => void) => {
    const { html, url } = loadFixture(name);
    const document = documentOf(html);
    change(document);
    const { orders, rejects } = readPage(document, new URL(url)).batch;
    return { ids: orders.map(({ orderId }) => orderId), rejects: rejects.map(({ what }) => what) };
  };
  const withoutAnchors = (document: Document) => {
    for (const element of document.body.querySelectorAll('*')) {
      element.removeAttribute('class');
      element.removeAttribute('prop');
    }
  };

  test('a state in no table beside a remark that is a state, without classes', () => {
    expect(readAfter('jd/order-list--unknown-status', withoutAnchors).rejects).toEqual(['order status']);
  });

  test('an order of which another copy cannot be read', () => {
    const { ids, rejects } = readAfter('jd/order-list--shown-twice', (document) => {
      const copy = [...document.querySelectorAll('.card')].find((card) =>
        card.textContent?.includes('3400080000110021'),
      );
      copy!.querySelector('.user-pin')!.textContent = '';
    });
    expect(ids).not.toContain('3400080000110021');
    expect(rejects).toEqual(expect.arrayContaining(['buyer', 'order (shown twice, not alike)']));
  });

  test('a price and an amount that may have changed places, without captions', () => {
    const { ids } = readAfter('taobao/sold-list--refunds-without-captions', (document) => {
      const row = [...document.querySelectorAll('tr')].find((each) => each.textContent?.includes('￥180.00'))!;
      const cells = [...row.children].filter((cell) => cell.textContent?.includes('￥'));
      [cells[0]!.textContent, cells[1]!.textContent] = [cells[1]!.textContent, cells[0]!.textContent];
    });
    expect(ids).not.toContain('4502330000000051029');
  });
});

test('a chat whose messages lost their boxes is not settled while another customer’s are shown', () => {
  const { html, url } = loadFixture('jd/chat--switching');
  const document = documentOf(html);
  for (const message of document.querySelectorAll('.message')) message.replaceWith(...message.childNodes);
  expect(readPage(document, new URL(url)).batch.chat?.settled).toBe(false);
});
