import { NumberField } from '../../../components/dashboard/NumberField.tsx';
import { OwnNumberField } from '../../../components/dashboard/own-numbers/OwnNumberField.tsx';
import { Capacity } from '../../../components/dashboard/practice/Capacity.tsx';
import { ConditionLine } from '../../../components/dashboard/practice/ConditionLine.tsx';
import { ContactLimits } from '../../../components/dashboard/practice/ContactLimits.tsx';
import { CouponLimits } from '../../../components/dashboard/practice/CouponLimits.tsx';
import { PastTable } from '../../../components/dashboard/practice/PlaybookPast.tsx';
import { RecountText } from '../../../components/dashboard/practice/PlaybookRecount.tsx';
import { RefusedList } from '../../../components/dashboard/practice/RefusedList.tsx';
import type { Platform } from '../../../lib/model/platform.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const playbookOf = (id: string) => playbooks.find((one) => one.id === id)!;
const field = { label: LONG_NAME, text: '30', unit: '天', shipped: '30', problem: null, onChange: nothing };
const count = (customers: number | null) => ({ customers, without: customers === null ? ('occasion' as const) : null });
const shopOn = (platform: Platform) => ({ shopId: 'shop', platform, name: LONG_NAME });
const fare = (customers: number, returned: number) => ({ customers, returned });

export const ownNumbersSamples: readonly Sample[] = [
  {
    file: 'components/dashboard/own-numbers/OwnNumberField.tsx',
    states: {
      shipped: <OwnNumberField {...field} />,
      own: <OwnNumberField {...field} text="45" />,
      choice: (
        <OwnNumberField
          {...field}
          text=""
          shipped=""
          shippedText={LONG_NAME}
          choices={[{ value: '', label: LONG_TITLE }]}
        />
      ),
      wrong: <OwnNumberField {...field} text="-1" problem={LONG_TITLE} />,
    },
  },
  {
    file: 'components/dashboard/NumberField.tsx',
    states: {
      whole: <NumberField label={LONG_NAME} value="30" min={1} max={90} onChange={nothing} />,
      beyond: <NumberField label={LONG_NAME} value="900" min={1} max={90} onChange={nothing} />,
    },
  },
  {
    file: 'components/dashboard/practice/Capacity.tsx',
    states: { own: <Capacity perDay={{ calm: null, wake: 40, thank: 20 }} onChange={nothing} /> },
  },
  { file: 'components/dashboard/practice/RefusedList.tsx', states: { whole: <RefusedList /> } },
  {
    file: 'components/dashboard/practice/ConditionLine.tsx',
    states: {
      'tiers and numbers': <ConditionLine playbook={playbookOf('churn-recall')} />,
      'one number': <ConditionLine playbook={playbookOf('order-guarantee')} />,
    },
  },
  {
    file: 'components/dashboard/practice/ContactLimits.tsx',
    states: {
      shipped: <ContactLimits shopId="shop" own={{}} />,
      'own and wrong': <ContactLimits shopId="shop" own={{ minGapHours: 48, quietFromHour: 23 }} />,
    },
  },
  {
    file: 'components/dashboard/practice/CouponLimits.tsx',
    states: {
      shipped: <CouponLimits shop={shopOn('taobao')} own={{}} />,
      own: <CouponLimits shop={shopOn('taobao')} own={{ faceStepFen: 50, thresholdAboveFace: 0, mostValidDays: 30 }} />,
      'own and wrong': <CouponLimits shop={shopOn('jd')} own={{ mostFaceFen: 5_000, mostValidDays: 1_000 }} />,
    },
  },
  {
    file: 'components/dashboard/practice/PlaybookRecount.tsx',
    states: {
      counting: <RecountText playbookId="silent-wake" before={undefined} tried={undefined} />,
      same: <RecountText playbookId="silent-wake" before={count(12)} tried={count(12)} />,
      more: <RecountText playbookId="silent-wake" before={count(1_204)} tried={count(12_345)} />,
      cards: <RecountText playbookId="health-low" before={count(8)} tried={count(3)} />,
      'no occasion': <RecountText playbookId="live-thanks" before={count(null)} tried={count(null)} />,
    },
  },
  {
    file: 'components/dashboard/practice/PlaybookPast.tsx',
    states: {
      whole: (
        <PastTable
          asOfDay={20_700}
          windowDays={7}
          days={[
            { day: 20_670, changed: fare(1_280, 154), shipped: fare(412, 60), everybody: fare(12_345, 890) },
            { day: 20_610, changed: fare(31, 4), shipped: fare(12, 3), everybody: fare(9_870, 640) },
            { day: 20_335, changed: fare(0, 0), shipped: fare(0, 0), everybody: fare(29, 2) },
          ]}
        />
      ),
    },
  },
];
