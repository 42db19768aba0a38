/** Scores of single customers. Reference values are 30-digit integrals of the definitions of the models. */
import { describe, expect, test } from 'vitest';
import { expectedOrders, logLikelihood, pBuyOf, scoreGroups, type Fit } from '../../../../lib/insight/models/fit.ts';
import { fitWith, groupsOf, type History } from './histories.ts';

const cdnowBg = fitWith('bgnbd', [0.243, 4.414, 0.793, 2.426]);

describe('published', () => {
  test('a CDNOW customer makes 1.226 purchases in 39 weeks (Fader, Hardie & Lee 2005)', () => {
    const [orders] = expectedOrders(
      fitWith('bgnbd', [0.242593, 4.413532, 0.792886, 2.425754]),
      groupsOf([2, 30.43, 38.86]),
      39,
    );
    expect(orders).toBeCloseTo(1.22591, 5);
  });

  test('and is alive with probability 0.7266 (BTYD walkthrough, customer 1)', () => {
    const { pAlive } = scoreGroups(cdnowBg, groupsOf([2, 30.43, 38.86]), 13);
    expect(pAlive[0]).toBeCloseTo(0.7266, 3);
  });
});

interface Vector {
  readonly fit: Fit;
  readonly history: History;
  readonly horizon: number;
  readonly ll: number;
  readonly alive: number;
  readonly buys: number;
  readonly orders?: number;
}

const vectors: readonly Vector[] = [
  {
    fit: fitWith('bgnbd', [7.7, 90, 3.2, 0.4], 1),
    history: [0, 0, 38.86],
    horizon: 13,
    ll: -2.763659925027781,
    alive: 1,
    buys: 0.5229236141615983,
    orders: 0.5455840483939474,
  },
  {
    fit: fitWith('bgnbd', [0.243, 4.414, 0.793, 2.426], 1),
    history: [0, 0, 0.142857],
    horizon: 13,
    ll: -0.007739993149568569,
    alive: 1,
    buys: 0.27946492511024174,
    orders: 0.521069350366472,
  },
  {
    fit: fitWith('mbgnbd', [7.7, 90, 3.2, 0.4], 1),
    history: [0, 0, 38.86],
    horizon: 13,
    ll: -0.1099313722216026,
    alive: 0.007820919641360526,
    buys: 0.0040897435649276765,
    orders: 0.004593669643603479,
  },
  {
    fit: fitWith('mbgnbd', [0.6, 6, 1, 2], 1),
    history: [0, 0, 38.86],
    horizon: 52,
    ll: -0.6297698208017541,
    alive: 0.3742738526323364,
    buys: 0.1384333616066865,
    orders: 0.21621986090530626,
  },
  {
    fit: fitWith('mbgcnbdk', [0.6, 6, 1, 2], 2),
    history: [0, 0, 38.86],
    horizon: 13,
    ll: -0.4520178888138414,
    alive: 0.47617331325318024,
    buys: 0.06257785902355359,
  },
  {
    fit: fitWith('mbgcnbdk', [1.9, 45.8, 0.602, 1.58], 4),
    history: [2, 88.6497, 90.0243, 6.98309],
    horizon: 13,
    ll: -11.806270821783265,
    alive: 0.8560489068924974,
    buys: 0.025402625900948623,
  },
  {
    fit: fitWith('mbgcnbdk', [0.11, 2.24, 0.31, 0.5], 3),
    history: [2, 11.2409, 23.2915, 2.85282],
    horizon: 13,
    ll: -10.653204341525752,
    alive: 0.586938239339315,
    buys: 0.5099019267201681,
  },
  {
    fit: fitWith('paretonbd', [1.66, 145.2, 0.411, 0.78], 1),
    history: [0, 0, 38.86],
    horizon: 13,
    ll: -0.11418188203056674,
    alive: 0.15046603068508504,
    buys: 0.01519705833812167,
    orders: 0.016606061620576002,
  },
  {
    fit: fitWith('paretonbd', [0.6, 8, 1, 12], 1),
    history: [0, 0, 38.86],
    horizon: 52,
    ll: -0.5157228795504384,
    alive: 0.13682111100396216,
    buys: 0.03647359199668629,
    orders: 0.0627525299190334,
  },
];

test.each(vectors)(
  '$fit.model, k = $fit.k, of $history in $horizon weeks',
  ({ fit, history, horizon, ll, alive, buys }) => {
    const grouped = groupsOf(history);
    const { pAlive, pBuy } = scoreGroups(fit, grouped, horizon);
    expect(logLikelihood(fit, grouped)).toBeCloseTo(ll, 10);
    expect(pAlive[0]).toBeCloseTo(alive, 12);
    expect(pBuy[0]).toBeCloseTo(buys, 12);
  },
);

test.each(vectors.filter(({ orders }) => orders !== undefined))(
  '$fit.model expects of $history $orders purchases in $horizon weeks',
  ({ fit, history, horizon, orders }) => {
    expect(expectedOrders(fit, groupsOf(history), horizon)[0]).toBeCloseTo(orders!, 10);
  },
);

const histories: readonly History[] = [
  [0, 0, 0],
  [0, 0, 1 / 7],
  [0, 0, 104],
  [1, 1 / 7, 104],
  [3, 20, 20],
  [12, 30, 33],
  [300, 50, 52],
  [10_000, 1500, 1504],
];

test.each(['bgnbd', 'mbgnbd', 'paretonbd', 'mbgcnbdk'] as const)('%s stays within its bounds everywhere', (model) => {
  const grouped = groupsOf(...histories);
  const wrong: string[] = [];
  for (const params of [
    [0.5, 6, 1, 2],
    [1e-5, 1e-5, 1e-5, 1e-5],
    [6e4, 6e4, 6e4, 6e4],
    [1e-5, 6e4, 6e4, 1e-5],
    [6e4, 1e-3, 1, 1],
    [0.05, 2, 7e5, 9e5],
  ]) {
    for (const k of model === 'mbgcnbdk' ? [1, 3, 6] : [1]) {
      const fit = fitWith(model, params, k);
      expect(logLikelihood(fit, grouped)).not.toBeNaN();
      for (const horizon of [1 / 7, 8.6, 104]) {
        const { pAlive, pBuy } = scoreGroups(fit, grouped, horizon);
        const orders = expectedOrders(fit, grouped, horizon);
        for (const [group, buys] of pBuy.entries()) {
          const alive = pAlive[group]!;
          // Who buys at all buys once at least; 1e-14 is the rounding of a chance near 0.
          const isSound =
            alive >= 0 && alive <= 1 && buys >= 0 && buys <= alive && orders[group]! >= buys * (1 - 1e-9) - 1e-14;
          if (!isSound || orders[group] === Infinity)
            wrong.push(`${params.join()} k=${k} h=${horizon} of ${histories[group]!.join()}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

describe('the expectation', () => {
  test('has no pole: a = 1 and s = 1 lie between their neighbours', () => {
    const grouped = groupsOf([2, 20, 30]);
    for (const model of ['bgnbd', 'mbgnbd', 'paretonbd'] as const) {
      const [below, at, above] = [1 - 1e-6, 1, 1 + 1e-6].map(
        (third) => expectedOrders(fitWith(model, [0.6, 6, third, 2.5]), grouped, 52)[0]!,
      );
      expect(at).toBeCloseTo((below! + above!) / 2, 9);
    }
  });

  test('adds up over the numbers of purchases: k = 2 by its first wait alone when nobody stays', () => {
    // With a endless, everyone leaves after the next purchase: the expectation is the chance of one.
    const fit = fitWith('mbgcnbdk', [0.6, 3, 1e9, 1e-9], 2);
    const grouped = groupsOf([0, 0, 10]);
    const { pBuy } = scoreGroups(fit, grouped, 30);
    expect(expectedOrders(fit, grouped, 30)[0]).toBeCloseTo(pBuy[0]!, 12);
  });

  test('of those who never leave is the rate times the time, halved for k = 2', () => {
    const never = [40, 4, 1e-40, 1] as const;
    const grouped = groupsOf([0, 0, 10]);
    expect(expectedOrders(fitWith('mbgnbd', never), grouped, 500)[0]).toBeCloseTo((500 * 40) / 14, 4);
    // Regular gaps: on average a fraction of a purchase has already been waited for.
    const regular = expectedOrders(fitWith('mbgcnbdk', never, 2), groupsOf([40, 8, 8]), 500)[0]!;
    expect(regular / ((500 * 120) / 12 / 2)).toBeCloseTo(1, 2);
  });
});

test('a card asks for one history only', () => {
  const fit = fitWith('paretonbd', [0.55, 10.6, 0.61, 11.7]);
  const { pBuy } = scoreGroups(fit, groupsOf([2, 30, 39]), 8);
  expect(pBuyOf(fit, { repeatCount: 2, lastPurchaseAge: 30, observedAge: 39 }, 8)).toBe(pBuy[0]);
});
