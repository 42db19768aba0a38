import { DashSection } from '../../../components/dashboard/DashSection.tsx';
import { ShareBar } from '../../../components/dashboard/ShareBar.tsx';
import { CountTable } from '../../../components/dashboard/overview/CountTable.tsx';
import { FatigueChart } from '../../../components/dashboard/effects/FatigueChart.tsx';
import { FunnelList } from '../../../components/dashboard/effects/FunnelList.tsx';
import { MigrationMatrix } from '../../../components/dashboard/migration/MigrationMatrix.tsx';
import { LastWeek } from '../../../components/today/LastWeek.tsx';
import { WeekOfShop } from '../../../components/today/WeekOfShop.tsx';
import { Figure } from '../../../components/dashboard/overview/Figure.tsx';
import { fatigueCurve } from '../../../lib/actions/effects/fatigue.ts';
import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import type { Trial } from '../../../lib/model/trial.ts';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Sample } from './sample.ts';

const rows = [
  { id: 'a', label: { zh: '新客', en: 'New' }, count: 12_345 },
  { id: 'b', label: { zh: LONG_NAME, en: LONG_NAME }, count: 8 },
  { id: 'c', label: { zh: '已流失', en: 'Lost' }, count: 0 },
];

const hold: Trial = {
  trialId: 'one',
  shopId: 'shop',
  playbookId: 'silent-wake',
  arms: [
    { armId: 'holdOut', share: 0.1, coupon: null, wording: null },
    { armId: 'treated', share: 0.9, coupon: null, wording: null },
  ],
  startDay: 20_600,
  horizonDays: 30,
  baseRate: 0.2,
  lift: 0.05,
  eligible: { all: [], anyOf: [] },
};
const arm = { entered: 0, customers: 0, returned: 0, spend: { customers: 0, sum: 0, squares: 0 } };
const outcome = (low: number, high: number, verdict: Outcome['verdict']): Outcome => ({
  arms: [arm, arm],
  buyers: [[], []],
  progress: 0.6,
  difference: { estimate: (low + high) / 2, low, high },
  spendDifference: null,
  verdict,
});
const kept = { startedAt: 0, startEventId: 'one', stoppedAt: null, difference: null };
const fatigue = fatigueCurve(
  Array.from({ length: 400 }, (_, customer) =>
    Array.from({ length: 1 + (customer % 4) }, (__, turn) => ({
      customerId: String(customer),
      at: turn * 86_400_000,
      isFollowed: (customer * 7 + turn) % (4 + 3 * turn) === 0,
    })),
  ).flat(),
);

export const dashboardSamples: readonly Sample[] = [
  {
    file: 'components/dashboard/DashSection.tsx',
    states: {
      whole: (
        <DashSection title={LONG_NAME} definition={LONG_TITLE} ground="n = 12,345 · 覆盖 82.0%">
          内容
        </DashSection>
      ),
    },
  },
  {
    file: 'components/dashboard/effects/FunnelList.tsx',
    states: {
      'with a hold-out, open and told, and without': (
        <FunnelList
          tellsRates
          funnels={[
            {
              playbookId: 'silent-wake',
              days: 7,
              sent: 210,
              over: 180,
              bought: 40,
              redeemed: 22,
              unknown: 3,
              claimed: 1_234,
            },
            {
              playbookId: 'first-repeat',
              days: 3,
              sent: 12_345,
              over: 12_000,
              bought: 4_321,
              redeemed: 2_345,
              unknown: 0,
              claimed: null,
            },
            {
              playbookId: 'anniversary',
              days: 30,
              sent: 21,
              over: 12,
              bought: 2,
              redeemed: 0,
              unknown: 0,
              claimed: null,
            },
          ]}
          trials={[
            { ...kept, trial: hold },
            { ...kept, trial: { ...hold, trialId: 'two', playbookId: 'first-repeat' } },
          ]}
          outcomes={
            new Map([
              ['one', outcome(-0.06, 0.22, 'notEnough')],
              ['two', outcome(0.03, 0.09, 'better')],
            ])
          }
        />
      ),
    },
  },
  {
    file: 'components/dashboard/effects/FatigueChart.tsx',
    states: { 'the fifth is too few': <FatigueChart points={fatigue} /> },
  },
  {
    file: 'components/dashboard/overview/Figure.tsx',
    states: {
      one: (
        <dl>
          <Figure name="客户" value="123,456" definition="看到过订单、且认得出是谁的买家" />
        </dl>
      ),
    },
  },
  {
    file: 'components/dashboard/ShareBar.tsx',
    states: Object.fromEntries([0, 0.3, 1].map((share) => [String(share), <ShareBar key={share} share={share} />])),
  },
  {
    file: 'components/dashboard/migration/MigrationMatrix.tsx',
    states: {
      'one chosen, a long name': (
        <MigrationMatrix
          counts={[
            [3, 0, 12, 1],
            [0, 12_345, 678, 9],
            [4, 32, 0, 1_234],
            [0, 0, 5, 88],
          ]}
          names={['无', '活跃老客', LONG_NAME, '已流失']}
          chosen={{ from: 1, to: 2 }}
          onChoose={() => {}}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/overview/CountTable.tsx',
    states: {
      told: <CountTable title="分层" name="层" rows={rows} of={12_353} isTold />,
      'no rates': <CountTable title="分层" name="层" rows={rows} of={12_353} isTold={false} />,
    },
  },
  { file: 'components/today/LastWeek.tsx', states: { folded: <LastWeek shopId="shop" /> } },
  { file: 'components/today/WeekOfShop.tsx', states: { 'of a shop that was not seen': <WeekOfShop shopId="shop" /> } },
];
