import { expect, test } from 'vitest';
import { ReportTurns } from '../../../lib/browser/report-turns.ts';

const frame = { tabId: 7, frameId: 0 };

test('a report that is done late does not stand over one that came after it', () => {
  const turns = new ReportTurns();
  const [list, blocked] = [turns.begin(), turns.begin()];
  expect(turns.mayShow(frame, blocked)).toBe(true);
  expect(turns.mayShow(frame, list)).toBe(false);
  expect(turns.mayShow(frame, turns.begin())).toBe(true);
});

test('frames and tabs have words of their own', () => {
  const turns = new ReportTurns();
  const [first, second] = [turns.begin(), turns.begin()];
  expect(turns.mayShow(frame, second)).toBe(true);
  expect(turns.mayShow({ ...frame, frameId: 3 }, first)).toBe(true);
  expect(turns.mayShow({ ...frame, tabId: 8 }, first)).toBe(true);
});

test('one report may be shown twice: as what it is, and then with what went wrong', () => {
  const turns = new ReportTurns();
  const turn = turns.begin();
  expect([turns.mayShow(frame, turn), turns.mayShow(frame, turn)]).toEqual([true, true]);
});
