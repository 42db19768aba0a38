import { describe, expect, test } from 'vitest';
import { hear, loudestRun, oddsFor, senseOf } from '../../../../lib/compliance/sense/sense.ts';
import { makeSense } from '../../../support/make-sense.ts';

const sense = senseOf(makeSense());
const oddsIn = (text: string, channel: 'sms' | null = null) => oddsFor(hear(sense, text, channel)[0]!, 'over-promise');

describe('the odds of a part', () => {
  test('are what its grams say over the root of how many there are, and the bias', () => {
    // Six letters and seven pairs, of which 包好 says 4 · 0.5.
    expect(oddsIn('这一件包好了')).toBeCloseTo(-1 + 2 / Math.sqrt(13), 9);
  });

  test('count a gram once', () => expect(oddsIn('包好包好包好')).toBeCloseTo(-1 + 2 / Math.sqrt(13), 9));

  test('hear where the text goes', () => expect(oddsIn('这一件包好了', 'sms')).toBeCloseTo(-1 + 3 / Math.sqrt(14), 9));

  test('of other labels are their bias', () =>
    expect(oddsFor(hear(sense, '这一件包好了', null)[0]!, 'diversion')).toBe(0));
});

test('a word or two are not heard', () => {
  expect(hear(sense, '', null)).toEqual([]);
  expect(hear(sense, '都包好了', null)).toEqual([]);
});

describe('a long text', () => {
  const sentence = '这是一句很普通的话。';

  test('is heard in whole sentences, and nothing of it is left out', () => {
    const text = sentence.repeat(50);
    const parts = hear(sense, text, null);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start, end } of parts) expect([start % 10, end - start <= 160]).toEqual([0, true]);
  });

  test('is not deaf to one sentence among many', () => {
    const parts = hear(sense, `${sentence.repeat(30)}包好。${sentence.repeat(30)}`, null);
    const odds = parts.map((part) => oddsFor(part, 'over-promise'));
    expect(odds.filter((each) => each > -1)).toHaveLength(1);
  });

  test('without an end is cut', () => {
    expect(hear(sense, '啊'.repeat(400), null).map(({ end }) => end)).toEqual([160, 320, 400]);
  });
});

test('the loudest run is the one between two signs that says most', () => {
  const text = '您好,这个包好的,放心';
  const [part] = hear(sense, text, null);
  const { start, end } = loudestRun(sense, text, part!, 'over-promise');
  expect(text.slice(start, end)).toBe('这个包好的');
});
