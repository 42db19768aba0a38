import { useId, useRef } from 'react';
import { QuietWish } from '../../../components/customer/QuietWish.tsx';
import { TimelineSaves } from '../../../components/customer/TimelineSaves.tsx';
import { OptionList } from '../../../components/popup/OptionList.tsx';
import type { ChoiceGroup } from '../../../components/popup/choices.ts';
import { offeredAt } from '../../../components/popup/completions.ts';
import { WaitList } from '../../../components/service/WaitList.tsx';
import type { CustomerRecord } from '../../../lib/store/records.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { readLine } from '../../../lib/views/segments/segment-language.ts';
import type { WaitView } from '../../../lib/views/service/service-desk.ts';
import { LONG_NAME, LONG_TITLE, order, people } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const MINUTE_MS = 60_000;
const now = Date.now();
const customer = { customerId: 'one', shopId: 'shop', platform: 'jd', display: LONG_NAME } as CustomerRecord;

const wish = (text: string, isUndisturbed = false) => (
  <QuietWish customerId="one" messages={[{ from: 'buyer', text }]} isUndisturbed={isUndisturbed} />
);

function Saves() {
  const within = useRef<HTMLDivElement>(null);
  return (
    <div ref={within}>
      <TimelineSaves within={within} definition={LONG_TITLE} />
    </div>
  );
}

const groups: readonly ChoiceGroup[] = [
  {
    title: '客户',
    choices: Object.entries(people).map(([id, assessment]) => ({
      of: 'person',
      id,
      person: { customer, assessment, orderId: null, order: id === 'easy' ? 'expectedSpendFen' : null },
    })),
  },
  { title: '订单', choices: [{ of: 'maskedOrder', id: 'masked', order: order(1) }] },
  {
    title: '人群',
    choices: [12_345, undefined, null].map((count) => ({
      of: 'segment',
      id: `segment ${count}`,
      segment: { label: LONG_NAME, query: '次数>=2次' },
      count,
    })),
  },
];

const none: readonly ChoiceGroup[] = [];

/** What is offered to somebody who wrote this far. */
function Offered({ line, found = none }: { line: string; found?: readonly ChoiceGroup[] }) {
  const offered = offeredAt(line, line.length, readLine(line), [LONG_NAME]);
  return <OptionList id={useId()} offered={offered} groups={found} active={1} onTake={nothing} />;
}

/** @param minutes until the answer is due */
const waiting = (customerId: string, minutes: number, changes: Partial<WaitView>, wait = {}): WaitView => ({
  wait: {
    customerId,
    shopId: 'shop',
    since: now - 2 * MINUTE_MS,
    isExact: true,
    matter: 'presale',
    seenAt: now - MINUTE_MS,
    state: 'waiting',
    answeredAt: null,
    ...wait,
  },
  clock: {
    ruleId: clockRules[0]!.id,
    kind: clockRules[0]!.kind,
    startAt: now - 2 * MINUTE_MS,
    dueAt: now + minutes * MINUTE_MS,
    doneAt: null,
    marks: [],
    measureId: null,
  },
  state: 'running',
  ...changes,
});
const waits = [
  waiting('one', 1, { state: 'soon' }),
  waiting('two', -12, { state: 'late' }, { isExact: false }),
  waiting('three', -12, { state: 'blind' }),
  waiting('four', -12, { state: 'blind' }, { state: 'unseen' }),
];

/** What is there only for a moment: while one types, or while a buyer waits. */
export const momentSamples: readonly Sample[] = [
  {
    file: 'components/customer/QuietWish.tsx',
    states: { heard: wish('退订'), 'noted before': wish('退订', true) },
  },
  { file: 'components/customer/TimelineSaves.tsx', states: { one: <Saves /> } },
  {
    file: 'components/popup/OptionList.tsx',
    states: {
      'words to end one with': <Offered line="老客 且 上" />,
      'signs to go on with': <Offered line="上次 " />,
      'found: people, orders, segments': <Offered line="" found={groups} />,
    },
  },
  {
    file: 'components/service/WaitList.tsx',
    states: {
      'soon, late, out of sight': <WaitList waits={waits} customers={new Map([['one', customer]])} onOpen={nothing} />,
    },
  },
];
