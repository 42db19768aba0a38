import { describe, expect, test } from 'vitest';
import { blanksOf, placeholdersOf, segmentsOf } from '../../../lib/replies/placeholders.ts';
import { canInsert, render } from '../../../lib/replies/render.ts';
import { replyTemplates } from '../../../lib/rules/replies.ts';

describe('a blank that somebody left in a text', () => {
  test.each([
    ['补发单号已出，是XX，预计3天到', ['XX']],
    ['XX总，关于XX的方案', ['XX', 'XX 2']],
    ['满xx减××', ['xx', '××']],
    ['满ＸＸ减10', ['ＸＸ']],
    ['X月X日前补发，还差X元', ['X', 'X 2', 'X 3']],
    ['关于您说的[投诉问题，如商品破损]，我们会[解决方案]', ['[投诉问题，如商品破损]', '[解决方案]']],
    ['单号［快递单号］', ['［快递单号］']],
    ['亲，｛昵称｝您好', ['｛昵称｝']],
    ['单号是[]，请查收', ['[]']],
    ['单号是【】，请查收', ['【】']],
    ['单号是【 … 】，请查收', ['【 … 】']],
    ['单号是【填快递单号】', ['【填快递单号】']],
    ['订单{订单号}已发出', ['{订单号}']],
    ['订单{ orderTail }已发出', ['{ orderTail }']],
    ['订单{}已发出', ['{}']],
    ['预计____到', ['____']],
  ])('in “%s” is %j', (text, blanks) => {
    expect(blanksOf(text)).toEqual(blanks);
    expect(placeholdersOf(text)).toEqual([]);
    const bare = render({ text }, {});
    expect([bare.text, bare.missing, canInsert(bare)]).toEqual([text, blanks, false]);
    const filled = render({ text }, Object.fromEntries(blanks.map((name, at) => [name, `值${at}`])));
    expect(canInsert(filled)).toBe(true);
    for (const [at] of blanks.entries()) expect(filled.text).toContain(`值${at}`);
  });

  test.each([
    '这款有M、XL、XXL和XXXL',
    'XXL码还有货',
    '尺寸30×40cm，3x5英寸',
    '【温馨提示】签收前请先验货',
    '【京东快递】已揽收',
    '您选X款还是Y款',
    'iPhoneX元旦到货',
    '好的~ (＾▽＾) 马上给您查',
    '链接a_b可以用',
  ])('is none in “%s”', (text) => expect(segmentsOf(text)).toEqual([{ kind: 'text', text }]));

  test('stands beside variables, each by its own name', () => {
    expect(segmentsOf('{itemTitle}补XX')).toEqual([
      { kind: 'variable', name: 'itemTitle', text: '{itemTitle}' },
      { kind: 'text', text: '补' },
      { kind: 'blank', name: 'XX', text: 'XX' },
    ]);
  });

  test('is in none of the shipped replies', () =>
    expect(replyTemplates.filter(({ text }) => blanksOf(text).length > 0)).toEqual([]));
});
