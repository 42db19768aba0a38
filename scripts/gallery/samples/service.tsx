import { DisputeCard } from '../../../components/dispute/DisputeCard.tsx';
import { SlaBullet } from '../../../components/dashboard/charts/SlaBullet.tsx';
import { SegmentRow } from '../../../components/popup/SegmentRow.tsx';
import { MendList } from '../../../components/service/MendList.tsx';
import { PayoutList } from '../../../components/service/PayoutList.tsx';
import { NewWorkOrder } from '../../../components/service/NewWorkOrder.tsx';
import { WorkOrderRow } from '../../../components/service/WorkOrderRow.tsx';
import { WorkOrderTools } from '../../../components/service/WorkOrderTools.tsx';
import type { Right } from '../../../lib/model/rights-event.ts';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';
import { decide } from '../../../lib/service/dispute.ts';
import type { Clock } from '../../../lib/service/clocks.ts';
import type { MendState } from '../../../lib/service/mends.ts';
import type { WorkOrder } from '../../../lib/service/work-order.ts';
import type { PayoutView } from '../../../lib/views/service/payouts.ts';
import type { WorkOrderView } from '../../../lib/views/service/service-desk.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { disputeRules, reasonGroups } from '../../../lib/rules/service.ts';
import type { CustomerRecord } from '../../../lib/store/records.ts';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const undoable = { state: 'none' as const, refusal: null, run: nothing, undo: nothing };
const HOUR_MS = 3_600_000;
const now = Date.now();

const order: WorkOrder = {
  id: 'w1',
  shopId: 'shop',
  customerId: 'one',
  orderId: '3090112233448831',
  caseId: null,
  from: 'chat',
  labelId: reasonGroups[0]!.labels[0]!.id,
  owner: null,
  ownerBy: null,
  amountFen: 8_850,
  steps: [],
  notes: [],
  offers: [],
  openedAt: now - HOUR_MS,
  startedAt: now - HOUR_MS,
  toldAt: null,
  closedAt: null,
  mergedInto: null,
  mergedIds: [],
  history: [],
};
/** @param hours until it is over, from now */
const clock = (index: number, hours: number, doneAt: number | null): Clock => ({
  ruleId: clockRules[index]!.id,
  kind: clockRules[index]!.kind,
  startAt: now - 2 * DAY_MS,
  dueAt: now + hours * HOUR_MS,
  doneAt,
  marks: [{ share: 0.8, at: hours < 1 ? now - 1 : now + DAY_MS }],
  measureId: null,
});
const running: WorkOrderView = {
  order,
  clocks: [clock(0, 0.5, null), clock(1, 24, null)],
  state: 'soon',
  dueAt: now + HOUR_MS / 2,
  doubles: [],
};
const late: WorkOrderView = {
  ...running,
  order: { ...order, id: 'w2', owner: LONG_NAME, notes: [{ eventId: 'e1', at: now, text: LONG_TITLE }] },
  clocks: [clock(0, -26, now - 27 * HOUR_MS), clock(1, -3, null)],
  state: 'late',
  doubles: [{ workOrder: order, because: 'order' }],
};
const closed: WorkOrderView = {
  ...running,
  order: { ...order, id: 'w3', labelId: null, toldAt: now, closedAt: now },
  clocks: [clock(0, 1, now), clock(1, -5, now)],
  state: 'met',
};
const views = { running, late, closed };
const customers = new Map([['one', { customerId: 'one', shopId: 'shop', display: LONG_NAME } as CustomerRecord]]);

const ofEach = (show: (view: WorkOrderView) => React.ReactNode) =>
  Object.fromEntries(Object.entries(views).map(([name, view]) => [name, show(view)]));

const mended: MendState = {
  mendId: 'm1',
  shopId: 'shop',
  cause: { article: LONG_TITLE, labelId: reasonGroups[0]!.labels[0]!.id, carrier: null },
  mendedAt: now - 3 * DAY_MS,
  by: LONG_NAME,
  toTell: Array.from({ length: 10 }, (_, at) => (at === 0 ? 'one' : `other ${at}`)),
  told: [],
  recurrences: 2,
  lastAt: now,
};
const mends = {
  'came again, ten to tell': mended,
  'not again, all told': { ...mended, toTell: [], recurrences: 0, lastAt: null },
};

/** @param inDays until it is due */
const payout = (state: PayoutView['state'], inDays: number, friendName: string): PayoutView => {
  const right: Extract<Right, { what: 'referral' }> = {
    what: 'referral',
    customerId: 'one',
    friendName,
    rewardFen: 2_000,
    dueDay: dayOf(now) + inDays,
  };
  return {
    referral: { rightId: state, shopId: 'shop', right } as PayoutView['referral'],
    state,
    customerId: 'one',
    friendId: null,
  };
};

/** @param amountFen 5 CNY are given back at once, 5,000 negotiated */
const dispute = (amountFen: number | null, isOwnWish = false) => (
  <DisputeCard
    dispute={{
      id: 'c1',
      orderId: order.orderId,
      type: '退货退款（商家同意后买家寄回）',
      amountFen,
      labelId: null,
      workOrderId: null,
      shopId: 'shop',
      customerId: 'one',
      caseId: 'c1',
      offers: new Map(disputeRules.steps.slice(0, 1).map(({ id }) => [id, { outcome: 'refused', at: now }])),
      decision: decide(
        { amountFen, labelId: null, words: '', isOwnWish, hasGoods: true },
        { claims: [], purchases: 3 },
        { goodsFen: 3_000, isOfSeveral: false, freightFen: { out: 500, back: null }, authorityFen: null },
        disputeRules,
        now,
      ),
    }}
    onOutcome={nothing}
  />
);
const percent = (value: number) => `${value}%`;
const query = '上次>30天 且 客单>100 且 非勿扰';

export const serviceSamples: readonly Sample[] = [
  {
    file: 'components/service/NewWorkOrder.tsx',
    states: {
      empty: (
        <NewWorkOrder
          shopId="shop"
          platform="jd"
          owners={[]}
          byLabel={undefined}
          undoable={undoable}
          onDone={nothing}
        />
      ),
      'with an own table': (
        <NewWorkOrder
          shopId="shop"
          platform="jd"
          owners={[LONG_NAME]}
          byLabel={{ labels: {}, groups: { product: LONG_NAME } }}
          undoable={undoable}
          onDone={nothing}
        />
      ),
    },
  },
  {
    file: 'components/service/WorkOrderRow.tsx',
    states: ofEach((view) => (
      <ul>
        <WorkOrderRow view={view} customers={customers} owners={[LONG_NAME]} ofList={undoable} onOpen={nothing} />
      </ul>
    )),
  },
  {
    file: 'components/service/WorkOrderTools.tsx',
    states: ofEach((view) => <WorkOrderTools view={view} owners={[LONG_NAME]} ofList={undoable} />),
  },
  {
    file: 'components/service/MendList.tsx',
    states: Object.fromEntries(
      Object.entries(mends).map(([name, mend]) => [name, <MendList key={name} mends={[mend]} customers={customers} />]),
    ),
  },
  {
    file: 'components/service/PayoutList.tsx',
    states: {
      'late, today, later': (
        <PayoutList
          payouts={[payout('late', -3, LONG_NAME), payout('due', 0, LONG_NAME), payout('open', 9, LONG_NAME)]}
          customers={customers}
        />
      ),
    },
  },
  {
    file: 'components/dispute/DisputeCard.tsx',
    states: { small: dispute(500), large: dispute(500_000), unknown: dispute(null), 'own wish': dispute(59_800, true) },
  },
  {
    file: 'components/dashboard/charts/SlaBullet.tsx',
    states: {
      'reached, with a forecast': (
        <SlaBullet
          title="3 分钟人工回复率"
          value={93}
          target={90}
          forecast={{ value: 95, low: 91, high: 98 }}
          isReached
          most={100}
          textOf={percent}
        />
      ),
      'missed, without': (
        <SlaBullet
          title="3 分钟人工回复率"
          value={42}
          target={90}
          forecast={null}
          isReached={false}
          most={100}
          textOf={percent}
        />
      ),
    },
  },
  {
    file: 'components/popup/SegmentRow.tsx',
    states: {
      'starred and grown': (
        <SegmentRow
          label={LONG_NAME}
          query={query}
          facts={{
            counts: new Map([[query, 12_345]]),
            of: 123_450,
            trends: new Map([[query, { grewBy: 123, salesFen: 1_234_500_000 }]]),
            pins: { pins: [query], has: () => true, isFull: false, toggle: nothing },
            onOpen: nothing,
          }}
        />
      ),
      'not to be read': (
        <SegmentRow
          label="老客"
          query={query}
          facts={{
            counts: new Map([[query, null]]),
            of: null,
            trends: new Map(),
            pins: { pins: [], has: () => false, isFull: true, toggle: nothing },
            onOpen: nothing,
          }}
        />
      ),
    },
  },
];
