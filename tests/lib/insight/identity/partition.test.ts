import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { contradicting, partition, type Tie } from '../../../../lib/insight/identity/partition.ts';

const tie = (left: string, right: string, changes: Partial<Tie> = {}): Tie => ({
  parties: [left, right],
  kinds: [kindOf(left), kindOf(right)],
  isProven: true,
  decision: null,
  newCustomerId: null,
  ...changes,
});

const kinds = { u: 'uid', s: 'securityuid', e: 'encodeId', n: 'nick' } as const;
const kindOf = (party: string) => kinds[party[0] as keyof typeof kinds] ?? null;
const said = (left: string, right: string, decision: 'confirmed' | 'refused'): Tie =>
  tie(left, right, { kinds: [null, null], isProven: false, decision, newCustomerId: `x${left}${right}` });
const together = (ties: readonly Tie[], ...parties: string[]) =>
  new Set(parties.map((party) => partition(ties).get(party) ?? party)).size === 1;

describe('keys that a page showed for one order', () => {
  test('are one customer', () => {
    expect(together([tie('u1', 's1')], 'u1', 's1')).toBe(true);
  });

  test('of three kinds are one customer, too', () => {
    expect(together([tie('u1', 's1'), tie('s1', 'e1')], 'u1', 's1', 'e1')).toBe(true);
  });

  test.each([
    ['one key with two of another kind', [tie('u1', 's1'), tie('u2', 's1')]],
    ['over a third kind', [tie('u1', 's1'), tie('s1', 'e1'), tie('e1', 'u2')]],
    ['over a nick that both have had', [tie('n1', 's1'), tie('n1', 's2')]],
  ])('join nobody when they contradict each other: %s', (_, ties) => {
    expect(partition(ties)).toEqual(new Map());
    expect(contradicting(ties)).toHaveLength(ties.length);
  });

  test('join again when a person refuses the proof that is wrong', () => {
    const ties = [tie('u1', 's1'), tie('u2', 's1', { decision: 'refused' })];
    expect(together(ties, 'u1', 's1')).toBe(true);
    expect(together(ties, 'u2', 's1')).toBe(false);
    expect(contradicting(ties)).toEqual([]);
  });

  test('join although the buyer had several nicks', () => {
    expect(together([tie('n1', 's1'), tie('n2', 's1')], 'n1', 'n2', 's1')).toBe(true);
  });
});

describe('a masked order', () => {
  test('is of the customer whose key its review shows, and so are further ones', () => {
    expect(together([tie('taobao:1', 's1'), tie('taobao:2', 's1')], 'taobao:1', 'taobao:2', 's1')).toBe(true);
  });

  test('is nobody’s when two keys of one kind were seen for it', () => {
    const ties = [tie('taobao:1', 's1'), tie('taobao:1', 's2'), tie('taobao:2', 's1')];
    expect([...partition(ties).keys()].toSorted()).toEqual(['s1', 'taobao:2']);
  });

  test('and another that a person says is the same buyer’s make a customer of their own', () => {
    expect(partition([said('taobao:1', 'taobao:2', 'confirmed')])).toEqual(
      new Map([
        ['taobao:1', 'xtaobao:1taobao:2'],
        ['taobao:2', 'xtaobao:1taobao:2'],
      ]),
    );
  });
});

test('what a person refused is not joined, and what they confirmed is, whatever pages prove', () => {
  expect(together([tie('u1', 's1', { decision: 'refused' })], 'u1', 's1')).toBe(false);
  const contradicted = [tie('u1', 's1', { decision: 'confirmed' }), tie('u2', 's1')];
  expect(together(contradicted, 'u1', 's1')).toBe(true);
});

test('does not depend on the order of the links', () => {
  const party = fc.constantFrom('u1', 'u2', 's1', 's2', 'e1', 'n1', 'taobao:1', 'taobao:2', 'taobao:3');
  const link = fc
    .record({
      parties: fc.tuple(party, party).filter(([a, b]) => a !== b),
      isProven: fc.boolean(),
      decision: fc.constantFrom(null, null, 'confirmed' as const, 'refused' as const),
    })
    .map(({ parties: [a, b], ...rest }) => tie(a, b, { ...rest, newCustomerId: `x${a}${b}` }));
  const links = fc.uniqueArray(link, { selector: ({ parties }) => parties.toSorted().join(), maxLength: 12 });
  fc.assert(
    fc.property(
      links.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([ties, shuffled]) => {
        const byParty = (map: Map<string, string>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(byParty(partition(shuffled))).toEqual(byParty(partition(ties)));
      },
    ),
  );
});
