import { expect, test } from 'vitest';
import { letterOf, unitOf } from '../../../lib/compliance/letters.ts';
import { soundsOf } from '../../../lib/compliance/sounds.ts';
import { addWord, emptyNode } from '../../../lib/compliance/word-graph.ts';
import {
  BOTH_OTHER,
  FIRST_OTHER,
  NO_OTHERS,
  NOWHERE,
  SECOND_OTHER,
  WordStates,
} from '../../../lib/compliance/word-states.ts';

const alike = { hao: '好号郝毫', ping: '评平苹', wei: '微薇威' };
const root = emptyNode<number>('no');
addWord(root, '好评', 'letters', 1);
addWord(root, '微(信|好友)', 'letters', 2);
addWord(root, '加v', 'no', 3);
const states = new WordStates(root, soundsOf(alike));
const numberOf = (letter: string) => letterOf(letter.charCodeAt(0));
const letters = Array.from('好号郝毫评平苹微薇威信友加v的', numberOf);

test('letters that do not lead on are told at once, and no other', () => {
  const open = [states.start];
  const seen = new Set(open);
  const passedOver: string[] = [];
  for (let stand = open.pop(); stand !== undefined; stand = open.pop())
    for (const letter of letters) {
      const way = states.way(stand, letter);
      const reached = [states.exact(way), states.other(way)].filter((next) => next !== NOWHERE);
      if (reached.length > 0 && !states.mayLead(stand, letter)) passedOver.push(String.fromCharCode(unitOf(letter)));
      for (const next of reached) if (!seen.has(next)) open.push(next);
      for (const next of reached) seen.add(next);
    }
  expect(seen.size).toBeGreaterThan(8);
  expect(passedOver).toEqual([]);
  expect(states.mayLead(states.start, numberOf('的'))).toBe(false);
});

test('letters that sound alike lead to one state', () => {
  const [one, other] = Array.from('号郝', (letter) => states.other(states.way(states.start, numberOf(letter))));
  expect(one).not.toBe(NOWHERE);
  expect(other).toBe(one);
});

test('two letters lead where the ways of one and then the other do', () => {
  const after = (stand: number, letter: number) => {
    const way = states.way(stand, letter);
    return stand === NOWHERE ? [NOWHERE, NOWHERE] : [states.exact(way), states.other(way)];
  };
  for (const first of letters)
    for (const second of letters) {
      const [exact, ...others] = after(states.start, first).flatMap((stand) => after(stand, second));
      const pair = states.pair(first, second);
      const place = states.othersOf(pair);
      const led = ([SECOND_OTHER, FIRST_OTHER, BOTH_OTHER] as const).map((which) => states.afterOthers(place, which));
      expect(states.afterPair(pair)).toBe(exact);
      expect(place === NO_OTHERS ? [NOWHERE, NOWHERE, NOWHERE] : led).toEqual(others);
    }
});
