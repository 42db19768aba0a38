/** Fitting and asking the purchase models. */
import {
  expectedOrders,
  fitModel,
  scoreGroups,
  type Fit,
  type ReturnModelName,
} from '../../../lib/insight/models/fit.ts';
import { groupCustomers } from '../../../lib/insight/models/group.ts';
import type { PurchaseStats } from '../../../lib/insight/models/purchase-stats.ts';
import { finish } from '../../../lib/insight/steps.ts';
import { time, type Timing } from './bench.ts';

const MODELS: readonly ReturnModelName[] = ['mbgnbd', 'paretonbd', 'mbgcnbdk', 'bgnbd'];
const HORIZON_WEEKS = 60 / 7;
const YEAR_WEEKS = 365 / 7;

/** @param title says which customers these are */
export async function benchModels(title: string, stats: PurchaseStats, n: number): Promise<Timing[]> {
  const grouped = groupCustomers(stats);
  const named = (what: string) => `${title} (${stats.size} customers, ${grouped.size} groups): ${what}`;
  const fits: Fit[] = [];
  const timings = [await time(named('group'), n, () => groupCustomers(stats))];
  for (const model of MODELS) {
    const fit = () => finish(fitModel(model, grouped, { prior: false }));
    timings.push(await time(named(`fit ${model}`), n, fit));
    fits.push(fit());
  }
  const [mbg, pareto, regular] = fits as [Fit, Fit, Fit];
  const score = () => [mbg, pareto, regular].map((fit) => scoreGroups(fit, grouped, HORIZON_WEEKS));
  timings.push(await time(named('chances by three models'), n, score));
  timings.push(await time(named('expected orders of a year'), n, () => expectedOrders(mbg, grouped, YEAR_WEEKS)));
  return timings;
}
