import { describe, expect, test } from 'vitest';
import { homeCounters } from '../../../../lib/platforms/jd/home-counters.ts';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf } from '../../../support/load-fixture.ts';

function read(html: string) {
  const { counters, rejects } = readPage(documentOf(html), new URL('https://shop.jd.com/jdm/home')).batch;
  return { counts: counters.map(({ label, count }) => `${label} ${count}`), rejects: rejects.map(({ what }) => what) };
}

describe('the counters', () => {
  test.each(homeCounters)('$counterId is read by each of its words', ({ counterId, labels }) => {
    for (const label of labels) {
      const html = `<div><p>${label}</p><p>7</p></div>`;
      const { counters } = readPage(documentOf(html), new URL('https://shop.jd.com/')).batch;
      expect(counters).toEqual([{ counterId, label, count: 7 }]);
    }
  });

  test('have names and words of their own', () => {
    const ids = homeCounters.map(({ counterId }) => counterId);
    const words = homeCounters.flatMap(({ labels }) => labels);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(words).size).toBe(words.length);
  });
});

test.each([
  ['in one line', '<p>预警单 2</p>'],
  ['in brackets', '<p>预警单(2)</p>'],
  ['before the words', '<p><b>2</b>预警单</p>'],
  ['with its unit', '<div><p>预警单</p><p>2 单</p></div>'],
  ['in pieces', '<p>预<span>警单</span><i>2</i></p>'],
  ['above a comparison', '<div><p>预警单</p><p>2</p><p>较昨日 +1</p></div>'],
  ['below a title', '<div><h3>合规</h3><span>预警单</span><em>2</em></div>'],
])('a number %s is the counter’s', (_, html) => {
  expect(read(html)).toEqual({ counts: ['预警单 2'], rejects: [] });
});

test.each([
  ['more than it counts', '<div><p>预警单</p><p>99+</p></div>'],
  ['two numbers', '<div><p>预警单</p><p>2</p><p>5</p></div>'],
  ['a share', '<div><p>预警单</p><p>2%</p></div>'],
  ['a number on either side', '<div><p>3</p><p>预警单</p><p>2</p></div>'],
])('%s beside the words is a reject', (_, html) => {
  expect(read(html)).toEqual({ counts: [], rejects: ['counter 预警单'] });
});

test.each([
  ['a menu', '<ul><li>任务工单</li><li>商品</li><li>2</li></ul>'],
  ['a page that still loads', '<div><p>任务工单</p><p></p></div>'],
  ['a sentence', '<p>任务工单新功能上线，最多可建 200 个</p>'],
  ['a longer word', '<p>我的任务工单数 3</p>'],
])('words of %s are no counter', (_, html) => {
  expect(read(html)).toEqual({ counts: [], rejects: [] });
});
