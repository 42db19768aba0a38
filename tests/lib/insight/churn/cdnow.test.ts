/** An extra where the CDNOW sample lies beside the project: it is not part of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ordersAfter } from '../../../../lib/insight/churn/backtest.ts';
import { evaluate, evaluateRanking } from '../../../../lib/insight/churn/evaluation.ts';
import { fitShop } from '../../../../lib/insight/churn/fit-shop.ts';
import { bandOf, healthBands } from '../../../../lib/insight/churn/health.ts';
import { outlookOf } from '../../../../lib/insight/churn/outlook.ts';
import { customersAt } from '../../../../lib/insight/churn/stats-at.ts';
import { ledgerOfCustomers, readOn } from '../../../support/simulate-shop.ts';

const sample = join(import.meta.dirname, '../../../../../shared/samples/churn/cdnow_sample_log.csv');
const DAY_MS = 86_400_000;
const CUT_DAY = Date.parse('1997-09-30') / DAY_MS;
const HORIZON_DAYS = 91;

test('CDNOW: who comes back in the last quarter of 1997, from the three before', ({ skip }) => {
  skip(!existsSync(sample), 'no CDNOW sample beside the project');
  const byCustomer = new Map<string, Map<number, number>>();
  for (const line of readFileSync(sample, 'utf8').trim().split('\n').slice(1)) {
    const [customer, , date, , amount] = line.split(',') as [string, string, string, string, string];
    const bought = byCustomer.get(customer) ?? new Map<number, number>();
    const day = Date.parse(date) / DAY_MS;
    byCustomer.set(customer, bought.set(day, (bought.get(day) ?? 0) + 100 * Number(amount)));
  }
  const customers = [...byCustomer.values()].map((bought) => {
    const days = [...bought.keys()].toSorted((a, b) => a - b);
    return { days, amountsFen: days.map((day) => bought.get(day)!) };
  });
  const ledger = ledgerOfCustomers(customers);
  const reading = readOn(ledger, CUT_DAY);
  const model = fitShop({ reading, horizonDays: HORIZON_DAYS });
  const { returnProbability, health } = outlookOf(model)(reading);
  const known = customersAt(ledger, reading.ends, CUT_DAY);
  const orders = ordersAfter(ledger, known, reading.ends, HORIZON_DAYS);

  expect(model).toMatchObject({ level: 3, problems: [], gate: { isOpen: true } });
  expect(known.size).toBe(2357);
  const { auc, calibrationError, orderLift } = evaluate(returnProbability, orders);
  expect(auc).toBeGreaterThanOrEqual(0.79);
  expect(calibrationError).toBeLessThanOrEqual(0.03);
  const byRecency = evaluateRanking(
    known.recencyDays.map((days) => -days),
    orders,
  );
  const byFrequency = evaluateRanking(known.stats.repeatCount, orders);
  expect(auc).toBeGreaterThan(Math.max(byRecency.auc!, byFrequency.auc!) - 0.01);
  expect(orderLift).toBeGreaterThan(1.05 * byRecency.orderLift!);
  const rates = healthBands.map((band) => {
    const members = [...health.keys()].filter((at) => bandOf(health[at]!) === band);
    return members.filter((at) => orders[at]! > 0).length / members.length;
  });
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  expect(new Set(rates).size).toBe(4);
  expect(rates[0]).toBeGreaterThan(5 * rates[3]!);
});
