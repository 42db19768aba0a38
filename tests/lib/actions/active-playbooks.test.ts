import { describe, expect, test } from 'vitest';
import { activePlaybooks, spanOf } from '../../../lib/actions/active-playbooks.ts';
import { formatMinute, startOfDay } from '../../../lib/model/shanghai-time.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { TODAY } from '../../support/make-history.ts';
import { makeOccasion, openPlaybooks, THIS_MORNING } from '../../support/open-playbooks.ts';

const HOUR_MS = 3_600_000;
const clock = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const momentOf = (id: string) => playbooks.find((one) => one.id === id)!.moment!;
const ids = (options: Parameters<typeof openPlaybooks>[0]) => openPlaybooks(options).map(({ id }) => id);

test('what ships as on is open, and a shop has the last word', () => {
  expect(ids({})).toContain('silent-wake');
  expect(ids({})).not.toContain('frequent-reward');
  expect(ids({ choices: { 'silent-wake': false, 'frequent-reward': true } })).toContain('frequent-reward');
  expect(ids({ choices: { 'silent-wake': false } })).not.toContain('silent-wake');
});

test('playbooks keep their order of precedence', () => {
  const open = ids({ occasions: [makeOccasion()] });
  expect(open).toEqual(playbooks.map(({ id }) => id).filter((id) => open.includes(id)));
});

describe('a livestream that ends at eight in the evening', () => {
  const endAt = clock('2026-08-06 20:00');
  const live = makeOccasion({ kind: 'live', startAt: endAt - 3 * HOUR_MS, endAt });
  const after = (hours: number) => ids({ occasions: [live], now: endAt + hours * HOUR_MS });

  const thanksAfter = (hours: number) =>
    after(hours).filter((id) => id.startsWith('live-t') || id === 'live-opening-tip');

  test('opens nothing while it runs, thanks for an hour, with a tip until the morning, and for a day', () => {
    expect(thanksAfter(-0.1)).toEqual([]);
    expect(thanksAfter(0.9)).toEqual(['live-thank-top', 'live-opening-tip']);
    expect(thanksAfter(1)).toEqual(['live-opening-tip']);
    expect(thanksAfter(13.9)).toEqual(['live-opening-tip', 'live-thanks']);
    expect(thanksAfter(23.9)).toEqual(['live-thanks']);
    expect(thanksAfter(24)).toEqual([]);
  });

  test('is about those whose last purchase fell on its day', () => {
    const [thanks] = activePlaybooks(
      playbooks.filter(({ id }) => id === 'live-thanks'),
      { choices: {}, occasions: [live], limits: contactLimits, asOfDay: TODAY + 1, now: endAt + 20 * HOUR_MS },
    );
    expect(thanks!.all).toEqual([
      { metric: 'recencyDays', is: '<=', value: 1 },
      { metric: 'recencyDays', is: '>=', value: 1 },
    ]);
    expect(thanks!.occasion).toBe(live);
  });
});

test.each([
  ['2026-08-06 20:00', '2026-08-06 21:00'],
  ['2026-08-06 23:00', '2026-08-07 10:00'],
  ['2026-08-07 01:30', '2026-08-07 10:00'],
  ['2026-08-07 09:30', '2026-08-07 10:30'],
])('the hour after a live that ends at %s is held open until %s: nobody is woken', (end, until) => {
  const live = makeOccasion({ kind: 'live', startAt: clock(end) - 3 * HOUR_MS, endAt: clock(end) });
  expect(formatMinute(spanOf(momentOf('live-thank-top'), live, contactLimits).toAt)).toBe(until);
});

test('a launch opens three days before its hour, and not a minute earlier', () => {
  const launch = makeOccasion({ startAt: THIS_MORNING + 72 * HOUR_MS, endAt: THIS_MORNING + 73 * HOUR_MS });
  expect(ids({ occasions: [launch] })).toContain('launch-early-access');
  expect(ids({ occasions: [launch], now: THIS_MORNING - 60_000 })).not.toContain('launch-early-access');
  expect(ids({ occasions: [launch], now: launch.startAt })).not.toContain('launch-early-access');
});

test('of two occasions of a kind the first whose time it is counts', () => {
  const launch = (id: string, days: number) => makeOccasion({ id, startAt: startOfDay(TODAY + days) });
  const open = openPlaybooks({ occasions: [launch('past', -3), launch('next', 1), launch('later', 2)] });
  expect(open.find(({ id }) => id === 'launch-early-access')!.occasion!.id).toBe('next');
});
