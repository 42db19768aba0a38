import { SuggestionCard } from '../../../components/coupon/SuggestionCard.tsx';
import { CustomerCard } from '../../../components/customer/CustomerCard.tsx';
import { OrderHistory } from '../../../components/customer/OrderHistory.tsx';
import { TierBadge } from '../../../components/customer/TierBadge.tsx';
import { KeyHelpButton } from '../../../components/keys/KeyHelpButton.tsx';
import { LockProblem } from '../../../components/lock/LockProblem.tsx';
import { UnlockForm } from '../../../components/lock/UnlockForm.tsx';
import { PersonOption } from '../../../components/popup/PersonOption.tsx';
import { StatusLine, type Status } from '../../../components/popup/StatusLine.tsx';
import { Listbox } from '../../../components/ui/Listbox.tsx';
import { BuyerRow } from '../../../components/panel/BuyerRow.tsx';
import { FirstSteps } from '../../../components/panel/FirstSteps.tsx';
import { ComplianceNotice } from '../../../components/reply/ComplianceNotice.tsx';
import { FindingList } from '../../../components/reply/FindingList.tsx';
import { ReplyOutcomeNote } from '../../../components/reply/ReplyOutcomeNote.tsx';
import { TaskRow } from '../../../components/today/TaskRow.tsx';
import { TodayBar } from '../../../components/today/TodayBar.tsx';
import type { Finding } from '../../../lib/compliance/lint.ts';
import { readLine } from '../../../lib/views/segments/segment-language.ts';
import type { CustomerView } from '../../../lib/views/customers/customer-view.ts';
import type { Task } from '../../../lib/views/actions/day-list.ts';
import { LONG_NAME, people, rightInstead, suggestions, tierMatches } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const states = Object.entries(people);
const ofEach = (show: (view: CustomerView) => React.ReactNode) =>
  Object.fromEntries(states.map(([name, view]) => [name, show(view)]));

const task = (view: CustomerView): Task => ({
  customer: { customerId: 'one', shopId: 'shop', platform: 'jd', display: view.display } as Task['customer'],
  assessment: view,
  playbook: suggestions[0]!.playbook as Task['playbook'],
  evidence: suggestions[0]!.evidence,
  offer: suggestions[0]!.offer,
  existing: null,
  instead: null,
  wording: null,
  margin: null,
  lateOrders: 0,
  worthFen: view.metrics.expectedSpendFen,
});

const taskRow = (view: CustomerView, shown: Task) => (
  <ul>
    <TaskRow
      task={shown}
      order="expectedSpendFen"
      isPicked={view === people.hard}
      onPick={nothing}
      onOpen={nothing}
      onNote={nothing}
      onPutOff={nothing}
    />
  </ul>
);

const finding = (severity: Finding['severity']): Finding => ({
  ruleId: 'DIV-01',
  label: 'diversion',
  severity,
  start: 0,
  end: 6,
  name: { zh: '引导站外联系', en: 'Luring off the platform' },
  rewrite: '有问题在这里留言就好，我都在',
  source: { title: '京东开放平台商家积分管理规则', article: '第十八条', effectiveFrom: '2025-07-04', certainty: 'S' },
});

const statuses: Record<string, Status> = {
  empty: { of: 'nothing' },
  counting: { of: 'segment', answer: undefined, tellsRates: true },
  counted: { of: 'segment', answer: { count: 12_345, of: 300_000, withheld: null }, tellsRates: true },
  'counted of too little': {
    of: 'segment',
    answer: { count: 12_345, of: 300_000, withheld: null },
    tellsRates: false,
  },
  nobody: { of: 'segment', answer: { count: 0, of: 300_000, withheld: null }, tellsRates: true },
  wrong: { of: 'error', error: readLine('老客 且 客丹>100').error! },
  unfinished: { of: 'unfinished', error: readLine('老客 且').error! },
  found: { of: 'name', found: 3, masked: 0, segments: 0, isShortNumber: false, isLocked: false },
  'a short number': { of: 'name', found: 0, masked: 0, segments: 0, isShortNumber: true, isLocked: false },
  locked: { of: 'name', found: 0, masked: 0, segments: 0, isShortNumber: false, isLocked: true },
};

export const panelSamples: readonly Sample[] = [
  {
    file: 'components/popup/StatusLine.tsx',
    states: Object.fromEntries(
      Object.entries(statuses).map(([name, status]) => [
        name,
        <StatusLine key={name} id={name} status={status} onReplace={nothing}>
          {null}
        </StatusLine>,
      ]),
    ),
  },
  {
    file: 'components/popup/PersonOption.tsx',
    states: ofEach((view) => (
      <Listbox id="people" label="客户">
        <PersonOption
          id="one"
          person={{
            customer: { ...task(view).customer, display: view.display ?? LONG_NAME },
            assessment: view,
            orderId: '3090112233440001',
            order: 'netSpendFen',
          }}
          isActive
          onChoose={nothing}
        />
      </Listbox>
    )),
  },
  { file: 'components/lock/UnlockForm.tsx', states: { locked: <UnlockForm /> } },
  {
    file: 'components/lock/LockProblem.tsx',
    states: {
      short: <LockProblem answer={{ ok: false, because: 'shortPassphrase' }} waitingSeconds={0} />,
      'another one': (
        <LockProblem answer={{ ok: false, because: 'otherPassphrase', waitUntil: 0 }} waitingSeconds={0} />
      ),
      'too soon': <LockProblem answer={{ ok: false, because: 'tooSoon', waitUntil: 300_000 }} waitingSeconds={300} />,
    },
  },
  {
    file: 'components/customer/TierBadge.tsx',
    states: Object.fromEntries(
      tierMatches.map((match) => [match.tier.id, <TierBadge key={match.tier.id} match={match} />]),
    ),
  },
  {
    file: 'components/customer/CustomerCard.tsx',
    states: ofEach((view) => <CustomerCard view={view} pageName={null} onWorkOrder={nothing} />),
  },
  {
    file: 'components/customer/OrderHistory.tsx',
    states: ofEach((view) => <OrderHistory orders={view.orders} moments={view.moments} onWorkOrder={nothing} />),
  },
  {
    file: 'components/coupon/SuggestionCard.tsx',
    states: Object.fromEntries(
      [...suggestions, rightInstead].map((suggestion) => [
        suggestion.playbook.id,
        <ul key={suggestion.playbook.id}>
          <SuggestionCard
            suggestion={suggestion}
            platform="jd"
            ownLimits={{}}
            standing={null}
            onWrite={nothing}
            onNote={nothing}
            onPutOff={nothing}
          />
        </ul>,
      ]),
    ),
  },
  {
    file: 'components/panel/BuyerRow.tsx',
    states: {
      ...ofEach((view) => (
        <ul>
          <BuyerRow
            buyer={{ customerId: 'one', display: view.display, orderIds: view.orders.map(({ orderId }) => orderId) }}
            assessment={view}
            onOpen={nothing}
            onWorkOrder={nothing}
          />
        </ul>
      )),
      mask: (
        <ul>
          <BuyerRow
            buyer={{ customerId: null, display: `${LONG_NAME.slice(0, 1)}**`, orderIds: ['3090112233448831'] }}
            assessment={null}
            onOpen={nothing}
            onWorkOrder={nothing}
          />
        </ul>
      ),
    },
  },
  { file: 'components/panel/FirstSteps.tsx', states: { one: <FirstSteps /> } },
  {
    file: 'components/today/TodayBar.tsx',
    states: {
      busy: (
        <TodayBar
          counts={{
            calm: { due: 3, done: 1, heldOut: 0, lowCoverage: null },
            wake: { due: 12_345, done: 0, heldOut: 0, lowCoverage: null },
            thank: { due: 8, done: 2, heldOut: 0, lowCoverage: null },
          }}
          open="wake"
          onOpen={nothing}
        />
      ),
      quiet: (
        <TodayBar
          counts={{
            calm: { due: 0, done: 0, heldOut: 0, lowCoverage: null },
            wake: { due: 0, done: 4, heldOut: 0, lowCoverage: null },
            thank: { due: 0, done: 0, heldOut: 0, lowCoverage: null },
          }}
          open={null}
          onOpen={nothing}
        />
      ),
    },
  },
  {
    file: 'components/today/TaskRow.tsx',
    states: {
      ...ofEach((view) => taskRow(view, task(view))),
      'a right': taskRow(people.hard, {
        ...task(people.hard),
        playbook: rightInstead.playbook as Task['playbook'],
        instead: rightInstead.instead,
      }),
    },
  },
  {
    file: 'components/reply/ComplianceNotice.tsx',
    states: {
      clean: <ComplianceNotice text="您好" findings={[]} />,
      found: <ComplianceNotice text="加我微信聊吧" findings={[finding('block'), finding('warn'), finding('hint')]} />,
    },
  },
  {
    file: 'components/reply/FindingList.tsx',
    states: {
      'on one platform of two': (
        <FindingList text="加我微信聊吧" findings={[finding('block'), { ...finding('warn'), onlyOn: 'taobao' }]} />
      ),
    },
  },
  {
    file: 'components/reply/ReplyOutcomeNote.tsx',
    states: {
      recorded: (
        <ReplyOutcomeNote
          outcome={{ kind: 'done', how: 'filled', text: '', record: { eventId: '1' } }}
          onUndo={nothing}
        />
      ),
      'not recorded': (
        <ReplyOutcomeNote outcome={{ kind: 'done', how: 'copied', text: '', record: 'failed' }} onUndo={nothing} />
      ),
      failed: <ReplyOutcomeNote outcome={{ kind: 'failed', because: 'otherCustomer' }} onUndo={nothing} />,
    },
  },
  { file: 'components/keys/KeyHelpButton.tsx', states: { one: <KeyHelpButton screen="panel" /> } },
];
