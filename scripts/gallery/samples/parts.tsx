import { Suspense, type ReactNode } from 'react';
import { LookupResult } from '../../../components/companion/LookupResult.tsx';
import type { Lookup } from '../../../components/companion/lookups.ts';
import { UnmaskStep } from '../../../components/dashboard/export/UnmaskStep.tsx';
import { OlderThanKept } from '../../../components/dashboard/import/OlderThanKept.tsx';
import { RefusalList } from '../../../components/dashboard/import/RefusalList.tsx';
import { ShopForImport } from '../../../components/dashboard/import/ShopForImport.tsx';
import { QueryProblem } from '../../../components/dashboard/segments/QueryProblem.tsx';
import { SegmentRows } from '../../../components/dashboard/segments/SegmentRows.tsx';
import { Receipt } from '../../../components/forget/Receipt.tsx';
import { LayoutNote } from '../../../components/health/LayoutNote.tsx';
import { StoreGate } from '../../../components/health/StoreGate.tsx';
import { database } from '../../../components/hooks/database.ts';
import { useKeyedQuery } from '../../../components/hooks/useKeyedQuery.ts';
import type { LinkChange } from '../../../components/hooks/useLinkDecision.ts';
import { LinkNote } from '../../../components/identity/LinkNote.tsx';
import { CustomerPage } from '../../../components/panel/CustomerPage.tsx';
import { KeepLibrary } from '../../../components/reply/KeepLibrary.tsx';
import { PanelSearch } from '../../../components/panel/PanelSearch.tsx';
import { SegmentPeople } from '../../../components/panel/SegmentPeople.tsx';
import { ToDoList } from '../../../components/panel/ToDoList.tsx';
import { MaskedOrderOption } from '../../../components/popup/MaskedOrderOption.tsx';
import { SaveSegment } from '../../../components/popup/SaveSegment.tsx';
import { SegmentOption } from '../../../components/popup/SegmentOption.tsx';
import { SegmentPeek } from '../../../components/popup/SegmentPeek.tsx';
import { BlockConfirmation } from '../../../components/reply/BlockConfirmation.tsx';
import { BatchResults } from '../../../components/today/BatchResults.tsx';
import { NothingDue } from '../../../components/today/NothingDue.tsx';
import { TodayList } from '../../../components/today/TodayList.tsx';
import { Listbox } from '../../../components/ui/Listbox.tsx';
import { jobs } from '../../../lib/actions/job.ts';
import { unmaskReasons } from '../../../lib/model/audit.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';
import type { CustomerRecord } from '../../../lib/store/records.ts';
import type { PageState } from '../../../lib/model/page-state.ts';
import { segmentLanguage } from '../../../lib/views/segments/segment-language.ts';
import { LONG_NAME, LONG_TITLE, NOW, order } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};

/** A customer of the shop in the store: with a case that is open, or one who has none. */
function OfCustomer({ hasCase, show }: { hasCase: boolean; show: (customer: CustomerRecord) => ReactNode }) {
  const customer = useKeyedQuery(`gallery ${hasCase}`, 0, async () => {
    const orders = await database.orders.toArray();
    const withCase = new Set(orders.filter(({ cases }) => cases !== undefined).map(({ customerId }) => customerId));
    return (await database.customers.toArray()).find(({ customerId }) => withCase.has(customerId) === hasCase) ?? null;
  });
  return customer ? <Suspense fallback={null}>{show(customer)}</Suspense> : null;
}

const card = (customer: CustomerRecord, isReplyFirst: boolean) => (
  <KeepLibrary>
    <CustomerPage
      shown={{ ...customer, because: 'chosen' }}
      page={{ tabId: null, state: null, isLoading: false }}
      isReplyFirst={isReplyFirst}
    />
  </KeepLibrary>
);

const lookup: Lookup = {
  id: 1,
  at: NOW,
  text: LONG_TITLE,
  buyer: null,
  answer: null,
  problem: null,
  chosen: null,
  isBuyersWords: false,
  isForgotten: false,
};
const asked = (changes: Partial<Lookup>) => (
  <LookupResult lookup={{ ...lookup, ...changes }} onSayBuyer={nothing} onSayBuyersWords={nothing} onChoose={nothing} />
);
const person = { shopId: 'shop', platform: 'taobao' as const, orderId: null, isSeen: true };
const answer = { person: null, others: [], shop: null, isMaskedOrder: false };
const pastedChat = {
  kind: 'chat' as const,
  chat: {
    messages: [{ name: LONG_NAME, from: null, text: LONG_TITLE }],
    total: 1,
    names: [LONG_NAME, '小林'],
    buyer: null,
    leftOutLines: 2,
  },
};

const linkNote = (change: LinkChange) => (
  <LinkNote decisions={{ change, confirm: nothing, refuse: nothing, undo: nothing }} />
);

const measures = { size: 0, column: () => new Float64Array() };
const segmentOf = (line: string) => {
  const reading = parseSegment(line, segmentLanguage);
  return reading.ok ? reading.value : null;
};
const shown = { lexicon: segmentLanguage, measures: measures as never, tags: ['熟客'], onLine: nothing };
const rows = (line: string, isCurrent = true) => (
  <SegmentRows segment={segmentOf(line)} isCurrent={isCurrent} {...shown} />
);
const problem = (line: string) => {
  const reading = parseSegment(line, segmentLanguage);
  return !reading.ok && <QueryProblem line={line} error={reading.error} onLine={nothing} />;
};

const layout: PageState = {
  tabId: 1,
  platform: 'jd',
  page: 'order-list',
  shopId: 'shop',
  shopName: LONG_NAME,
  observedAt: NOW,
  health: { rows: 20, read: 0 },
  rejects: [],
  fields: [],
  layoutChanges: [],
  buyers: [],
  chat: null,
  problem: null,
};

/** What a screen shows only after a click, or of some customers only. */
export const partSamples: readonly Sample[] = [
  {
    file: 'components/panel/CustomerPage.tsx',
    states: {
      'with an open case': <OfCustomer hasCase show={(customer) => card(customer, false)} />,
      'in a conversation': <OfCustomer hasCase={false} show={(customer) => card(customer, true)} />,
    },
  },
  {
    file: 'components/today/TodayList.tsx',
    states: Object.fromEntries(
      jobs.map((job) => [
        job,
        <TodayList
          key={job}
          shopId={null}
          job={job}
          count={{ due: 12, done: 3, heldOut: 2, lowCoverage: null }}
          onOpen={nothing}
        />,
      ]),
    ),
  },
  { file: 'components/today/NothingDue.tsx', states: { 'of all shops': <NothingDue shopId={null} /> } },
  { file: 'components/today/BatchResults.tsx', states: { 'no batch': <BatchResults shopId="shop" job="wake" /> } },
  {
    file: 'components/panel/SegmentPeople.tsx',
    states: {
      some: <SegmentPeople shopId={null} query="次数>=2次" onOpen={nothing} onClose={nothing} />,
      nobody: <SegmentPeople shopId={null} query="次数>=999次" onOpen={nothing} onClose={nothing} />,
    },
  },
  {
    file: 'components/panel/PanelSearch.tsx',
    states: { 'a letter typed': <PanelSearch text="w" onOpen={nothing} onLeave={nothing} /> },
  },
  { file: 'components/panel/ToDoList.tsx', states: { 'not read': <ToDoList shopId="shop" /> } },
  {
    file: 'components/popup/SegmentPeek.tsx',
    states: {
      some: <SegmentPeek shopId={null} query="次数>=2次" />,
      nobody: <SegmentPeek shopId={null} query="次数>=999次" />,
    },
  },
  {
    file: 'components/popup/SaveSegment.tsx',
    states: {
      new: <SaveSegment query="次数>=2次" saved={[]} onSave={nothing} onDone={nothing} />,
      known: (
        <SaveSegment
          query="次数>=2次"
          saved={[{ segmentId: 'a', label: LONG_NAME, query: '次数>=2次' }]}
          onSave={nothing}
          onDone={nothing}
        />
      ),
    },
  },
  {
    file: 'components/popup/SegmentOption.tsx',
    states: {
      'counted, being counted, unreadable': (
        <Listbox id="gallery-segments" label="人群">
          {[12_345, undefined, null].map((count, at) => (
            <SegmentOption
              key={String(count)}
              id={`gallery-segment-${at}`}
              segment={{ label: LONG_NAME, query: LONG_TITLE }}
              count={count}
              isActive={at === 0}
              onChoose={nothing}
            />
          ))}
        </Listbox>
      ),
    },
  },
  {
    file: 'components/popup/MaskedOrderOption.tsx',
    states: {
      'a long name, and none': (
        <Listbox id="gallery-orders" label="订单">
          {[LONG_NAME, null].map((display, at) => (
            <MaskedOrderOption
              key={String(display)}
              id={`gallery-order-${at}`}
              order={order(1, { buyer: { key: null, display, quality: 'masked' } })}
              isActive={at === 0}
              onChoose={nothing}
            />
          ))}
        </Listbox>
      ),
    },
  },
  {
    file: 'components/companion/LookupResult.tsx',
    states: {
      'being read': asked({}),
      'too long': asked({ problem: 'tooLong' }),
      'no answer': asked({ problem: 'noAnswer' }),
      'several people': asked({
        answer: {
          ...answer,
          pasted: { kind: 'nick', nick: LONG_NAME },
          others: ['a', 'b'].map((customerId) => ({ ...person, customerId, display: LONG_NAME })),
        },
      }),
      'whose chat it is': asked({ answer: { ...answer, pasted: pastedChat } }),
    },
  },
  {
    file: 'components/health/LayoutNote.tsx',
    states: { 'nothing read': <LayoutNote state={layout} tabId={1} /> },
  },
  { file: 'components/health/StoreGate.tsx', states: { 'all is well': <StoreGate>{LONG_TITLE}</StoreGate> } },
  {
    file: 'components/identity/LinkNote.tsx',
    states: {
      confirmed: linkNote({ state: 'confirmed', eventId: 'one' }),
      refused: linkNote({ state: 'refused', eventId: 'one' }),
      undone: linkNote({ state: 'undone', eventId: null }),
      failed: linkNote({ state: 'failed', eventId: null }),
    },
  },
  {
    file: 'components/reply/BlockConfirmation.tsx',
    states: { two: <BlockConfirmation blocks={2} reason={LONG_TITLE} onChange={nothing} /> },
  },
  {
    file: 'components/forget/Receipt.tsx',
    states: {
      one: (
        <Receipt
          entry={{ id: 'a', at: NOW, kind: 'customerForgotten', what: null, reason: null, counts: { orders: 7 } }}
        />
      ),
    },
  },
  {
    file: 'components/dashboard/export/UnmaskStep.tsx',
    states: { 'not chosen': <UnmaskStep reasons={unmaskReasons} reason={null} onReason={nothing} /> },
  },
  { file: 'components/dashboard/import/OlderThanKept.tsx', states: { older: <OlderThanKept from="2015-01-01" /> } },
  {
    file: 'components/dashboard/import/RefusalList.tsx',
    states: { some: <RefusalList refusals={{ 'order id': { count: 12, rows: [3, 4, 9] } }} /> },
  },
  {
    file: 'components/dashboard/import/ShopForImport.tsx',
    states: {
      new: <ShopForImport platform="jd" shops={[]} value={{ name: LONG_NAME }} onChange={nothing} />,
    },
  },
  {
    file: 'components/dashboard/segments/SegmentRows.tsx',
    states: {
      empty: rows(''),
      joined: rows('老客 且 上次30~60天 且 非勿扰'),
      'with a group': rows('(老客 或 客单>=100元) 且 上次>30天'),
      'what rows cannot show': rows('老客 且 非(新客 或 上次>30天) 且 (新客 或 上次>30天 且 客单>100元)'),
      'while the line cannot be read': rows('老客', false),
    },
  },
  {
    file: 'components/dashboard/segments/QueryProblem.tsx',
    states: { 'an unknown word': problem('上次>=300天 且 商次>3天'), unfinished: problem('上次>=300天 且 ') },
  },
];
