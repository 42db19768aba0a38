import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../lib/compliance/concept.ts';
import { lexiconOf } from '../../../lib/compliance/lexicon.ts';
import { mentionsIn } from '../../../lib/compliance/mentions.ts';
import { indexRules } from '../../../lib/compliance/rule-index.ts';
import { soundsOf } from '../../../lib/compliance/sounds.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { everyMention } from '../../support/every-mention.ts';
import fc from '../../support/fast-check.ts';

const sounds = soundsOf({ hao: '好号郝', ping: '评平苹', pin: '品拼', wei: '微薇', xin: '信新', zhuan: '转赚' });
const concept = (parts: Partial<Concept>): Concept => ({
  words: [],
  patterns: [],
  except: [],
  bySound: 'no',
  ...parts,
});

/** The words of a concept found in a text. */
function found(text: string, parts: Partial<Concept>): string[] {
  const mentions = everyMention(text, lexiconOf({ it: concept(parts) }, { words: {}, patterns: {} }, sounds));
  return mentions.of(0).map(({ start, end }) => text.slice(start, end));
}

describe('words', () => {
  test('are found wherever they stand, overlapping ones too', () => {
    expect(found('好评返现,好评', { words: ['好评', '好评返现'] })).toEqual(['好评', '好评返现', '好评']);
  });

  test.each(['好 评', '好.评', '好*-评', '好💰评', '好❤评'])(
    'are found with signs between their letters: %s',
    (text) => {
      expect(found(text, { words: ['好评'] })).toEqual([text]);
    },
  );

  test.each(['好,评', '好。评', '好...评', '好的评'])('are not found over the end of a clause or a gap: %s', (text) => {
    expect(found(text, { words: ['好评'] })).toEqual([]);
  });

  test('of Latin letters stand alone', () => {
    expect(found('加vx吧', { words: ['vx'] })).toEqual(['vx']);
    expect(found('avx vxe', { words: ['vx'] })).toEqual([]);
  });

  test('inside a word in which they are not meant are left out, and only these', () => {
    expect(found('更加好,加我', { words: ['加'], except: ['更加'] })).toEqual(['加']);
  });

  test('are found by a pattern, too, in the order of the text', () => {
    expect(found('返5元红包', { words: ['红包'], patterns: ['[0-9]元'] })).toEqual(['5元', '红包']);
  });
});

describe('words that are written by sound', () => {
  test.each(['hao评', '好ping', 'haoping', '好pin'])('may hold pinyin: %s', (text) => {
    expect(found(text, { words: ['好评'], bySound: 'pinyin' })).toEqual([text]);
    expect(found(text, { words: ['好评'] })).toEqual([]);
  });

  test('hold pinyin that stands alone', () => {
    expect(found('shao评 好pingx', { words: ['好评'], bySound: 'pinyin' })).toEqual([]);
  });

  test.each(['号评', '好苹', '好品'])('may hold another letter of the same or a like sound: %s', (text) => {
    expect(found(text, { words: ['好评'], bySound: 'half' })).toEqual([text]);
    expect(found(text, { words: ['好评'], bySound: 'some' })).toEqual([]);
    expect(found(text, { words: ['好评'], bySound: 'pinyin' })).toEqual([]);
  });

  test('keep at least half of their letters', () => {
    expect(found('号苹', { words: ['好评'], bySound: 'half' })).toEqual([]);
    expect(found('微新转', { words: ['微信转'], bySound: 'some' })).toEqual(['微新转']);
    expect(found('薇新转', { words: ['微信转'], bySound: 'some' })).toEqual([]);
  });
});

test('a concept that is not there has no places', () => {
  expect(found('您好', { words: ['好评'] })).toEqual([]);
});

test('no place is passed over because of how words begin', () => {
  const { lexicon } = indexRules(complianceRules, 'jd');
  const concepts = [...lexicon.numbers.values()];
  const words = Object.values(complianceRules.concepts).flatMap((one) => one.words);
  const letters = Array.from([...words, ...Object.values(complianceRules.sounds), ' .,。*a1v❤'].join(''));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...letters)), { maxLength: 30 }),
      (parts) => {
        const text = parts.join('').replace(/[()|#]/g, '');
        const [quick, slow] = [mentionsIn(text, lexicon), everyMention(text, { ...lexicon, patterns: [] })];
        const differing = concepts.filter((number) => !isDeepStrictEqual(quick.of(number), slow.of(number)));
        expect(differing).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
  // The shipped rules are arranged first: a second or more on a busy machine.
}, 30_000);
