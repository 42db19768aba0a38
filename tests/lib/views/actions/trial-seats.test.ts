/** Twenty may try a new item: the twenty-first is refused, nobody else is invited, and a seat that is given back opens it again. */
import { beforeEach, describe, expect, test } from 'vitest';
import { registerOf } from '../../../../lib/actions/rights.ts';
import { isSealed } from '../../../../lib/model/sealed.ts';
import { dayOf, startOfDay } from '../../../../lib/model/shanghai-time.ts';
import { giveUpSealed, lockNow, unlock } from '../../../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../../../lib/pipeline/lock/seal-records.ts';
import { recordMoment, recordRight, recordRightSettled } from '../../../../lib/pipeline/record-practice.ts';
import { dayListRules } from '../../../../lib/rules/playbooks.ts';
import { duePlaybooks } from '../../../../lib/actions/day-list.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { readActivePlaybooks } from '../../../../lib/views/actions/open-playbooks.ts';
import { readRights } from '../../../../lib/views/actions/shop-practice.ts';
import { PASSPHRASE, sealedShop } from '../../../support/locked-shop.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { noNumbers } from '../../../../lib/views/shops/number-changes.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');
const launchAt = startOfDay(dayOf(NOW) + 2);
let db: LiukeDatabase;

const launch = async (momentId: string, name: string) =>
  await recordMoment(
    db,
    { shopId: 'one', moment: { momentId, kind: 'launch', name, startAt: launchAt, endAt: launchAt + 3_600_000 } },
    NOW,
  );
const seat = async (number: number, trial = '冬款') =>
  await recordRight(
    db,
    {
      rightId: `${trial} ${number}`,
      shopId: 'one',
      right: { what: 'trialSeat', customerId: makeCustomerId(number), trial },
    },
    NOW,
  );
const take = async (seats: number, trial = '冬款') => {
  for (let number = 0; number < seats; number += 1) expect(await seat(number, trial)).toHaveProperty('eventId');
};
const invite = async () =>
  (await readActivePlaybooks(db, 'one', noNumbers, dayOf(NOW), NOW)).find(({ id }) => id === 'trial-invite')!;
const isListed = async () => duePlaybooks([await invite()]).length === 1;

beforeEach(() => {
  db = openTestDatabase();
});

test('the number is that of the guides, and stands in the data (ACT-10)', () => {
  expect(dayListRules.trialSeats).toBe(20);
});

describe('a trial', () => {
  test('invites until its last seat is taken, refuses one more, and opens again with a seat that is given back', async () => {
    await launch('m1', '冬款');
    await take(19);
    expect([(await invite()).seatsLeft, await isListed()]).toEqual([1, true]);
    await seat(19);
    expect([(await invite()).seatsLeft, await isListed()]).toEqual([0, false]);

    expect(await seat(20)).toEqual({ refused: 'seatsTaken', seats: 20 });
    expect(await readRights(db, 'one')).toHaveLength(20);

    await recordRightSettled(db, { rightId: '冬款 3' }, NOW);
    expect([(await invite()).seatsLeft, await isListed()]).toEqual([1, true]);
    expect(await seat(20)).toHaveProperty('eventId');
    expect(await isListed()).toBe(false);
  });

  test('answers a command that is given again as before, though its own seat was the last', async () => {
    await take(19);
    const last = {
      rightId: 'last',
      shopId: 'one',
      right: { what: 'trialSeat' as const, customerId: 'c', trial: '冬款' },
    };
    const command = { id: 'c1', at: NOW };
    const answer = await recordRight(db, last, command);
    expect(answer).toHaveProperty('eventId');
    expect(await recordRight(db, last, command)).toEqual(answer);
  });

  test('of another launch takes no seat of this one; of another name than any launch it counts', async () => {
    await launch('m1', '冬款');
    await launch('m2', '春款');
    await take(20, '春款');
    expect((await invite()).seatsLeft).toBe(20);
    await take(20, '试用活动');
    expect((await invite()).seatsLeft).toBe(0);
  });

  test('of another shop has its own seats', async () => {
    await take(20);
    const right = { what: 'trialSeat' as const, customerId: 'c', trial: '冬款' };
    expect(await recordRight(db, { rightId: 'other', shopId: 'two', right }, NOW)).toHaveProperty('eventId');
  });
});

describe('while names are locked', () => {
  /** Ten seats with the lock open, five of one time it was locked, four of the next. */
  const nineteenTaken = async () => {
    ({ db } = await sealedShop());
    await launch('m1', '冬款');
    await take(10);
    for (const [from, to] of [
      [10, 15],
      [15, 19],
    ] as const) {
      await unlock(db, PASSPHRASE, NOW);
      await lockNow(db);
      for (let number = from; number < to; number += 1) expect(await seat(number)).toHaveProperty('eventId');
    }
  };

  test('the twenty-first is refused: a trial is known again though nobody can read what it is called', async () => {
    await nineteenTaken();
    expect(await seat(19)).toHaveProperty('eventId');
    expect(await seat(20)).toEqual({ refused: 'seatsTaken', seats: 20 });
    expect(await seat(20, '春款')).toHaveProperty('eventId');
    await unlock(db, PASSPHRASE, NOW);
    expect(await seat(20)).toEqual({ refused: 'seatsTaken', seats: 20 });
  });

  test('nobody is invited to a launch whose seats are gone', async () => {
    await nineteenTaken();
    expect([(await invite()).seatsLeft, await isListed()]).toEqual([1, true]);
    await seat(19);
    expect([(await invite()).seatsLeft, await isListed()]).toEqual([0, false]);
  });

  test('the register has one line for one trial, whenever its seats were given', async () => {
    await nineteenTaken();
    await lockNow(db);
    const { trials } = registerOf(await readRights(db, 'one'), dayListRules.trialSeats);
    expect(trials).toEqual([{ trial: expect.any(String), taken: 19, seats: 20 }]);
    expect(isSealed(trials[0]!.trial)).toBe(true);
  });
});

test('with names that are lost with a passphrase, each trial keeps its own seats', async () => {
  ({ db } = await sealedShop());
  await take(11);
  await take(9, '春款');
  await lockNow(db);
  await giveUpSealed(db, NOW);
  await sealRecords(db);
  const { trials } = registerOf(await readRights(db, 'one'), dayListRules.trialSeats);
  expect(trials.map(({ taken }) => taken)).toEqual([11, 9]);
  expect(JSON.stringify(trials)).not.toMatch(/冬款|春款/);
  await launch('m1', '冬款');
  expect((await invite()).seatsLeft).toBe(9);
});
