/** Whole shops whose truth is known. */
import { describe, expect, test } from 'vitest';
import { ordersAfter } from '../../../../lib/insight/churn/backtest.ts';
import { evaluate } from '../../../../lib/insight/churn/evaluation.ts';
import { fitShop } from '../../../../lib/insight/churn/fit-shop.ts';
import { bandOf, healthBands } from '../../../../lib/insight/churn/health.ts';
import { outlookOf } from '../../../../lib/insight/churn/outlook.ts';
import { customersAt } from '../../../../lib/insight/churn/stats-at.ts';
import {
  ledgerOfCustomers,
  mbgShop,
  OPENING_DAY as OPENING,
  promotionShop,
  readOn,
  regularShop,
  type SimulatedCustomer,
} from '../../../support/simulate-shop.ts';

const HORIZON = 60;

/** Fitted on a day, and then compared with what came. */
function live(customers: readonly SimulatedCustomer[], asOfDay: number) {
  const ledger = ledgerOfCustomers(customers);
  const reading = readOn(ledger, asOfDay);
  const model = fitShop({ reading, horizonDays: HORIZON });
  const outlook = outlookOf(model)(reading);
  const known = customersAt(ledger, reading.ends, asOfDay);
  const orders = ordersAfter(ledger, known, reading.ends, HORIZON);
  const chances = Float64Array.from(known.rows, (row) => outlook.returnProbability[row]!);
  const health = Float64Array.from(known.rows, (row) => outlook.health[row]!);
  const bands = healthBands.map((band) => {
    const members = [...health.keys()].filter((at) => !Number.isNaN(health[at]) && bandOf(health[at]!) === band);
    return { customers: members.length, rate: members.filter((at) => orders[at]! > 0).length / members.length };
  });
  return { model, outlook, known, orders, chances, health, bands };
}

function expectFalling(rates: readonly number[]): void {
  for (let index = 1; index < rates.length; index++) expect(rates[index]).toBeLessThan(rates[index - 1]!);
}

const world = { days: 728, joinDays: 600, r: 0.6, alpha: 5, a: 0.9, b: 2.5 };

describe('a shop that lives by the model', () => {
  test.each([
    ['of 8,000 customers', 1, 8_000, 1, 0.015],
    ['of 2,000 customers', 2, 2_000, 1, 0.03],
    ['with regular buying', 3, 5_000, 3, 0.03],
  ])('%s gets chances that come true, and bands that mean something', (_, seed, count, k, error) => {
    const customers = mbgShop(seed, { ...world, customers: count, r: world.r * (k === 1 ? 1 : 3.3), k });
    const { model, chances, orders, bands } = live(customers, OPENING + 660);
    expect(model).toMatchObject({ level: 3, gate: { isOpen: true, refusal: null }, problems: [] });
    const { auc, calibrationError } = evaluate(chances, orders);
    expect(auc).toBeGreaterThan(0.8);
    expect(calibrationError).toBeLessThan(error);
    expectFalling(bands.map(({ rate }) => rate));
    expect(bands[0]!.rate).toBeGreaterThan(5 * bands[3]!.rate);
    expectFalling(model.backtest.bands.map(({ customers: n, returned }) => returned / n));
  });

  test('spends about what was expected of it', () => {
    const customers = mbgShop(22, { ...world, days: 1100, joinDays: 650, customers: 4_000 });
    const asOfDay = OPENING + 700;
    const { model, outlook, known } = live(customers, asOfDay);
    expect(model.spend!.gammaGamma).not.toBeNull();
    let [expected, actual] = [0, 0];
    for (const row of known.rows) {
      expected += outlook.expectedSpendFen[row]!;
      const { days, amountsFen } = customers[row]!;
      for (const [at, day] of days.entries()) {
        if (day > asOfDay && day <= asOfDay + 365) actual += amountsFen![at]!;
      }
    }
    expect(expected / actual).toBeGreaterThan(0.85);
    expect(expected / actual).toBeLessThan(1.15);
  });
});

test('where everyone comes back in time, nobody is called lost', () => {
  const { model, health } = live(regularShop(4, 600, 500, 30), OPENING + 430);
  expect(model.gate).toMatchObject({ isOpen: false, refusal: 'fewStayedAway' });
  expect(model.baseRate).toBe(1);
  expect(health.every(Number.isNaN)).toBe(true);
});

test.each([600, 5_000])('where %i customers come for the promotions, the gate stays shut', (count) => {
  const { model, health, chances } = live(promotionShop(5, count, 500), OPENING + 430);
  expect(model.gate).toMatchObject({ isOpen: false, refusal: 'noSignal' });
  expect(model.gate.meanAuc).toBeLessThan(0.55);
  expect(model.baseRate).toBeGreaterThan(0);
  expect([...health, ...chances].every(Number.isNaN)).toBe(true);
});

test('some fifty buyers get bands from one model and no percentage', () => {
  const customers = mbgShop(7, { ...world, customers: 60, joinDays: 200, r: 2 });
  const { model, health, chances } = live(customers, OPENING + 400);
  expect(model).toMatchObject({ level: 1, gate: { isOpen: true }, logistic: null, blend: 'average' });
  expect(model.fits.map((fit) => fit.model)).toEqual(['mbgnbd']);
  expect(health.some(Number.isNaN)).toBe(false);
  expect(chances.every(Number.isNaN)).toBe(true);
});

test('a history too short for a past window is said so: bands, and no number', () => {
  const customers = mbgShop(7, { ...world, customers: 400, joinDays: 30, r: 2 });
  const { model, health, chances } = live(customers, OPENING + 80);
  expect(model).toMatchObject({ level: 1, gate: { isOpen: false, refusal: 'untested' }, baseRate: null });
  expect(health.some(Number.isNaN)).toBe(false);
  expect(chances.every(Number.isNaN)).toBe(true);
});

describe('not enough data', () => {
  const nobody: SimulatedCustomer[] = [];
  test.each([
    ['ten buyers', mbgShop(8, { ...world, customers: 10, joinDays: 200 }), { buyers: 40 }],
    ['one order in all', [{ days: [OPENING] }], { buyers: 49, repeaters: 20 }],
    ['no order', nobody, { buyers: 50, repeaters: 20, observedDays: 60 }],
    ['all orders on one day', Array.from({ length: 1000 }, () => ({ days: [OPENING] })), { repeaters: 20 }],
    ['all orders still to come', [{ days: [OPENING + 900] }], { buyers: 50, repeaters: 20, observedDays: 60 }],
  ])('of %s', (_, customers, missing) => {
    const { model, health, chances } = live(customers, OPENING + 400);
    expect(model).toMatchObject({ level: 0, data: { level: 0, missing }, fits: [], anchors: null });
    expect([...health, ...chances].every(Number.isNaN)).toBe(true);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe('odd shops leave no number that is none', () => {
  const manyOrders = Array.from({ length: 10 }, (_, customer) => ({
    days: Array.from({ length: 300 }, (__, index) => OPENING + 2 * index + customer),
  }));
  const returners = (gap: number) =>
    Array.from({ length: 1000 }, (_, index) => ({ days: index % 2 === 0 ? [OPENING] : [OPENING - gap, OPENING] }));
  test.each([
    ['wholesale buyers of 300 orders', [...mbgShop(9, { ...world, customers: 1000 }), ...manyOrders], true],
    ['everyone on two days', Array.from({ length: 1000 }, () => ({ days: [OPENING, OPENING + 1] })), false],
    ['fifty years between two orders', returners(18_000), false],
    ['a gap of a day', returners(1), false],
  ])('%s', (_, customers, isOpen) => {
    const { model, health, chances, outlook, known } = live(customers, OPENING + 660);
    expect(model.gate.isOpen).toBe(isOpen);
    // JSON has no NaN and no Infinity: they would come back as null.
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const spend = known.rows.map((row) => Number(Number.isFinite(outlook.expectedSpendFen[row])));
    for (const [at] of known.rows.entries()) {
      expect(Number.isFinite(health[at])).toBe(isOpen);
      expect(Number.isFinite(chances[at])).toBe(isOpen);
      expect(spend[at]).toBe(Number(isOpen));
    }
  });
});
