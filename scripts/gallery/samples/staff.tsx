/** What staff see around the card: who it is in a line, what was pasted, what is held back, and tables behind charts. */
import { CompanionHelp } from '../../../components/companion/CompanionHelp.tsx';
import { PastedConversation } from '../../../components/companion/PastedConversation.tsx';
import { PastedOrders } from '../../../components/companion/PastedOrders.tsx';
import { HeldBackList } from '../../../components/coupon/HeldBackList.tsx';
import { CustomerLine } from '../../../components/customer/CustomerLine.tsx';
import { CustomerNotes } from '../../../components/customer/CustomerNotes.tsx';
import { NoteContact } from '../../../components/customer/NoteContact.tsx';
import { NoteEditor } from '../../../components/customer/NoteEditor.tsx';
import { HotSpotTable } from '../../../components/dashboard/attribution/HotSpotTable.tsx';
import { ReliabilityChart } from '../../../components/dashboard/backtest/ReliabilityChart.tsx';
import { ColumnChart } from '../../../components/dashboard/charts/ColumnChart.tsx';
import { Facts } from '../../../components/dashboard/import/Facts.tsx';
import { TierFlows } from '../../../components/dashboard/migration/TierFlows.tsx';
import { NeverHeld } from '../../../components/dashboard/privacy/NeverHeld.tsx';
import { FieldTable } from '../../../components/health/FieldTable.tsx';
import { TierCountList } from '../../../components/popup/TierCountList.tsx';
import type { HeldBack } from '../../../lib/actions/guards.ts';
import type { PastedChat } from '../../../lib/model/pasted.ts';
import { reasonGroups } from '../../../lib/rules/service.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { LONG_NAME, LONG_TITLE, NOW, people, suggestions } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const [group] = reasonGroups;

const chat: PastedChat = {
  messages: [
    { name: '木木家', from: 'seller', text: '您好，在的', at: NOW - 1_800_000 },
    { name: LONG_NAME, from: 'buyer', text: `${LONG_TITLE}，洗一次就起球，怎么办？`, at: NOW - 600_000 },
  ],
  total: 2,
  names: [LONG_NAME, '木木家'],
  buyer: LONG_NAME,
  leftOutLines: 0,
};

const guards: readonly HeldBack[] = [
  { guard: 'openComplaintFirst', openAfterSales: 2 },
  { guard: 'quietHours', fromHour: 21, toHour: 8 },
  { guard: 'contactedRecently', limit: 'contactsPer7Days', allowed: 2, actual: 3 },
];

export const staffSamples: readonly Sample[] = [
  {
    file: 'components/customer/CustomerLine.tsx',
    states: Object.fromEntries(
      Object.entries(people).map(([name, view]) => [name, <CustomerLine key={name} view={view} pageName={null} />]),
    ),
  },
  {
    file: 'components/customer/CustomerNotes.tsx',
    states: Object.fromEntries(
      Object.entries(people).map(([name, view]) => [name, <CustomerNotes key={name} view={view} />]),
    ),
  },
  {
    file: 'components/customer/NoteEditor.tsx',
    states: {
      open: (
        <NoteEditor
          asked={0}
          customerId="one"
          platform="jd"
          notes={people.easy.notes}
          change={{ state: 'none', refusal: null, run: nothing, undo: nothing }}
          onClose={nothing}
        />
      ),
    },
  },
  { file: 'components/customer/NoteContact.tsx', states: { one: <NoteContact customerId="one" /> } },
  {
    file: 'components/coupon/HeldBackList.tsx',
    states: {
      some: <HeldBackList heldBack={guards.map((because, at) => ({ playbook: suggestions[at]!.playbook, because }))} />,
    },
  },
  { file: 'components/companion/CompanionHelp.tsx', states: { one: <CompanionHelp /> } },
  {
    file: 'components/companion/PastedConversation.tsx',
    states: {
      waiting: <PastedConversation chat={chat} />,
      'cut off, and nobody knows whose': (
        <PastedConversation chat={{ ...chat, buyer: null, total: 240, leftOutLines: 3 }} />
      ),
    },
  },
  {
    file: 'components/companion/PastedOrders.tsx',
    states: {
      'not all of them': (
        <PastedOrders
          panel={{
            nick: LONG_NAME,
            orders: [
              {
                orderId: '4012345678901234567',
                statusText: '卖家已发货',
                placedText: '04-03 04:16:49',
                amountFen: 12_800,
              },
              { orderId: '4012345678901234568', statusText: null, placedText: null, amountFen: null },
            ],
            orderTotal: 5,
            couponTotal: 2,
          }}
        />
      ),
    },
  },
  {
    file: 'components/popup/TierCountList.tsx',
    states: {
      'many customers, and masks': (
        <TierCountList
          counts={{
            asOf: NOW,
            coverage: 0.82,
            customers: 300_000,
            maskedOrders: 1_234,
            tiers: tiers.map(({ id }, at) => ({ tierId: id, count: at * 12_345 })),
          }}
          onOpen={nothing}
        />
      ),
    },
  },
  {
    file: 'components/health/FieldTable.tsx',
    states: {
      'one of them lost': (
        <FieldTable
          fields={[
            { field: 'buyer', there: 50, of: 50, usual: 1 },
            { field: 'amount', there: 12, of: 50, usual: 0.98 },
          ]}
          changed={new Set(['amount'])}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/attribution/HotSpotTable.tsx',
    states: {
      some: (
        <HotSpotTable
          told={40}
          hotSpots={group!.labels.slice(0, 2).map(({ id }, at) => ({
            article: LONG_TITLE,
            labelId: id,
            count: 9 - at,
            carriers: at === 0 ? [{ id: '中通快递', count: 7 }] : [],
            customerIds: [],
          }))}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/backtest/ReliabilityChart.tsx',
    states: {
      good: (
        <ReliabilityChart
          bins={[0.05, 0.2, 0.35, 0.6].map((predicted) => ({ customers: 80, predicted, observed: predicted * 0.9 }))}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/charts/ColumnChart.tsx',
    states: {
      'with a threshold': (
        <ColumnChart
          title="预计回购"
          axis="机会"
          of="客户"
          columns={[120, 80, 30, 4].map((count, at) => ({
            name: `${at * 25}%`,
            range: `${at * 25}–${at * 25 + 25}%`,
            count,
            isMarked: at === 0,
          }))}
          marks={[{ name: '25%', place: 1 }]}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/migration/TierFlows.tsx',
    states: {
      some: (
        <TierFlows
          counts={[
            [0, 120, 0],
            [4, 800, 30],
            [1, 45, 260],
          ]}
          names={['', '新客', LONG_NAME]}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/import/Facts.tsx',
    states: {
      'one unknown': (
        <Facts
          facts={[
            ['订单', '12,345'],
            ['买家', null],
            ['从', '2023-08-06'],
          ]}
        />
      ),
    },
  },
  { file: 'components/dashboard/privacy/NeverHeld.tsx', states: { one: <NeverHeld /> } },
];
