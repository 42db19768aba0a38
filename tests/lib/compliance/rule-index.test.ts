import { describe, expect, test } from 'vitest';
import { isCancelled } from '../../../lib/compliance/cancelling.ts';
import { compileRule } from '../../../lib/compliance/compile-rule.ts';
import { foldText } from '../../../lib/compliance/fold.ts';
import { lint } from '../../../lib/compliance/lint.ts';
import { needsOf } from '../../../lib/compliance/needs.ts';
import { scan } from '../../../lib/compliance/scan.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';

/** What the rules find when every trigger is run over the whole text. */
function foundWithoutIndex(text: string, platform: Platform): string[] {
  const folded = foldText(text).text;
  return complianceRules
    .filter((rule) => rule.platforms.includes(platform))
    .filter((rule) => {
      const compiled = compileRule(rule, platform);
      if (compiled.silencers.some((silencer) => folded.search(silencer) >= 0)) return false;
      let isFound = false;
      for (const { pattern } of compiled.triggers) {
        scan(pattern, folded, (hit) => {
          isFound ||= !isCancelled(folded, hit, compiled);
          return isFound;
        });
      }
      return isFound;
    })
    .map(({ id }) => id)
    .toSorted();
}

const texts = complianceRules.flatMap(({ examples }) => [...(examples?.bad ?? []), ...(examples?.good ?? [])]);
const found = (text: string, platform: Platform) =>
  [...new Set(lint(text, complianceRules, { platform }).map(({ ruleId }) => ruleId))].toSorted();

test.each(['jd', 'taobao'] as const)(
  'on %s the index hides no finding and makes none up',
  (platform) => {
    expect(texts.length).toBeGreaterThan(500);
    const differing = texts.filter((text) => found(text, platform).join() !== foundWithoutIndex(text, platform).join());
    expect(differing).toEqual([]);
    // Without the index every trigger of every rule runs over every example: seconds on a busy machine.
  },
  30_000,
);

test('two texts in one message are found as they are alone, across sentences and lines', () => {
  const pairs = texts.flatMap((text, index) =>
    index % 7 === 0 ? [[text, texts[(index * 31) % texts.length]!] as const] : [],
  );
  for (const [one, other] of pairs) {
    for (const text of [`${one}。${other}`, `${one}\n${other}`])
      expect({ text, found: found(text, 'jd') }).toEqual({ text, found: foundWithoutIndex(text, 'jd') });
  }
});

describe('what a pattern needs', () => {
  test.each<[string, string[][]]>([
    ['微信', [['微'], ['信']]],
    ['微(?:信|博)', [['微'], ['信', '博']]],
    ['加.{0,6}微', [['微'], ['加']]],
    ['加?微', [['微']]],
    ['(?:加|扫){0,2}码', [['码']]],
    ['(?:加|扫){1,2}码', [['码'], ['加', '扫']]],
    ['(?:微信|威信|v)', [['v', '信威', '微信']]],
    ['(?:好评返现|发[图单])', [['评返现', '发']]],
    ['[微薇]信', [['信'], ['微', '薇']]],
    ['(?<!更)加(?=我)', [['加']]],
    ['[^,。]信', [['信']]],
    ['(?:微信|\\w{3})', []],
    ['\\d{11}', [['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']]],
    ['v\\+x', [['v'], ['+'], ['x']]],
    ['[a-c]1', [['1'], ['a', 'b', 'c']]],
    ['', []],
  ])('%s: %j', (source, needs) => {
    const told = needsOf(source).all.map((oneOf) => oneOf.map((units) => String.fromCharCode(...units)));
    const inOrder = (sets: readonly (readonly string[])[]) =>
      sets
        .map((choices) =>
          choices
            .map((letters) => letters.split('').toSorted().join(''))
            .toSorted()
            .join(' '),
        )
        .toSorted();
    expect(inOrder(told)).toEqual(inOrder(needs));
  });

  test.each([
    ['微信', false],
    ['[^,。!?;\\n]{0,9}信', false],
    ['[^,。]信', true],
    ['^信', true],
    ['信$', true],
    ['信.', true],
    ['信[\\s\\S]', true],
    ['(?<=[。!])信', true],
    ['[ -~]信', true],
  ])('%s looks beyond its sentence: %s', (source, looksBeyond) => {
    expect(needsOf(source).looksBeyondSentence).toBe(looksBeyond);
  });
});
