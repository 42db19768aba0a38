import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { readShopPack } from '../../../lib/compliance/shop-pack.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { shopPolicies } from '../../../lib/rules/shop-policies.ts';
import { expectLinear } from '../../support/lint-cost.ts';
import { ruleParts } from '../../support/make-pack.ts';

/** What is measured is the shop's own: the shipped vocabulary is there, the shipped rules are not. */
const base = { ...complianceRules, rules: [] };
const read = (parts: object) =>
  readShopPack(JSON.stringify({ format: 'liuke-shop-rules-1', version: '1', ...parts }), base, shopPolicies);
const own = (parts: Record<string, unknown>) => ({ rules: [ruleParts({ id: 'OWN-01', ...parts })] });
const fruit = { words: ['苹果', '(青|红)苹果', '梨#'], patterns: ['桃[0-9]{1,6}'], except: ['苹果树'], bySound: 'no' };
const concepts = { fruit, price: { words: ['便宜', '贵'] }, not: { words: ['不卖'] } };

/** One for each kind of thing that a shop's file may hold, with the text that gives it most to do; the rest is filled with it. */
const kinds: [kind: string, parts: object, hit: string, text: string][] = [
  ['a pattern', own({ triggers: [{ match: '苹<any>{0,40}果<any>{0,40}核' }] }), '苹果核', '苹果'],
  ['a pattern that ends in nothing', own({ triggers: [{ match: '<all>{0,40}苹<all>{0,40}核' }] }), '苹核', '苹'],
  [
    'a pattern that looks around',
    own({ triggers: [{ match: '(?<!梨[^]{0,100})苹果(?![^]{0,100}核)' }] }),
    '苹果',
    '苹果',
  ],
  [
    'words and patterns of the rule',
    own({ words: { w: ['苹果', 'ap'] }, patterns: { p: '<w><gap>核' }, triggers: [{ match: '<w><any>{0,20}<p>' }] }),
    '苹果苹果核',
    '苹 果 ',
  ],
  [
    'words and patterns of the pack',
    { words: { w: ['苹果'] }, patterns: { p: '<w>核{0,3}' }, ...own({ triggers: [{ match: '<p>吃' }] }) },
    '苹果核吃',
    '苹果核',
  ],
  [
    'a number that is checked',
    own({ triggers: [{ match: '[0-9]{17}[0-9x]', check: 'idNumber' }] }),
    '11010519491231002x',
    '110105194912310021',
  ],
  [
    'a frame in the clause',
    { concepts, ...own({ triggers: [{ frame: ['fruit', 'price'], gap: 40, reach: 'clause' }] }) },
    '苹果便宜',
    '苹果,便宜,',
  ],
  [
    'a frame in the sentence',
    { concepts, ...own({ triggers: [{ frame: ['fruit', 'price'], gap: 40, without: ['not'] }] }) },
    '苹果便宜',
    '苹果便宜不卖',
  ],
  [
    'a frame in the message',
    {
      concepts,
      ...own({ triggers: [{ frame: ['fruit|not', 'price', 'fruit'], gap: 40, reach: 'message', inOrder: true }] }),
    },
    '苹果便宜苹果',
    '苹果便宜。',
  ],
  ['words of a concept', { concepts, ...own({ triggers: [{ frame: ['fruit'] }] }) }, '青苹果', '青苹果树梨'],
  ['patterns of a concept', { concepts, ...own({ triggers: [{ frame: ['fruit'] }] }) }, '桃7', '桃1234567'],
  ...(['pinyin', 'some', 'half'] as const).map((bySound): [string, object, string, string] => [
    `words by ${bySound}`,
    { concepts: { fruit: { ...fruit, bySound } }, ...own({ triggers: [{ frame: ['fruit'] }] }) },
    '苹果',
    'pingguo平果',
  ]),
  [
    'the ear',
    own({ label: 'diversion', triggers: [{ sense: true }] }),
    '有事别在这儿说，来我微信慢慢聊',
    '别在这儿说，来我这边聊。',
  ],
  ['a neighbour', own({ neighbours: ['苹果<any>{0,20}树'] }), '苹果', '苹果'],
  ...(['before', 'after', 'inside', 'text'] as const).map((where): [string, object, string, string] => [
    `what cancels ${where}`,
    own({ unless: [{ where, match: '梨<any>{0,10}核', within: 40, butNot: '<any>{0,6}桃' }] }),
    '苹果',
    '苹果梨',
  ]),
  ['a phrase that is allowed', { allow: [{ phrase: '红苹果树下' }], ...own({}) }, '苹果', '红苹果树'],
  ['another severity', { severities: { 'OWN-01': 'hint' }, ...own({}) }, '苹果', '苹果'],
  [
    'what it does not offer',
    { offers: Object.fromEntries(shopPolicies.policies.map(({ id }) => [id, false])) },
    '三十天无理由退换',
    '三十天内无理由退换',
  ],
];

describe.each(kinds)('with %s in a shop’s file', (_, parts, hit, text) => {
  const pack = read(parts);

  test('it is found', () => {
    expect(lint(hit, pack, { platform: 'jd', channel: 'chat' })).not.toEqual([]);
  });

  test('four times the text costs about four times as much', () => {
    const long = text.repeat(Math.ceil(40_000 / text.length)).slice(0, 40_000);
    expectLinear(pack, long.slice(0, 10_000), long);
  }, 60_000);
});

describe('a pattern that would keep whoever types waiting is refused, with its rule and what to write:', () => {
  test.each([
    ['(?:<any>{0,40}){0,40}x', /^at OWN-01: .*found \(\?:<any>\{0,40\}\)\{0,40\} in .*write one such as <any>\{0,40\}/],
    ['(?:<any>{0,6}){0,6}x', /one inside another|inside another, found \(\?:<any>/],
    ['(?:a{1,6}){1,6}x', /inside another, found \(\?:a\{1,6\}\)\{1,6\}/],
    ['(?:a|a){0,30}x', /inside another, found \(\?:a\|a\)\{0,30\}/],
    ['(?:最|最好|好){0,20}x', /inside another/],
    ['(?:(?:ab?){0,9}b?){0,9}x', /inside another/],
    [`${'(?:'.repeat(12)}ab?${'){0,9}'.repeat(12)}x`, /inside another|ways at most/],
    ['<any>{0,40}<any>{0,40}<any>{0,40}x', /50000 ways at most, found 7e\+4/],
    ['苹(?!<any>{0,40}<any>{0,40}<any>{0,40}x)', /ways at most/],
  ])('%s', (match, message) => {
    expect(() => read(own({ triggers: [{ match }] }))).toThrow(message);
  });

  test('also where it stands in a neighbour, a guard, a concept or the patterns of the pack', () => {
    const slow = '(?:<any>{0,40}){0,40}x';
    expect(() => read(own({ neighbours: [slow] }))).toThrow(/^at OWN-01: /);
    expect(() => read(own({ unless: [{ where: 'before', match: '梨', butNot: slow }] }))).toThrow(/^at OWN-01: /);
    expect(() => read({ concepts: { fruit: { patterns: [slow] } } })).toThrow(/^at concepts\.fruit: /);
    expect(() => read({ patterns: { p: slow } })).toThrow(/^at patterns\.p: /);
  });

  // What is looked for around each hit has less room: a text may be full of hits.
  const slowAtHits = '<any>{0,20}苹果<any>{0,20}树';
  const refusal = /^at OWN-01: .*50 ways at most.* each hit, found 441 for .*; begin it with its first word/;
  test.each<[string, object]>([
    ['a neighbour', { neighbours: [slowAtHits] }],
    ...(['before', 'after', 'inside'] as const).map((where): [string, object] => [
      `what cancels ${where}`,
      { unless: [{ where, match: slowAtHits }] },
    ]),
    ['what takes the cancelling back', { unless: [{ where: 'before', match: '梨', butNot: slowAtHits }] }],
    ['a neighbour by a pattern of the rule', { patterns: { tree: slowAtHits }, neighbours: ['<tree>'] }],
  ])(`${slowAtHits} as %s`, (_, parts) => {
    expect(() => read(own({ ...parts }))).toThrow(refusal);
  });

  test.each<[string, object]>([
    ['a trigger', { triggers: [{ match: slowAtHits }] }],
    ['what cancels anywhere in the text', { unless: [{ where: 'text', match: slowAtHits }] }],
    ['a neighbour that begins with its word', { neighbours: ['苹果<any>{0,20}树'] }],
  ])('and what takes its time but once is taken: %s', (_, parts) => {
    expect(() => read(own({ ...parts }))).not.toThrow();
  });

  test.each([
    '苹<any>{0,40}果<any>{0,40}核',
    '(?:https?://)?(?:[a-z0-9-]{1,40}\\.){1,4}cn',
    '(?:的|了|您){0,3}苹果',
    '(?:a{0,6}b){0,40}x',
  ])('while %s is taken', (match) => expect(() => read(own({ triggers: [{ match }] }))).not.toThrow());
});
