import { describe, expect, test } from 'vitest';
import { isCancelled } from '../../../lib/compliance/cancelling.ts';
import { compileRule, type CompiledRule } from '../../../lib/compliance/compile-rule.ts';
import type { ComplianceRule } from '../../../lib/compliance/compliance-rule.ts';
import { boundsOf, fillFrame } from '../../../lib/compliance/frames.ts';
import type { Lexicon } from '../../../lib/compliance/lexicon.ts';
import { everyMention } from '../../support/every-mention.ts';
import { indexRules } from '../../../lib/compliance/rule-index.ts';
import { foldText } from '../../../lib/compliance/fold.ts';
import { lint } from '../../../lib/compliance/lint.ts';
import { needsOf } from '../../../lib/compliance/needs.ts';
import { CLAUSE, MESSAGE, SENTENCE, type Reach } from '../../../lib/compliance/reach.ts';
import { scan, type Hit } from '../../../lib/compliance/scan.ts';
import { DIGITS_IN_A_ROW, isRow, rowKey } from '../../../lib/compliance/strictness.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { rulesAlone } from '../../support/make-pack.ts';

const compiledRules = new Map<string, CompiledRule>();
function compiledOn(platform: Platform, rule: ComplianceRule, lexicon: Lexicon): CompiledRule {
  const key = `${platform} ${rule.id}`;
  const known = compiledRules.get(key) ?? compileRule(rule, rulesAlone, lexicon, platform);
  compiledRules.set(key, known);
  return known;
}

const patterns = new Map<string, RegExp>();
function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'gu');
  patterns.set(source, pattern);
  return pattern;
}

/** What the rules find when every trigger is run over the whole text. */
function foundWithoutIndex(text: string, platform: Platform): string[] {
  const folded = foldText(text).text;
  const { lexicon } = indexRules(rulesAlone, platform);
  const mentions = everyMention(folded, lexicon);
  const bounds = boundsOf(folded);
  return rulesAlone.rules
    .filter((rule) => rule.platforms.includes(platform))
    .filter((rule) => {
      const compiled = compiledOn(platform, rule, lexicon);
      if (compiled.silencers.some((silencer) => folded.search(silencer) >= 0)) return false;
      let isFound = false;
      const take = (hit: Hit) => {
        isFound ||= !isCancelled(folded, hit, compiled);
        return isFound;
      };
      for (const { source, check } of compiled.patterns)
        scan(patternOf(source), folded, (hit) => check?.(folded.slice(hit.start, hit.end)) !== false && take(hit));
      for (const { frame, onlyIn } of compiled.frames) if (onlyIn === null) fillFrame(frame, mentions, bounds, take);
      return isFound;
    })
    .map(({ id }) => id)
    .toSorted();
}

const texts = rulesAlone.rules.flatMap(({ examples }) => [...(examples?.bad ?? []), ...(examples?.good ?? [])]);
const found = (text: string, platform: Platform) =>
  [...new Set(lint(text, rulesAlone, { platform }).map(({ ruleId }) => ruleId))].toSorted();

test.each(['jd', 'taobao'] as const)(
  'on %s the index hides no finding and makes none up',
  (platform) => {
    expect(texts.length).toBeGreaterThan(500);
    // Most rules are the same on both.
    const asked = platform === 'jd' ? texts : texts.filter((_, index) => index % 3 === 0);
    const differing = asked.filter((text) => found(text, platform).join() !== foundWithoutIndex(text, platform).join());
    expect(differing).toEqual([]);
    // Without the index every trigger of every rule runs over every example: seconds on a busy machine.
  },
  60_000,
);

test('two texts in one message are found as they are alone, across sentences and lines', () => {
  const pairs = texts.flatMap((text, index) =>
    index % 21 === 0 ? [[text, texts[(index * 31) % texts.length]!] as const] : [],
  );
  for (const [one, other] of pairs) {
    for (const text of [`${one}。${other}`, `${one}\n${other}`])
      expect({ text, found: found(text, 'jd') }).toEqual({ text, found: foundWithoutIndex(text, 'jd') });
  }
}, 30_000);

describe('what a pattern needs', () => {
  const nameOf = (key: number) =>
    isRow(key)
      ? `${DIGITS_IN_A_ROW.find((digits) => rowKey(digits) === key)}_digits`
      : key > 0xffff
        ? String.fromCharCode(Math.floor(key / 0x1_0000), key % 0x1_0000)
        : String.fromCharCode(key);

  test.each<[string, string[][]]>([
    ['微信', [['微'], ['信'], ['微信']]],
    ['微(?:信|博)', [['微'], ['信', '博'], ['微信', '微博']]],
    ['微[信博]', [['微'], ['信', '博'], ['微信', '微博']]],
    ['加.{0,6}微', [['微'], ['加']]],
    ['加[ .]{0,2}微', [['加'], ['微'], ['加微']]],
    ['加?微', [['微']]],
    ['(?:加|扫){0,2}码', [['码']]],
    ['(?:加|扫){1,2}码', [['码'], ['加', '扫'], ['加码', '扫码']]],
    ['(?:微信|威信|v)', [['微信 微', '威信 威', 'v']]],
    ['(?<!更)加(?=我)', [['加']]],
    ['[^,。]信', [['信']]],
    ['(?:微信|\\w{3})', []],
    [
      '[12]{2}',
      [
        ['1', '2'],
        ['11', '12', '21', '22'],
      ],
    ],
    ['[12]{3}', [['1', '2'], ['3_digits']]],
    ['[12]{11}', [['1', '2'], ['5_digits']]],
    ['1(?<!2)[12][12]', [['1'], ['1', '2'], ['1', '2'], ['11', '12'], ['11', '12', '21', '22'], ['3_digits']]],
    ['[12]{2}[ .]{0,2}[12]{2}', [['1', '2'], ['1', '2'], ...Array.from({ length: 3 }, () => ['11', '12', '21', '22'])]],
    [
      '(?:\\d月){1,3}',
      [
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        ['月'],
        Array.from('0123456789').map((digit) => `${digit}月`),
      ],
    ],
    ['v\\+x', [['v'], ['+'], ['x'], ['v+'], ['+x']]],
    ['', []],
  ])('%s: %j', (source, needs) => {
    const told = needsOf(source).all.map((oneOf) => oneOf.map((keys) => keys.map(nameOf).join(' ')));
    const inOrder = (sets: readonly (readonly string[])[]) =>
      sets
        .map((choices) =>
          choices
            .map((keys) => keys.split(' ').toSorted().join(' '))
            .toSorted()
            .join(', '),
        )
        .toSorted();
    expect(inOrder(told)).toEqual(inOrder(needs));
  });

  test.each<[string, string[]]>([
    ['微信', ['微 信 微信']],
    ['加微|扫码', ['加 微 加微', '扫 码 扫码']],
    ['(?<!不)(?:加微|扫(?:码|图))(?=我)', ['加 微 加微', '扫 图/码 扫图/扫码']],
    ['(?:加微|扫码)我', ['加微 加/扫码 扫 我 微我/码我']],
    ['加(?:微|信)', ['加 信/微 加信/加微']],
  ])('of %s one of its alternatives needs all of %j', (source, alternatives) => {
    const told = needsOf(source).alternatives.map((needs) =>
      needs
        .map((oneOf) =>
          oneOf
            .map((keys) => keys.map(nameOf).join(' '))
            .toSorted()
            .join('/'),
        )
        .toSorted()
        .join(' '),
    );
    const sorted = alternatives.map((needs) => needs.split(' ').toSorted().join(' '));
    expect(told.map((needs) => needs.split(' ').toSorted().join(' '))).toEqual(sorted);
  });

  test.each<[string, number]>([
    ['1', 1],
    ['[0-9]{5,9}', 5],
    ['(?:[0-9]{3}|[一二]{2}月)[a-z]', 3],
    ['(?:[0-9]{3})?微信', 0],
    ['(?=[0-9]{3})[0-9_]{4,9}', 4],
  ])('%s needs letters of numbers: %d', (source, count) => {
    expect(needsOf(source).codeLetters).toBe(count);
  });

  test.each<[string, number, number]>([
    ['微信', 2, 0],
    ['微.{0,6}信?', 14, 0],
    ['(?:微|威信){2,3}', 6, 0],
    ['[\\u4e00-\\u9f9f]{1,4}', 8, 0],
    ['(?<!更加)加(?=我们?)', 1, 2],
    ['(?<=以(?!前)).', 2, 2],
    ['^信$', 1, 1],
    ['信+', Infinity, 0],
  ])('%s matches at most %d units and looks %d around', (source, most, around) => {
    expect(needsOf(source)).toMatchObject({ most, around });
  });

  test.each<[string, Reach]>([
    ['微信', CLAUSE],
    ['[^,。!?;\\n]{0,9}信', CLAUSE],
    ['微[ ,]{0,2}信', SENTENCE],
    ['微,信', SENTENCE],
    ['[^。!?;\\n]{0,9}信', SENTENCE],
    ['(?<![,])信', CLAUSE],
    ['^信$', CLAUSE],
    ['(?<=[。!])信', CLAUSE],
    ['[^,。]信', MESSAGE],
    ['信.', MESSAGE],
    ['信[\\s\\S]', MESSAGE],
    ['[ -~]信', MESSAGE],
  ])('a match of %s lies in a part of the text: %d', (source, reach) => {
    expect(needsOf(source).reach).toBe(reach);
  });
});
