import { expect, test } from 'vitest';
import { layersOf, readBare } from '../../../../lib/platforms/reading/layers.ts';
import { textOf } from '../../../../lib/platforms/reading/text.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const row = (inside: string) => documentOf(`<div id="row"><b>王</b>${inside}<i>¥5.00</i></div>`).querySelector('#row')!;

test.each([
  '<div role="dialog">¥1.00</div>',
  '<div role="tooltip">¥1.00</div>',
  '<dialog>¥1.00</dialog>',
  '<div class="jd-popover is-light">¥1.00</div>',
  '<div class="next-overlay-wrapper"><p>¥1.00</p></div>',
  '<p hidden>¥1.00</p>',
  '<p style="color: red; display: none">¥1.00</p>',
  '<p style="visibility:hidden">¥1.00</p>',
])('%s lies over a row and is none of it', (inside) => {
  const element = row(inside);
  const read = readBare(element, layersOf(element), (bare) => ({ value: textOf(bare), buyerElement: null }));
  expect(read.value).toBe('王¥5.00');
});

test.each(['<p class="shop-overflow-tooltip__content">已付款</p>', '<p class="jd-popover__reference">已付款</p>'])(
  '%s is a part of the page',
  (inside) => {
    const element = row(inside);
    expect(layersOf(element).size).toBe(0);
  },
);

test('a row with something over it is left as it is, and the place of its buyer is the one on the page', () => {
  const element = row('<div role="dialog"><b>李</b></div>');
  const before = element.outerHTML;
  const { buyerElement } = readBare(element, layersOf(element), (bare) => ({
    value: null,
    buyerElement: bare.querySelector('i'),
  }));
  expect(buyerElement).toBe(element.querySelector('i'));
  expect(element.outerHTML).toBe(before);
});

test('a row with nothing over it is read where it stands', () => {
  const element = row('');
  expect(readBare(element, new Set(), (bare) => ({ value: bare, buyerElement: null })).value).toBe(element);
});
