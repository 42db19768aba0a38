import { DashSection } from '../../../components/dashboard/DashSection.tsx';
import { ShareBar } from '../../../components/dashboard/ShareBar.tsx';
import { CountTable } from '../../../components/dashboard/overview/CountTable.tsx';
import { Figure } from '../../../components/dashboard/overview/Figure.tsx';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Sample } from './sample.ts';

const rows = [
  { id: 'a', label: { zh: '新客', en: 'New' }, count: 12_345 },
  { id: 'b', label: { zh: LONG_NAME, en: LONG_NAME }, count: 8 },
  { id: 'c', label: { zh: '已流失', en: 'Lost' }, count: 0 },
];

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
    file: 'components/dashboard/overview/CountTable.tsx',
    states: {
      told: <CountTable title="分层" name="层" rows={rows} of={12_353} isTold />,
      'no rates': <CountTable title="分层" name="层" rows={rows} of={12_353} isTold={false} />,
    },
  },
];
