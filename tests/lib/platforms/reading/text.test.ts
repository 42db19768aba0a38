import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  clean,
  elementsReading,
  HAN,
  linesOf,
  shortText,
  textPieces,
  wholeText,
} from '../../../../lib/platforms/reading/text.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const bodyOf = (html: string) => documentOf(html).body;

describe('the lines of an element', () => {
  test.each([
    ['inline pieces of a block are one line', '<div><span>¥</span><b>12</b><i>.50</i></div>', ['¥12.50']],
    ['blocks are lines of their own', '<div>买家已付款</div><p>详情</p>', ['买家已付款', '详情']],
    ['a block within a line ends it', 'a<div>b</div>c', ['a', 'b', 'c']],
    ['a break ends a line', 'a<br>b', ['a', 'b']],
    ['a list has a line per entry', '<dl><dt>下单时间</dt><dd>昨天</dd></dl>', ['下单时间', '昨天']],
    ['scripts and styles are not read, and end no line', 'a<script>x</script><style>y</style>b', ['ab']],
    ['white space and invisible characters count as one blank or none', ' a \n\t b&nbsp;c\u200b\u00ad ', ['a b c']],
    ['an empty element has none', '<div><span> </span></div>', []],
  ])('%s', (_, html, lines) => {
    expect(linesOf(bodyOf(html))).toEqual(lines);
  });

  test('leave out crossed-out prices, links, and parts that speak of something else, when asked', () => {
    const body = bodyOf(
      '<del>¥9</del><p style="text-decoration: line-through">¥8</p><a>详情</a><button>发货</button><em>备注</em><u>¥7</u>',
    );
    const without = new Set([body.querySelector('em')!]);
    expect(linesOf(body, { struck: false, links: false, without }).join('')).toBe('¥7');
  });

  const trees = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string({ unit: fc.constantFrom('a', '单', '¥', '1', ' ', '\n') }),
      fc
        .tuple(fc.constantFrom('div', 'span', 'b', 'p', 'section', 'i'), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag}>`),
    ),
  })).tree;

  test('hold all text of any tree, in its order', () => {
    fc.assert(
      fc.property(trees, (html) => {
        const body = bodyOf(`<main>${html}</main>`);
        expect(linesOf(body).join('').replaceAll(/\s/g, '')).toBe((body.textContent ?? '').replaceAll(/\s/g, ''));
        expect(
          textPieces(body)
            .map(({ text }) => text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe((body.textContent ?? '').replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('a text that is cut', () => {
  test.each([
    ['goes on in the title', '<p title="jd_5f0000001">jd_5f…</p>', 'jd_5f0000001'],
    ['goes on in the title of a part of it', '<p><span title="jd_5f0000001">jd_5f...</span></p>', 'jd_5f0000001'],
    ['stays cut beside a title about something else', '<p title="点击复制">jd_5f…</p>', 'jd_5f…'],
    ['stays cut without a title', '<p>jd_5f…</p>', 'jd_5f…'],
    ['is none when the text is whole, whatever the title says', '<p title="点击复制">jd_5f</p>', 'jd_5f'],
    ['may be all title', '<p title="jd_5f"></p>', 'jd_5f'],
  ])('%s', (_, html, whole) => {
    expect(wholeText(bodyOf(html).querySelector('p')!)).toBe(whole);
  });
});

describe('elements found by what they say', () => {
  const found = (html: string, pattern: RegExp) => elementsReading(bodyOf(html), pattern).map((element) => element.id);

  test('are the deepest that say it, in page order', () => {
    const html = '<div id="a"><p id="b"><span id="c">x2</span></p></div><div id="d">x3</div>';
    expect(found(html, /^x\d$/)).toEqual(['c', 'd']);
  });

  test('may say it in several pieces', () => {
    expect(found('<p id="a"><span>订单号</span><span>: </span><span>34</span></p>', /^订单号: \d+$/)).toEqual(['a']);
  });

  test('are not those whose number goes on in the next piece', () => {
    expect(found('<p id="a"><span id="b">x1</span><span>2</span></p>', /^x\d+$/)).toEqual(['a']);
    expect(found('<p id="a"><span id="b">x1</span> <span>2</span></p>', /^x\d+$/)).toEqual(['b']);
    expect(found('<div id="a"><div id="b">x1</div><div>2</div></div>', /^x\d+$/)).toEqual(['b']);
  });

  test('are not looked for in long texts, scripts or styles', () => {
    expect(
      found(`<p id="a">x2${'x'.repeat(1000)}</p><script id="b">x2</script><style id="c">x2</style>`, /^x2/),
    ).toEqual([]);
  });
});

test('text of buttons is no piece, of the one asked about and of those around it, either', () => {
  const [button] = bodyOf('<button><b>审核</b></button>').children;
  expect([textPieces(button!), textPieces(button!.firstElementChild!)]).toEqual([[], []]);
});

test('pieces of text with a comment between them are one, with a script between them two', () => {
  const texts = (html: string) => textPieces(bodyOf(html)).map(({ text }) => text);
  expect(texts('<p>jd_<!-- -->5f</p>')).toEqual(['jd_5f']);
  expect(texts('<p>jd_<script></script>5f</p>')).toEqual(['jd_', '5f']);
});

test('Chinese characters are those of the script Han, where a character is known at all', () => {
  const isHan = new RegExp(`^[${HAN}]$`, 'u');
  const isOther = (point: number) => {
    const char = String.fromCodePoint(point);
    return isHan.test(char) !== /^\p{Script=Han}$/u.test(char) && !/^\p{Cn}$/u.test(char);
  };
  const [plane0, planes2And3] = [0xffff, 0x1ffff].map((size) => Array.from({ length: size }, (_, index) => index));
  expect(plane0!.filter((point) => (point < 0xd800 || point > 0xdfff) && isOther(point))).toEqual([]);
  expect(planes2And3!.map((point) => point + 0x20000).filter(isOther)).toEqual([]);
});

test('the pieces of text are told with their elements, buttons left out, split text nodes put together', () => {
  const body = bodyOf('<p id="a">下单</p><button>复制</button><p id="b">jd_</p>');
  body.querySelector('#b')!.append('5f');
  expect(textPieces(body).map(({ text, element }) => [text, element.id])).toEqual([
    ['下单', 'a'],
    ['jd_5f', 'b'],
  ]);
});

test('a text longer than the limit is not told at all', () => {
  expect(shortText(bodyOf('<p>1234</p><p>56</p>'), 6)).toBe('123456');
  expect(shortText(bodyOf('<p>1234</p><p>567</p>'), 6)).toBeNull();
});

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(clean(clean(text))).toBe(clean(text));
    }),
  );
});

test('a tree of 5,000 levels is read without recursion', () => {
  const document = documentOf('');
  const top = document.createElement('main');
  let deepest: Element = top;
  for (let level = 0; level < 5000; level += 1) {
    const next = document.createElement(level % 3 ? 'div' : 'span');
    deepest.append(`${level} `, next);
    deepest = next;
  }
  deepest.textContent = '订单号 3400070000031676';
  expect(linesOf(top).at(-1)).toBe('订单号 3400070000031676');
  expect(elementsReading(top, /^订单号 \d{16}$/)).toEqual([deepest]);
  expect(shortText(top, 10_000)).toBeNull();
  expect(textPieces(top)).toHaveLength(5001);
});
