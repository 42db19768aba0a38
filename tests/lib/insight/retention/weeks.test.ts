import { expect, test } from 'vitest';
import { spanFigures } from '../../../../lib/insight/retention/months.ts';
import { lastWeeks } from '../../../../lib/insight/retention/weeks.ts';
import { dayOf, formatDay } from '../../../../lib/model/shanghai-time.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

const days = (day: string) => lastWeeks(dayOf(Date.parse(`${day}T12:00:00+08:00`))).map((span) => span.map(formatDay));

test.each(['2026-08-03', '2026-08-06', '2026-08-09'])('on %s the last week that is over ended on the second', (day) => {
  expect(days(day)).toEqual([
    ['2026-07-20', '2026-07-26'],
    ['2026-07-27', '2026-08-02'],
  ]);
});

// Today is Thursday, 6 August 2026: 4 days ago was Sunday, 10 days ago Monday, 11 days ago the Sunday before.
test('a week has its seven days, and no other', () => {
  const measures = makeMeasures([
    makeHistory([30, 11, 10, 4, 3], { amountFen: 2_500 }),
    makeHistory([10]),
    makeHistory([17], { amountFen: null }),
  ]);
  expect(spanFigures(measures, lastWeeks(TODAY))).toEqual([
    { buyers: 2, newBuyers: 1, purchases: 2, salesFen: 2_500, unknownAmounts: 1 },
    { buyers: 2, newBuyers: 1, purchases: 3, salesFen: 15_000, unknownAmounts: 0 },
  ]);
  expect(spanFigures(measures, [])).toEqual([]);
});
