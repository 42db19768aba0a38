/** Each model's analytic derivatives against central differences of its log-likelihood. */
import { expect, test } from 'vitest';
import { dropoutLikelihood } from '../../../../lib/insight/models/bg-nbd.ts';
import type { Grouped } from '../../../../lib/insight/models/group.ts';
import type { Likelihood } from '../../../../lib/insight/models/likelihood.ts';
import { paretoLikelihood } from '../../../../lib/insight/models/pareto-nbd.ts';
import { groupsOf } from './histories.ts';

const customers = groupsOf(
  [0, 0, 38.86],
  [0, 0, 38.86],
  [0, 0, 0.14],
  [1, 1.71, 38.86, 0.5],
  [2, 30.43, 38.86, 5],
  [7, 29.43, 29.43, 9],
  [26, 30, 31.5, 3],
  [300, 90, 104, -360],
);

function sumAt(likelihood: Likelihood, params: readonly number[]): Float64Array {
  likelihood.begin(params, 1);
  likelihood.add(0, 3);
  likelihood.add(3, customers.size);
  return likelihood.total.slice();
}

const models: readonly (readonly [string, (grouped: Grouped) => Likelihood])[] = [
  ['BG/NBD', (grouped) => dropoutLikelihood(grouped, { afterFirst: 0, k: 1 })],
  ['MBG/NBD', (grouped) => dropoutLikelihood(grouped, { afterFirst: 1, k: 1 })],
  ['MBG/CNBD-2', (grouped) => dropoutLikelihood(grouped, { afterFirst: 1, k: 2 })],
  ['MBG/CNBD-6', (grouped) => dropoutLikelihood(grouped, { afterFirst: 1, k: 6 })],
  ['Pareto/NBD', paretoLikelihood],
];
const places: readonly (readonly number[])[] = [
  [0.55, 10.58, 0.61, 11.67],
  [0.24, 4.41, 0.79, 2.43],
  [7.7, 90, 3.2, 0.4],
  [0.11, 2.24, 0.31, 0.5],
  [1.2, 12, 1, 300],
];

test.each(models.flatMap(([name, make]) => places.map((params) => ({ name, make, params }))))(
  '$name at $params',
  ({ make, params }) => {
    const likelihood = make(customers);
    const [, ...derivatives] = sumAt(likelihood, params);
    for (const [index, param] of params.entries()) {
      const step = 1e-5 * param;
      const [above, below] = [step, -step].map((by) => sumAt(likelihood, params.with(index, param + by))[0]!);
      const scale = Math.max(1, Math.abs(derivatives[index]! * param));
      expect(Math.abs((derivatives[index]! - (above! - below!) / (2 * step)) * param) / scale).toBeLessThan(1e-6);
    }
  },
);
