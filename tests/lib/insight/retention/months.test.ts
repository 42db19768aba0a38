import { expect, test } from 'vitest';
import { monthOf } from '../../../../lib/insight/retention/cohorts.ts';
import { monthFigures } from '../../../../lib/insight/retention/months.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

// Today is 6 August 2026: 5 days ago is 1 August, 36 the first of July, 37 the last of June.
const august = monthOf(TODAY);

test('a customer counts once in a month, as new in that of the first purchase alone; sales are those with a known amount', () => {
  const measures = makeMeasures([
    makeHistory([400, 6, 10, 0]),
    makeHistory([5, 4], { amountFen: 2_500 }),
    makeHistory([36], { amountFen: null }),
  ]);
  expect(monthFigures(measures, 3)).toEqual([
    { month: august - 2, buyers: 0, newBuyers: 0, purchases: 0, salesFen: 0, unknownAmounts: 0 },
    { month: august - 1, buyers: 2, newBuyers: 1, purchases: 3, salesFen: 20_000, unknownAmounts: 1 },
    { month: august, buyers: 2, newBuyers: 1, purchases: 3, salesFen: 15_000, unknownAmounts: 0 },
  ]);
});
