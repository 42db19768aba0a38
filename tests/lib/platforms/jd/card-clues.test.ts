import { describe, expect, test } from 'vitest';
import { cluesIn } from '../../../../lib/platforms/jd/card-clues.ts';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { printedPage } from '../../../../scripts/liuke/printed-page.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

function cardOf(...texts: string[]): Element {
  document.body.innerHTML = `<div class="card"><div prop="consigneeInfo">${texts.map((text) => `<div>${text}</div>`).join('')}</div></div>`;
  return document.querySelector('.card')!;
}

describe('the clues of a card', () => {
  test('are the place and the end of the phone, and nothing of the name', () => {
    const clues = cluesIn(cardOf('林**，浙江杭州市余杭区**********', '1******2046'));
    expect(clues).toEqual({ phoneTail: '2046', place: { province: '浙江', city: '杭州' } });
  });

  test.each([
    ['two phones', ['1******2046', '1******2047']],
    ['a whole phone', ['13800000000']],
    ['a virtual number', ['14700000000-8192']],
    ['an address that is not blurred', ['林**，浙江杭州市余杭区仓前街道']],
    ['no address', ['jd_7c****1e']],
  ])('are none of %s', (_, texts) => {
    expect(cluesIn(cardOf(...texts))).toBeNull();
  });
});

test('of a list only masked accounts have clues, and they are not printed', () => {
  const { html, url } = loadFixture('jd/order-list--pin-masked-and-cut');
  const { orders } = readPage(documentOf(html), new URL(url)).batch;
  expect(orders.map(({ buyer, clues }) => [buyer.quality, clues !== undefined])).toEqual([
    ['masked', true],
    ['masked', true],
    ['stable', false],
    ['stable', false],
  ]);
  expect(JSON.stringify(printedPage(documentOf(html), url))).not.toContain('2046');
});
