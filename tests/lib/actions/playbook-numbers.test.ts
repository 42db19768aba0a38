import { describe, expect, test } from 'vitest';
import { ladderOf, laddersOf } from '../../../lib/actions/ladder.ts';
import { numberProblems, rangeOf } from '../../../lib/actions/number-problems.ts';
import { numbersOf, tellerOf, told, withNumbers } from '../../../lib/actions/playbook-numbers.ts';
import { playbookSchema } from '../../../lib/actions/playbook.ts';
import { ladderSteps, numberRanges, playbooks } from '../../../lib/rules/playbooks.ts';
import fc from '../../support/fast-check.ts';

const playbookOf = (id: string) => playbooks.find((one) => one.id === id)!;
const problemsOf = (id: string, numbers: Record<string, number>) =>
  numberProblems(playbookOf(id), numbers, numberRanges);

describe.each(playbooks)('the numbers of $id', (playbook) => {
  test('have keys of their own, and lie within their ranges as they ship', () => {
    const numbers = numbersOf(playbook);
    const shipped = Object.fromEntries(numbers.map(({ key, shipped: value }) => [key, value]));
    expect(Object.keys(shipped)).toHaveLength(numbers.length);
    expect(problemsOf(playbook.id, shipped)).toEqual([]);
    expect(withNumbers(playbook, shipped)).toEqual(playbook);
    expect(withNumbers(playbook, {})).toEqual(playbook);
  });

  test('are told in its texts, and stand in no label, which is its name', () => {
    const { label, advice, note } = told(playbook);
    for (const text of [label, advice, note]) expect(JSON.stringify(text)).not.toMatch(/[{]\w+[.}]/);
    expect(label).toEqual(playbook.label);
  });

  test('whatever is allowed, is a playbook still, and what is set is what it has', () => {
    const any = fc.record(
      Object.fromEntries(
        numbersOf(playbook).map((number) => {
          const { min, max, step } = rangeOf(number, numberRanges);
          const steps = fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) });
          return [number.key, steps.map((count) => Math.round(count * step * 100) / 100)];
        }),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const numbers = drawn as Record<string, number>;
        if (problemsOf(playbook.id, numbers).length > 0) return;
        const changed = playbookSchema.parse(withNumbers(playbook, numbers));
        const now = new Map(numbersOf(changed).map(({ key, shipped }) => [key, shipped]));
        for (const [key, value] of Object.entries(numbers)) expect(now.get(key)).toBe(value);
        const plain = { all: [], due: null, moment: null, offer: null, goal: null, exchange: null };
        const unnumbered = { ...plain, withinDays: null, restDays: null };
        expect({ ...changed, ...unnumbered }).toEqual({ ...playbook, ...unnumbered });
      }),
      { numRuns: 20 },
    );
  });
});

test('what a customer is, is no number: none, one, a case that is open', () => {
  const keys = (id: string) => numbersOf(playbookOf(id)).map(({ key }) => key);
  expect(keys('resolve-first')).toEqual(['withinDays', 'due.everyDays']);
  expect(keys('first-order')).not.toContain('all.purchaseCount=');
  expect(keys('ladder-30')).toContain('all.purchaseCount=');
});

test('texts follow the shop’s numbers, a rate as each language says it', () => {
  const changed = told(withNumbers(playbookOf('first-repeat'), { 'due.afterSignDays>=': 5, 'offer.validDays': 7 }));
  expect(changed.advice.zh).toBe('签收 5 天后发首次复购券，7 天有效');
  const day = told(withNumbers(playbookOf('anniversary'), { 'offer.rate': 0.85 }));
  expect(day.advice.zh).toContain('8.5 折');
  expect(day.advice.en).toContain('15% off');
  expect(told(playbookOf('delay-compensation')).advice.zh).toContain('20 元券');
  expect(() => tellerOf(playbookOf('upgrade'))({ zh: '{offer.rate}', en: '-' })).toThrow(
    /expected a number of upgrade/,
  );
});

describe('numbers are refused', () => {
  test('beyond their range, and of another kind', () => {
    expect(problemsOf('first-repeat', { withinDays: 0 })).toMatchObject([{ kind: 'outOfRange', key: 'withinDays' }]);
    expect(problemsOf('first-repeat', { withinDays: 2.5 })).toMatchObject([{ kind: 'outOfRange' }]);
    expect(problemsOf('anniversary', { 'offer.rate': 1.2 })).toMatchObject([{ kind: 'outOfRange', unit: 'rate' }]);
    expect(problemsOf('first-repeat', { 'offer.rate': 0.9 })).toEqual([{ kind: 'unknown', key: 'offer.rate' }]);
    expect(problemsOf('first-repeat', { withinDays: Number.NaN })).toMatchObject([{ kind: 'outOfRange' }]);
  });

  test('that nobody can fulfil, be it across the playbook’s conditions and those of its day', () => {
    expect(problemsOf('dormant-180', { 'all.recencyDays>=': 188 })).toMatchObject([
      { kind: 'nobody', metric: 'recencyDays', keys: ['all.recencyDays>=', 'all.recencyDays<='] },
    ]);
    expect(problemsOf('first-repeat', { 'due.recencyDays<=': 2 })).toMatchObject([{ kind: 'nobody' }]);
    expect(problemsOf('dormant-180', { 'all.recencyDays>=': 187 })).toEqual([]);
  });

  test('of an occasion’s time that would end before it begins', () => {
    expect(problemsOf('live-stocker', { 'moment.to': 100 })).toMatchObject([{ kind: 'noTime' }]);
    expect(problemsOf('live-stocker', { 'moment.to': 300 })).toEqual([]);
  });
});

describe('the ladder', () => {
  test('ships with the numbers of its playbooks', () => {
    const shipped = laddersOf(ladderSteps, playbooks);
    expect(shipped.map(({ days, repeats }) => [days, repeats])).toEqual(
      ladderSteps.map(({ days, repeats }) => [days, repeats]),
    );
    expect(shipped.map(({ reward }) => reward.zh)).toEqual(['9 折', '8 折加赠品', '长期会员价（要店主同意）']);
  });

  test('goes by the shop’s numbers, and only as far as it is on', () => {
    const changed = withNumbers(playbookOf('ladder-30'), { 'all.daysSinceFirst<=': 45, 'offer.rate': 0.75 });
    const [step, ...others] = laddersOf(ladderSteps, [changed]);
    expect(others).toEqual([]);
    expect(step).toMatchObject({ days: 45, repeats: 3, reward: { zh: '7.5 折加赠品', en: '25% off and a gift' } });
    expect(ladderOf([100], 140, [step!])).toMatchObject({ missing: 3, daysLeft: 6 });
  });
});
