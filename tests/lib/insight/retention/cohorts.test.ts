import { expect, test } from 'vitest';
import { cohorts, cohortSegment, firstDayOf, monthOf } from '../../../../lib/insight/retention/cohorts.ts';
import { compileSegment } from '../../../../lib/insight/segments/evaluate.ts';
import { readLine } from '../../../../lib/views/segments/segment-language.ts';
import { printSegment } from '../../../../lib/insight/segments/print.ts';
import { shopLexicon } from '../../../../lib/views/segments/segment-lexicon.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

// Today is 6 August 2026: 5 days ago is 1 August, 6 days ago the last of July, 36 the first of July, 37 the last of June.
const august = monthOf(TODAY);

test('a month begins on its first day', () => {
  expect(firstDayOf(august)).toBe(TODAY - 5);
  expect(monthOf(TODAY - 6)).toBe(august - 1);
  expect(firstDayOf(monthOf(0))).toBe(0);
});

test('customers stand under the month of their first purchase, and count once in each month in which they came again', () => {
  const measures = makeMeasures([
    makeHistory([37, 36, 20, 5]),
    makeHistory([50, 45]),
    makeHistory([6]),
    makeHistory([0, 1]),
    makeHistory([]),
  ]);
  expect(cohorts(measures, 3)).toEqual([
    { month: august - 2, customers: 2, returned: [1, 1] },
    { month: august - 1, customers: 1, returned: [0] },
    { month: august, customers: 1, returned: [] },
  ]);
});

test('who came first before the months shown stands in none of them', () => {
  expect(cohorts(makeMeasures([makeHistory([400, 1])]), 2).map(({ customers }) => customers)).toEqual([0, 0]);
});

test('purchases after the day of reading are not looked at', () => {
  const measures = makeMeasures([makeHistory([37, 5])], { asOfDay: TODAY - 6 });
  expect(cohorts(measures, 2)).toEqual([
    { month: august - 2, customers: 1, returned: [0] },
    { month: august - 1, customers: 0, returned: [] },
  ]);
});

// On the first of a month, too, when the month under way is one day long.
test.each([TODAY, TODAY - 5])('the line of a month has exactly its customers, read on day %i', (asOfDay) => {
  const measures = makeMeasures(
    Array.from({ length: 90 }, (_, at) => makeHistory([at + TODAY - asOfDay])),
    { asOfDay },
  );
  const { vocabulary } = shopLexicon([]);
  for (const { month, customers } of cohorts(measures, 3)) {
    const segment = cohortSegment(month, asOfDay);
    expect(readLine(printSegment(segment, vocabulary)).segment).toEqual(segment);
    expect(compileSegment(segment, vocabulary)(measures).reduce((sum, is) => sum + is, 0)).toBe(customers);
  }
});
