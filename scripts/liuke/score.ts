/** Fits a purchase model to a file of customers and scores them, with the code that runs in the extension. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { expectedOrders, fitModel, scoreGroups, spread, type Fit } from '../../lib/insight/models/fit.ts';
import { fitSpend } from '../../lib/insight/models/gamma-gamma.ts';
import { groupCustomers, type Grouped } from '../../lib/insight/models/group.ts';
import { finish } from '../../lib/insight/steps.ts';
import { scoreAuto, type Scores } from './auto.ts';
import { customersOfSummary, customersOfTransactions, dayNumber, type Customers } from './customers.ts';
import { compareWithGolden } from './golden.ts';
import { scoreUsage } from './usage.ts';

const DEFAULT_HORIZON_DAYS = 60;
const DAYS_PER_WEEK = 7;
const choices = ['auto', 'bgnbd', 'mbgnbd', 'paretonbd', 'mbgcnbdk'] as const;
type Choice = (typeof choices)[number];

/**
 * @param args what follows `score`
 * @returns what to print: the fit, or the deviations from reference values
 * @throws Error with what was expected
 */
export async function score(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      transactions: { type: 'string' },
      summary: { type: 'string' },
      model: { type: 'string' },
      map: { type: 'boolean', default: false },
      until: { type: 'string' },
      horizon: { type: 'string' },
      out: { type: 'string' },
      golden: { type: 'string' },
    },
  });
  const { golden, summary, transactions } = values;
  if (golden !== undefined) return readWith(golden, compareWithGolden);
  const file = transactions ?? summary;
  if (file === undefined || (transactions !== undefined && summary !== undefined)) {
    throw new Error(`expected either --transactions or --summary. usage: ${scoreUsage}`);
  }
  const model = toChoice(values.model);
  const horizonDays = toHorizon(values.horizon);
  const until = toDay(values.until);
  if (summary !== undefined && until !== null) throw new Error('--until needs --transactions: a summary has no dates');
  if (summary !== undefined && model === 'mbgcnbdk') {
    throw new Error('mbgcnbdk needs the gaps between purchases, which a summary has not: give --transactions');
  }
  const customers = await readWith(file, (text) =>
    transactions === undefined ? customersOfSummary(text) : customersOfTransactions(text, until),
  );
  if (customers.ids.length === 0) throw new Error(`${JSON.stringify(file)}: no purchase in the file`);
  const grouped = groupCustomers(customers.stats);
  if (model === 'auto') {
    const auto = scoreAuto(customers, grouped, horizonDays);
    if (values.out !== undefined) await writeFile(values.out, printRows(customers, auto.scores));
    return { ...describe(auto.best, customers), ...auto.told, ...describeSpend(customers, true) };
  }
  const fit = finish(fitModel(model, grouped, { prior: values.map }));
  if (values.out !== undefined)
    await writeFile(values.out, printRows(customers, scoreWith(fit, grouped, horizonDays / DAYS_PER_WEEK)));
  return { ...describe(fit, customers), ...describeSpend(customers, values.map) };
}

function describe(fit: Fit, { ids }: Customers) {
  return {
    model: fit.model,
    params: nameParams(fit),
    logLikelihood: fit.logLikelihood,
    customers: ids.length,
    boundary: fit.boundary,
    converged: fit.converged,
  };
}

function nameParams({ model, params, k }: Fit): Record<string, number> {
  const [r, alpha, third, fourth] = params as [number, number, number, number];
  if (model === 'paretonbd') return { r, alpha, s: third, beta: fourth };
  return { r, alpha, a: third, b: fourth, ...(model === 'mbgcnbdk' && { k }) };
}

/** Where the file tells what was paid, and two customers or more came back. */
function describeSpend({ stats, meanRepeatValue }: Customers, prior: boolean): object {
  const spend = meanRepeatValue && finish(fitSpend(stats.repeatCount, meanRepeatValue, { prior }));
  if (!spend) return {};
  const { p, q, gamma, logLikelihood, customers } = spend;
  return { spend: { p, q, gamma, logLikelihood, customers } };
}

function scoreWith(fit: Fit, grouped: Grouped, horizonWeeks: number): Scores {
  const { pAlive, pBuy } = scoreGroups(fit, grouped, horizonWeeks);
  return {
    pAlive: spread(pAlive, grouped),
    pBuy: spread(pBuy, grouped),
    expected: spread(expectedOrders(fit, grouped, horizonWeeks), grouped),
  };
}

function printRows({ ids }: Customers, { pAlive, pBuy, expected }: Scores): string {
  const rows = ids.map((id, at) => `${quoteCell(id)},${pAlive[at]},${pBuy[at]},${expected[at]}`);
  return `customer_id,p_alive,p_buy,expected\n${rows.join('\n')}\n`;
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What is wrong inside the file is said with its name. */
async function readWith<T>(file: string, parse: (text: string) => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${JSON.stringify(file)}`, { cause: error });
  }
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${JSON.stringify(file)}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function toChoice(text = 'auto'): Choice {
  const choice = choices.find((name) => name === text);
  if (!choice) throw new Error(`expected --model ${choices.join('|')}, found ${JSON.stringify(text)}`);
  return choice;
}

function toHorizon(text: string | undefined): number {
  const days = text === undefined ? DEFAULT_HORIZON_DAYS : Number(text);
  if (!(days > 0 && days <= 3660))
    throw new Error(`expected --horizon in days (1 to 3660), found ${JSON.stringify(text)}`);
  return days;
}

function toDay(text: string | undefined): number | null {
  if (text === undefined) return null;
  const day = dayNumber(text);
  if (day === null) throw new Error(`expected --until YYYY-MM-DD, found ${JSON.stringify(text)}`);
  return day;
}
