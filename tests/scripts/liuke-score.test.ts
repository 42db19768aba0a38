/** The command as a contributor runs it, and what it does with each argument. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../scripts/liuke/csv.ts';
import { customersOfSummary, customersOfTransactions, dayNumber } from '../../scripts/liuke/customers.ts';
import { compareWithGolden } from '../../scripts/liuke/golden.ts';
import { score } from '../../scripts/liuke/score.ts';
import { runLiuke } from '../support/run-liuke.ts';
import { simulateCustomers } from '../support/simulate-customers.ts';

const folder = mkdtempSync(join(tmpdir(), 'liuke-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

// oxlint-disable-next-line typescript/no-explicit-any -- JSON as printed
const scored = async (...args: string[]): Promise<any> => JSON.parse(JSON.stringify(await score(args)));

let files = 0;
function fileOf(text: string): string {
  files += 1;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, text);
  return file;
}

const shop = simulateCustomers({ customers: 800, seed: 4, r: 0.8, alpha: 5, a: 0.8, b: 2.5, weeks: 50 });
const DAY = 86_400_000;
const END = Date.UTC(2026, 2, 31);
const dateOf = (age: number, day: number) => new Date(END - (age - day) * DAY).toISOString().slice(0, 10);
const transactions = fileOf(
  `customer_id,date,amount,status\n${shop
    .flatMap(({ age, days }, id) => [0, ...days].map((day) => `c${id},${dateOf(age, day)},${20 + (id % 9)},paid`))
    .join('\n')}\nlast,2026-03-31,5,cancelled\n`,
);
const summary = fileOf(
  `id,frequency,recency,T\n${shop
    .map(({ age, days }, id) => [`c${id}`, days.length, (days.at(-1) ?? 0) / 7, age / 7].join())
    .join('\n')}\n`,
);

describe('score', () => {
  test.each([
    ['bgnbd', ['r', 'alpha', 'a', 'b']],
    ['mbgnbd', ['r', 'alpha', 'a', 'b']],
    ['paretonbd', ['r', 'alpha', 's', 'beta']],
    ['mbgcnbdk', ['r', 'alpha', 'a', 'b', 'k']],
  ])('%s prints one JSON object and writes a row per customer', async (model, names) => {
    const out = join(folder, `${model}.csv`);
    const printed = await scored('--transactions', transactions, '--model', model, '--out', out);
    expect(printed).toMatchObject({ customers: 800, boundary: false, converged: true });
    expect(Object.keys(printed.params)).toEqual(names);
    expect(printed.logLikelihood).toBeLessThan(0);
    expect(printed.spend.customers).toBe(shop.filter(({ days }) => days.length > 0).length);
    const { header, rows } = parseCsv(readFileSync(out, 'utf8'));
    expect(header).toEqual(['customer_id', 'p_alive', 'p_buy', 'expected']);
    expect(rows.map(({ cells }) => cells[0])).toEqual(shop.map((_, id) => `c${id}`));
    for (const { cells } of rows) {
      const [alive, buys, orders] = cells.slice(1).map(Number) as [number, number, number];
      expect(buys >= 0 && buys <= alive && alive <= 1 && orders >= buys * (1 - 1e-9)).toBe(true);
    }
  });

  test('auto scores as the extension would, and says how much the shop’s past allows', async () => {
    const out = join(folder, 'auto.csv');
    const printed = await scored('--transactions', transactions, '--out', out);
    expect(printed).toMatchObject({ customers: 800, converged: true, notConverged: [], learntFrom: 'everyone' });
    expect(printed).toHaveProperty('level');
    expect(printed).toHaveProperty('gate.isOpen');
    const { rows } = parseCsv(readFileSync(out, 'utf8'));
    expect(rows.map(({ cells }) => cells[0])).toEqual(shop.map((_, id) => `c${id}`));
    for (const { cells } of rows) {
      const [alive, buys, orders] = cells.slice(1).map(Number) as [number, number, number];
      expect(buys >= 0 && buys <= alive && alive <= 1 && orders >= buys).toBe(true);
    }
    expect(new Set(rows.map(({ cells }) => cells[2])).size).toBeGreaterThan(100);
  });

  test('auto of a summary, which has no past days, is the average of the models', async () => {
    const printed = await scored('--summary', summary, '--out', join(folder, 'auto-summary.csv'));
    expect(printed).toMatchObject({ customers: 800, converged: true, blend: 'average' });
    expect(printed).not.toHaveProperty('gate');
  });

  test('auto of a handful of buyers says that it is not enough, and still gives numbers', async () => {
    const few = fileOf('id,date\na,2026-01-01\nb,2026-02-01\nb,2026-03-01\n');
    const out = join(folder, 'few.csv');
    expect(await scored('--transactions', few, '--out', out)).toMatchObject({
      level: 0,
      missing: { buyers: 48, repeaters: 19 },
      gate: { isOpen: false },
    });
    expect(readFileSync(out, 'utf8')).not.toMatch(/NaN|Infinity/);
  });

  test('says the same of the summary', async () => {
    const fromOrders = await scored('--transactions', transactions, '--model', 'mbgnbd');
    const fromSummary = await scored('--summary', summary, '--model', 'mbgnbd');
    expect(fromSummary.logLikelihood).toBeCloseTo(fromOrders.logLikelihood, 8);
    expect(fromSummary.params.r).toBeCloseTo(fromOrders.params.r, 6);
    expect(fromSummary).not.toHaveProperty('spend');
  });

  test('with --map leans on the priors', async () => {
    const ml = await scored('--summary', summary, '--model', 'bgnbd');
    const map = await scored('--summary', summary, '--model', 'bgnbd', '--map');
    expect(map.logLikelihood).toBeLessThan(ml.logLikelihood);
    expect(map.logLikelihood).toBeGreaterThan(ml.logLikelihood - 2);
  });

  test('a longer horizon holds more purchases, and --until hides what came later', async () => {
    const sumUp = async (...more: string[]) => {
      const out = join(folder, 'more.csv');
      const { customers } = await scored('--transactions', transactions, '--model', 'mbgnbd', '--out', out, ...more);
      const rows = parseCsv(readFileSync(out, 'utf8')).rows.map(({ cells }) => Number(cells[2]));
      return { customers, sum: rows.reduce((total, each) => total + each, 0) };
    };
    const usual = await sumUp();
    expect(await sumUp('--horizon', '60')).toEqual(usual);
    expect((await sumUp('--horizon', '180')).sum).toBeGreaterThan(1.3 * usual.sum);
    expect((await sumUp('--until', '2025-12-31')).customers).toBe(shop.filter(({ age }) => age >= 90).length);
  });

  test('is a command that prints one JSON object and nothing else', () => {
    const { status, stdout, stderr } = runLiuke('score', '--summary', summary);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ model: 'mbgnbd', customers: 800 });
  });

  test('that fails says why', () => {
    const { status, stdout, stderr } = runLiuke('score', '--summary', 'no-such-file.csv');
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'liuke: cannot read "no-such-file.csv"\n',
    });
  });

  test('compares with reference values', async () => {
    const file = fileOf(
      JSON.stringify({
        vectors: [
          { model: 'mbgnbd', params: [0.6, 6, 1, 2], x: 0, tx: 0, T: 38.86, h: 52, ll: -0.6297698208017541, cet: null },
          { model: 'gammagamma', params: [6.25, 3.74, 15.44], x: 1, z: 29.67, ll: -4, expected: 31.361234705228032 },
        ],
      }),
    );
    expect(await scored('--golden', file)).toEqual({
      mbgnbd: { vectors: 1, ll: expect.closeTo(0, 10) },
      gammagamma: { vectors: 1, ll: expect.closeTo(0.0662097224, 9), expected: expect.closeTo(0, 10) },
    });
  });

  test.each([
    [[], 'expected either --transactions or --summary'],
    [['--transactions', transactions, '--summary', summary], 'expected either --transactions or --summary'],
    [['--summary', 'no-such-file.csv', '--model', 'auto'], 'cannot read "no-such-file.csv"'],
    [['--summary', summary, '--model', 'bgbb'], 'expected --model auto|bgnbd|mbgnbd|paretonbd|mbgcnbdk, found "bgbb"'],
    [['--summary', summary, '--model', 'mbgcnbdk'], 'give --transactions'],
    [['--summary', summary, '--until', '2026-01-01'], '--until needs --transactions'],
    [['--transactions', transactions, '--until', '2026-02-30'], 'expected --until YYYY-MM-DD, found "2026-02-30"'],
    [['--transactions', transactions, '--horizon', 'soon'], 'expected --horizon in days (1 to 3660), found "soon"'],
    [['--transactions', transactions, '--until', '2020-01-01'], 'no purchase in the file'],
    [['--transactions', fileOf('')], 'expected a header line, found an empty file'],
    [['--transactions', fileOf('customer_id,date\n')], 'no purchase in the file'],
    [['--transactions', fileOf('customer_id,day\na,2026-01-01\n')], 'expected a column date, found customer_id,day'],
    [['--transactions', fileOf('buyer,date\na,2026-01-01\n')], 'expected a column customer_id, found buyer,date'],
    [
      ['--transactions', fileOf('id,date\na,2026-01-01\nb,1 May\n')],
      'line 3: expected a date YYYY-MM-DD, found "1 May"',
    ],
    [['--transactions', fileOf('id,date,amount\na,2026-01-01,x\n')], 'line 2: expected a number in amount, found "x"'],
    [['--transactions', fileOf('id,date\na,2026-01-01,3\n')], 'line 2: expected 2 columns, found 3'],
    [['--transactions', fileOf('id,date\n"a,2026-01-01\n')], 'line 2: a quote is not closed'],
    [['--summary', fileOf('id,frequency,recency\na,0,0\n')], 'expected a column T'],
    [
      ['--summary', fileOf('id,frequency,recency,T\na,1.5,2,3\n')],
      'line 2: expected a frequency that is a whole number',
    ],
    [['--summary', fileOf('id,frequency,recency,T\na,1,4,3\n')], 'line 2: expected 0 ≤ recency ≤ T'],
    [['--summary', fileOf('id,frequency,recency,T\n\na,0,1,3\n')], 'line 3: expected recency 0 with frequency 0'],
    [['--golden', fileOf('{}')], 'expected {"vectors": […]}'],
    [['--gold', 'x'], '--gold'],
  ])('%j is refused: %s', async (args, message) => {
    await expect(score(args)).rejects.toThrow(message);
  });
});

describe('a file of orders', () => {
  const read = (rows: string, until: string | null = null) =>
    customersOfTransactions(`customer_id,date,amount,status\n${rows}\n`, until === null ? null : dayNumber(until));

  test('makes one purchase of a day, and none of what was not paid or given back', () => {
    const { ids, stats, meanRepeatValue } = read(
      [
        'a,2026-01-01 09:00:00,10,paid',
        'a,2026-01-15,20,shipped',
        'a,2026-01-15T23:59:59,5,completed',
        'a,2026-01-16,99,refunded',
        'a,2026-01-29,35,partially_refunded',
        ...['cancelled', 'Canceled', 'closed', 'unpaid', 'fully_refunded', '交易关闭', '待付款'].map(
          (s) => `b,2026-01-03,9,${s}`,
        ),
        'c,2026-02-05,7,paid',
      ].join('\n'),
    );
    expect(ids).toEqual(['a', 'c']);
    expect(stats).toEqual({
      size: 2,
      repeatCount: Float64Array.of(2, 0),
      lastPurchaseAge: Float64Array.of(4, 0),
      observedAge: Float64Array.of(5, 0),
      logGapSum: Float64Array.of(2 * Math.log(2), 0),
    });
    expect(meanRepeatValue).toEqual(Float64Array.of(30, 0));
  });

  test('ends where it is told to, else on its last day', () => {
    const rows = 'a,2026-01-08,1,paid\na,2026-01-01,1,paid\nb,2026-01-15,1,refunded';
    expect(read(rows).stats.observedAge).toEqual(Float64Array.of(2));
    expect(read(rows, '2026-01-22').stats.observedAge).toEqual(Float64Array.of(3));
    expect(read(rows, '2026-01-07').stats).toMatchObject({ repeatCount: Float64Array.of(0) });
  });

  test('may quote, end lines as Windows does and begin with a mark', () => {
    const { ids, meanRepeatValue } = customersOfTransactions(
      '\uFEFF"Customer_ID",Date\r\n"x, ""y""\nz",2026-01-01\r\n\r\n"x, ""y""\nz",2026-01-08\r\nb,"2026-01-02"',
      null,
    );
    expect({ ids, meanRepeatValue }).toEqual({ ids: ['x, "y"\nz', 'b'], meanRepeatValue: null });
  });
});

test('a summary may hold what was spent', () => {
  const { meanRepeatValue } = customersOfSummary('customer_id,frequency,recency,T,monetary\na,1,2,3,9.5\nb,0,0,1,0');
  expect(meanRepeatValue).toEqual(Float64Array.of(9.5, 0));
});

test('a model that is not known is said', () => {
  expect(() => compareWithGolden('{"vectors":[{"model":"ggg","params":[],"x":0}]}')).toThrow('unknown model "ggg"');
});
