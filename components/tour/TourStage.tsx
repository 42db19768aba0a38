import { Suspense, useState } from 'react';
import type { Job } from '../../lib/actions/job.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { sampleShop } from '../../lib/rules/sample.ts';
import type { ShopChoice } from '../../lib/views/shops/insight-view.ts';
import { segmentAddress } from '../dashboard/sections.ts';
import { useInsight, useShops } from '../dashboard/useInsight.ts';
import { useJobCounts, useTasks } from '../hooks/useDayList.ts';
import type { ShownCustomer } from '../hooks/useShownCustomer.ts';
import { KeepLibrary } from '../reply/KeepLibrary.tsx';
import { TodayBar } from '../today/TodayBar.tsx';
import { later } from '../ui/later.ts';
import type { TourStep } from './steps.ts';
import styles from './Tour.module.css';

const CustomerPage = later(async () => (await import('../panel/CustomerPage.tsx')).CustomerPage);
const Segments = later(async () => (await import('../dashboard/segments/Segments.tsx')).Segments);
const TodayList = later(async () => (await import('../today/TodayList.tsx')).TodayList);

interface Props {
  step: TourStep;
  /** One was opened in the list of the day. */
  onCustomer: () => void;
}

/** The screens themselves, over the sample: everything in them works, and reaches nothing else. */
export function TourStage({ step, onCustomer }: Props) {
  const [shop] = useShops() ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  if (!shop) return <div className={styles.stage} aria-busy="true" />;
  return (
    <section className={step === 'segment' ? styles.wide : styles.stage} aria-label={t('tourStage')}>
      <Suspense fallback={<div aria-busy="true" />}>
        {step === 'today' && (
          <Today
            shop={shop}
            onOpen={(customerId) => {
              setChosen(customerId);
              onCustomer();
            }}
          />
        )}
        <KeepLibrary>
          {step === 'customer' && <Customer shop={shop} job="wake" chosen={chosen} />}
          {step === 'reply' && <Customer key="reply" shop={shop} job="calm" chosen={null} isChat />}
        </KeepLibrary>
        {step === 'segment' && <Segment shop={shop} />}
      </Suspense>
    </section>
  );
}

function Today({ shop: { shopId }, onOpen }: { shop: ShopChoice; onOpen: (customerId: string) => void }) {
  const counts = useJobCounts(shopId);
  const [job, setJob] = useState<Job>('wake');
  if (!counts) return <div aria-busy="true" />;
  return (
    <>
      <TodayBar counts={counts} open={job} onOpen={(next) => setJob(next ?? 'wake')} />
      <TodayList
        key={job}
        shopId={shopId}
        job={job}
        count={counts[job]}
        onOpen={(_, customerId) => onOpen(customerId)}
      />
    </>
  );
}

interface CustomerProps {
  shop: ShopChoice;
  /** Whose first customer it is where none was chosen. */
  job: Job;
  chosen: string | null;
  /** They write in the chat. */
  isChat?: boolean;
}

function Customer({ shop, job, chosen, isChat = false }: CustomerProps) {
  const first = useTasks(shop.shopId, job, 1)?.tasks[0]?.customer;
  // Whoever was dealt with leaves the list, and stays on this screen.
  const [kept, setKept] = useState(first);
  if (first && !kept) setKept(first);
  const customerId = chosen ?? kept?.customerId;
  if (customerId === undefined) return <div aria-busy="true" />;
  const shown: ShownCustomer = {
    shopId: shop.shopId,
    customerId,
    because: 'chosen',
    platform: shop.platform,
    display: null,
  };
  return (
    <CustomerPage
      shown={shown}
      page={{ tabId: null, isLoading: false, state: isChat ? chatWith(shop, customerId) : null }}
      isReplyFirst={isChat}
    />
  );
}

/** As if the buyer stood in the chat, with no box to write into. */
function chatWith({ shopId, platform, name }: ShopChoice, customerId: string): PageState {
  return {
    tabId: -1,
    platform,
    page: 'chat',
    shopId,
    shopName: name,
    observedAt: 0,
    health: { rows: 0, read: 0 },
    rejects: [],
    fields: [],
    layoutChanges: [],
    buyers: [],
    chat: {
      customerId,
      customerKey: null,
      display: '',
      settled: true,
      editor: false,
      messages: sampleShop.chat.map((message) => ({ ...message })),
    },
    problem: null,
  };
}

function Segment({ shop }: { shop: ShopChoice }) {
  // Where the segment builder looks for a line that stands ready.
  const [isReady] = useState(() => {
    history.replaceState(null, '', segmentAddress(sampleShop.segment));
    return true;
  });
  const state = useInsight(shop.shopId);
  if (!isReady || state.kind !== 'ready') return <div aria-busy="true" />;
  return <Segments shop={shop} insight={state.insight} />;
}
