import { describe, expect, test } from 'vitest';
import { Deal } from '../../../../lib/actions/trials/assignment.ts';
import { ledgerOf } from '../../../../lib/insight/ledger/ledger.ts';
import fc from '../../../support/fast-check.ts';
import { makeCustomerId, makeHistory, makeRows } from '../../../support/make-history.ts';
import { makeComparison, makeTrial } from '../../../support/make-trial.ts';
import { randomFrom } from '../../../support/simulate-shop.ts';

const random = randomFrom(7);
const ids = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join(''),
);
const countsOf = (deal: Deal, of: readonly string[] = ids) => {
  const counts = [0, 0, 0];
  for (const id of of) counts[deal.of(id)]! += 1;
  return counts;
};
/** How far a count may be from what is expected by chance: five standard deviations. */
const near = (count: number, of: number, share: number) =>
  expect(Math.abs(count - of * share)).toBeLessThan(5 * Math.sqrt(of * share * (1 - share)));

describe('customers are dealt out', () => {
  test('by the shares of the arms, and all of them where the shares make a whole', () => {
    const [none, heldOut] = countsOf(new Deal(makeTrial()));
    expect(none).toBe(0);
    near(heldOut!, ids.length, 0.1);
    const [rest, a, b] = countsOf(new Deal(makeComparison()));
    near(rest!, ids.length, 0.8);
    near(a!, ids.length, 0.1);
    near(b!, ids.length, 0.1);
  });

  test('evenly of ids that follow one another, too', () => {
    const inARow = Array.from({ length: 20_000 }, (_, number) => makeCustomerId(number));
    near(countsOf(new Deal(makeTrial()), inARow)[1]!, inARow.length, 0.1);
  });

  test('the same at every asking, by id and by row', () => {
    const ledger = ledgerOf(makeRows(Array.from({ length: 300 }, () => makeHistory([40]))));
    const [one, other] = [new Deal(makeTrial()), new Deal(makeTrial())];
    for (let row = 0; row < ledger.size; row += 1) expect(one.at(ledger.ids, row)).toBe(other.of(makeCustomerId(row)));
  });

  test('in one trial independently of every other', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.string({ minLength: 1, maxLength: 40 }),
        (one, other) => {
          fc.pre(one !== other);
          const [first, second] = [new Deal(makeTrial({ trialId: one })), new Deal(makeTrial({ trialId: other }))];
          const both = ids.slice(0, 10_000).filter((id) => first.of(id) === 1 && second.of(id) === 1);
          near(both.length, 10_000, 0.01);
        },
      ),
      { numRuns: 30 },
    );
  });
});
