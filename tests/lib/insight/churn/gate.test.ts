import { expect, test } from 'vitest';
import { gateOf, type GateWindow } from '../../../../lib/insight/churn/gate.ts';

const windowOf = (auc: number | null, returned = 100, customers = 1000): GateWindow => ({
  cutDay: 20_000,
  customers,
  returned,
  auc,
});

test.each([
  [[0.7, 0.65, 0.62], true, null],
  [[0.6, 0.6], true, null],
  [[0.55, 0.65], true, null],
  [[0.7, 0.7, 0.549], false, 'noSignal'],
  [[0.56, 0.51, 0.6], false, 'noSignal'],
  [[0.59], false, 'noSignal'],
  [[], false, 'untested'],
] as const)('%j: open is %s', (aucs, isOpen, refusal) => {
  expect(gateOf(aucs.map((auc) => windowOf(auc)))).toMatchObject({ isOpen, refusal });
});

test('a window of few cases does not count', () => {
  const gate = gateOf([windowOf(0.7), windowOf(0.2, 9)]);
  expect(gate).toMatchObject({ isOpen: true, meanAuc: 0.7, minAuc: 0.7 });
  expect(gate.windows).toHaveLength(1);
});

test('where nobody is lost, or nobody comes back, there is nothing to tell', () => {
  expect(gateOf([windowOf(null, 1000), windowOf(0.9, 995)])).toMatchObject({ isOpen: false, refusal: 'fewStayedAway' });
  expect(gateOf([windowOf(null, 0)])).toMatchObject({ isOpen: false, refusal: 'fewReturned', meanAuc: null });
});
