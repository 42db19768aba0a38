/** An extra where the reference data lies beside the project: it is not part of the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expectedOrders, fitModel, scoreGroups, spread } from '../../../../lib/insight/models/fit.ts';
import { expectedSpend, fitSpend } from '../../../../lib/insight/models/gamma-gamma.ts';
import { groupCustomers } from '../../../../lib/insight/models/group.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { parseCsv } from '../../../../scripts/liuke/csv.ts';
import { customersOfSummary } from '../../../../scripts/liuke/customers.ts';
import { compareWithGolden } from '../../../../scripts/liuke/golden.ts';
import { fitWith } from './histories.ts';

const samples = join(import.meta.dirname, '../../../../../shared/samples/churn');
const isHere = existsSync(samples);
if (!isHere) console.warn(`skipped: the reference data is not at ${samples}`);
const read = (name: string) => readFileSync(join(samples, name), 'utf8');

describe.skipIf(!isHere)('the reference data', () => {
  test('309 vectors agree with 30-digit integrals', () => {
    const { gammagamma, ...models } = compareWithGolden(read('golden_vectors.json'));
    expect(Object.keys(models)).toHaveLength(4);
    for (const { ll, palive, pbuy, cet = 0 } of Object.values(models)) {
      expect(Math.max(ll!, palive!, pbuy!)).toBeLessThan(1e-10);
      expect(cet).toBeLessThan(1e-10);
    }
    expect(Math.max(gammagamma!['ll']!, gammagamma!['expected']!)).toBeLessThan(1e-10);
  });

  // Fader, Hardie & Lee 2005 (BG/NBD), Batislam et al. 2007 as in BTYDplus (MBG/NBD), Fader & Hardie's note 009 (Pareto/NBD).
  test.each([
    ['bgnbd', [0.242593, 4.413532, 0.792886, 2.425754], -9582.4256],
    ['mbgnbd', [0.524838, 6.182992, 0.891356, 1.613999], -9582.1327],
    ['paretonbd', [0.553275, 10.57761, 0.606213, 11.66791], -9594.9739],
  ] as const)('CDNOW by %s has the published parameters', (model, params, ll) => {
    const { stats } = customersOfSummary(read('cdnow_summary_weeks.csv'));
    const fit = finish(fitModel(model, groupCustomers(stats), { prior: false }));
    expect(fit.logLikelihood).toBeCloseTo(ll, 3);
    expect(fit).toMatchObject({ converged: true, boundary: false });
    for (const [index, param] of params.entries()) expect(Math.abs(fit.params[index]! / param - 1)).toBeLessThan(1e-3);
  });

  test('CDNOW spend has the published parameters (Fader & Hardie 2013)', () => {
    const { stats, meanRepeatValue } = customersOfSummary(read('cdnow_summary_weeks_monetary.csv'));
    const fit = finish(fitSpend(stats.repeatCount, meanRepeatValue!, { prior: false }))!;
    expect(fit).toMatchObject({ customers: 946, converged: true, boundary: false });
    expect(fit.logLikelihood).toBeCloseTo(-4055.923, 3);
    expect([fit.p, fit.q, fit.gamma]).toEqual([6.249, 3.745, 15.448].map((param) => expect.closeTo(param, 2)));
  });

  test('every CDNOW customer scores as the reference says', () => {
    const folder = readdirSync(samples).find((name) => name.startsWith('ref_cdnow_sample'))!;
    const { models } = JSON.parse(read(`${folder}/reference.json`));
    const bytes = gunzipSync(readFileSync(join(samples, folder, 'customers_ref.csv.gz')));
    const { header, rows } = parseCsv(bytes.toString());
    const column = (name: string) => Float64Array.from(rows, ({ cells }) => Number(cells[header.indexOf(name)]));
    const days = (name: string) => column(name).map((weeks) => Math.round(weeks * 7) / 7);
    const grouped = groupCustomers({
      size: rows.length,
      repeatCount: column('x'),
      lastPurchaseAge: days('tx'),
      observedAge: days('t'),
      logGapSum: new Float64Array(rows.length),
    });
    const farthest = (perGroup: Float64Array, name: string) => {
      const expected = column(name);
      return spread(perGroup, grouped).reduce(
        (far, value, index) => Math.max(far, Math.abs(value - expected[index]!)),
        0,
      );
    };
    for (const [name, model] of [
      ['bg', 'bgnbd'],
      ['mbg', 'mbgnbd'],
      ['pnbd', 'paretonbd'],
    ] as const) {
      const fit = fitWith(model, Object.values<number>(models[name].own_scipy.params));
      const { pAlive, pBuy } = scoreGroups(fit, grouped, 13);
      expect(farthest(pAlive, `palive_${name}`)).toBeLessThan(1e-8);
      expect(farthest(pBuy, `pbuy_${name}`)).toBeLessThan(1e-8);
      // The file has ten digits, and Pareto's up to 40 orders.
      expect(farthest(expectedOrders(fit, grouped, 13), `cet_${name}`)).toBeLessThan(1e-8);
    }
    const spend = models.gamma_gamma.own_scipy.params;
    const [x, mean, expected] = [column('x'), column('m_rep'), column('gg_expected')];
    for (const [index, value] of expected.entries()) {
      expect(expectedSpend(spend, x[index]!, mean[index]!) / value).toBeCloseTo(1, 8);
    }
  });
});
