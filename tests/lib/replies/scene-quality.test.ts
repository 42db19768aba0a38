/**
 * How well scenes are heard. What is learned from (`scripts/scenes/material.ts`) says little about lines that nobody has seen: `npm run
 * scenes` prints the quality on lines held back, and `test` is never learned from. `npm run bench:scenes` prints the table of a set,
 * scene by scene. What is asserted below keeps what was won.
 */
import { describe, expect, test } from 'vitest';
import { SURE_FROM } from '../../../lib/replies/confidence.ts';
import { sceneRules } from '../../../lib/rules/replies.ts';
import { countedOnly, lines as learnedLines, phrases } from '../../../scripts/scenes/material.ts';
import { buyerLines, heardIn, LEAST_MACRO_F1, macroF1, scoreScenes } from '../../support/buyer-lines.ts';

const sets = ['dev', ...countedOnly, 'unseen-1', 'unseen-2', 'unseen-3', 'voices', 'other-dev'];
const lines = new Map(sets.map((name) => [name, buyerLines(name)]));

test('the labelled lines are many, and name known scenes', () => {
  expect(lines.get('dev')!.length + lines.get('test')!.length).toBeGreaterThanOrEqual(400);
  const known = new Set(sceneRules.scenes.map(({ id }) => id));
  const named = [...lines.values()].flat().flatMap(({ scenes, allow = [] }) => [...scenes, ...allow]);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('nothing that is only counted is learned', () => {
  const learned = new Set([...phrases(), ...learnedLines()].map(({ messages }) => messages.join('\n')));
  const seen = countedOnly
    .flatMap((name) => lines.get(name)!)
    .filter(({ messages, scenes }) => scenes.length > 0 && learned.has(messages.join('\n')));
  expect(learned.size).toBeGreaterThan(5_000);
  expect(seen).toEqual([]);
});

test('dev and test are parted by a hash of the text', () => {
  const half = (text: string) => {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash % 2 === 0 ? 'dev' : 'test';
  };
  for (const name of ['dev', 'test'])
    expect(lines.get(name)!.filter(({ messages }) => half(messages.join('\n')) !== name)).toEqual([]);
});

describe.each(sets)('on the set %s', (name) => {
  const set = lines.get(name)!;
  const heard = set.map((line) => heardIn(line, sceneRules));

  test(`macro-F1 is at least ${LEAST_MACRO_F1}`, () => {
    const scores = scoreScenes(
      set,
      heard.map((scenes) => scenes.map(({ sceneId }) => sceneId)),
    );
    const worst = scores.toSorted((a, b) => a.f1 - b.f1).slice(0, 3);
    console.log(
      `${name}: n = ${set.length}, macro-F1 ${macroF1(scores).toFixed(3)}, weakest`,
      worst.map(({ sceneId, f1 }) => `${sceneId} ${f1.toFixed(2)}`).join(', '),
    );
    expect(macroF1(scores)).toBeGreaterThanOrEqual(LEAST_MACRO_F1);
  });

  test('nine of ten that are called sure are right, and small talk is left alone', () => {
    const sure = heard.map((scenes) => scenes.filter(({ confidence }) => confidence >= SURE_FROM));
    const right = sure.flatMap((scenes, at) => scenes.filter(({ sceneId }) => set[at]!.scenes.includes(sceneId)));
    const quiet = sure.filter((_, at) => set[at]!.scenes.length === 0);
    expect(right.length / sure.flat().length).toBeGreaterThan(0.9);
    expect(quiet.filter((scenes) => scenes.length === 0).length / quiet.length).toBeGreaterThanOrEqual(0.9);
  });
});
