import { Suspense, useEffect, useRef, useState } from 'react';
import type { Job } from '../../lib/actions/job.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { t } from '../../lib/browser/i18n.ts';
import { usePageBuyers } from '../hooks/usePageBuyers.ts';
import { usePageState, type ActivePage } from '../hooks/usePageState.ts';
import { useNeedsReload } from '../hooks/useNeedsReload.ts';
import { useShopPlatforms } from '../hooks/useShopPlatforms.ts';
import { useShownCustomer, type ShownCustomer } from '../hooks/useShownCustomer.ts';
import { isLayoutChanged } from '../health/layout-changed.ts';
import { pageHealthText } from '../health/page-health-text.ts';
import { PageLinks } from '../identity/PageLinks.tsx';
import { TodayBar } from '../today/TodayBar.tsx';
import { useToday, type Today } from '../today/useToday.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.ts';
import { Spoken } from '../ui/Spoken.tsx';
import { BuyerList } from './BuyerList.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { MaskedReplies } from './MaskedReplies.tsx';
import { PageNotes } from './PageNotes.tsx';
import { PanelFooter } from './PanelFooter.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PreciseMode } from './PreciseMode.tsx';
import { ToDoList } from './ToDoList.tsx';
import { usePanelKeys } from './usePanelKeys.ts';
import styles from './Panel.module.css';

const DeskLine = later(async () => (await import('../service/DeskLine.tsx')).DeskLine);
const WorkOrderRoom = later(async () => (await import('../service/WorkOrderRoom.tsx')).WorkOrderRoom);
const CalendarStrip = later(async () => (await import('../today/CalendarStrip.tsx')).CalendarStrip);
// Fetched while the page's buyers are read, so that no card waits for it.
const customerPage = import('./CustomerPage.tsx');
const CustomerPage = later(async () => (await customerPage).CustomerPage);
const NothingDue = later(async () => (await import('../today/NothingDue.tsx')).NothingDue);
const TodayList = later(async () => (await import('../today/TodayList.tsx')).TodayList);

/** The side panel: follows the page in the active tab, with the list of the day above it. */
export function Panel() {
  const page = usePageState();
  const { shown, choose, goBack } = useShownCustomer(page);
  const needsReload = useNeedsReload(page);
  const { state } = page;
  const today = useToday(page);
  const [isInRoom, setInRoom] = useState(false);
  // Who is there comes first, and so does who was chosen; a card that merely stayed gives way.
  const isOfToday = today.job !== null && (!shown || shown.because === 'last');
  const behind = shown?.because === 'chosen' ? nameBehind(state, today.job) : null;
  const back = useRef<HTMLButtonElement>(null);
  usePanelKeys(today, behind === null ? null : goBack);
  // The row that was chosen is gone, and the focus with it.
  useEffect(() => {
    if (behind !== null && document.activeElement === document.body) back.current?.focus({ preventScroll: true });
  }, [behind]);
  return (
    <div className={styles.panel}>
      <PanelHeader state={state} />
      <Spoken text={spokenText(state, shown)} />
      <main className={styles.main}>
        <PageNotes
          state={state}
          tabId={page.tabId}
          isLastCustomer={shown?.because === 'last'}
          needsReload={needsReload}
        />
        <Suspense fallback={null}>
          <DeskLine onOpen={() => setInRoom(true)} />
        </Suspense>
        {isInRoom && (
          <nav className={styles.back}>
            <Button look="plain" onClick={() => setInRoom(false)}>
              {t('wo_leaveRoom')}
            </Button>
          </nav>
        )}
        {behind && !isInRoom && (
          <nav className={styles.back}>
            <Button ref={back} look="plain" onClick={goBack}>
              {t(behind)}
            </Button>
          </nav>
        )}
        {isInRoom ? (
          <Suspense fallback={null}>
            <WorkOrderRoom
              shop={state?.shopId && state.platform ? { shopId: state.shopId, platform: state.platform } : null}
              onOpen={(shopId, customerId) => {
                setInRoom(false);
                choose(shopId, customerId);
              }}
            />
          </Suspense>
        ) : (
          <>
            {today.counts && (!shown || shown.because === 'last') && (
              <>
                <TodayBar counts={today.counts} open={today.job} onOpen={today.open} />
                <Suspense fallback={null}>
                  <CalendarStrip shopId={today.shopId} days={14} />
                </Suspense>
              </>
            )}
            {isOfToday && today.counts ? (
              <Suspense fallback={null}>
                <TodayList
                  key={today.job}
                  shopId={today.shopId}
                  job={today.job!}
                  count={today.counts[today.job!]}
                  onOpen={choose}
                />
              </Suspense>
            ) : (
              !page.isLoading && <PanelBody page={page} shown={shown} today={today} onOpen={choose} />
            )}
            {!page.isLoading && !shown && <PreciseMode platform={state?.platform ?? null} />}
          </>
        )}
      </main>
      <PanelFooter state={state} tabId={page.tabId} onWorkOrders={() => setInRoom(true)} />
    </div>
  );
}

/** What the page brought by itself: who it is about, else how much of it was read. */
function spokenText(state: PageState | null, shown: ShownCustomer | null): string {
  if (shown?.because === 'chat' || shown?.because === 'order') return t('spokenCustomer', shown.display ?? t('noName'));
  return state ? pageHealthText(state) : '';
}

/** What a chosen customer's card lies on; null for nothing to go back to. */
function nameBehind(state: PageState | null, job: Job | null): 'backToToday' | 'backToChat' | 'backToList' | null {
  if (job !== null) return 'backToToday';
  if (state?.page === 'chat') return 'backToChat';
  return hasBuyers(state) ? 'backToList' : null;
}

/** Orders, or cases and reviews that name some. */
function hasBuyers(state: PageState | null | undefined): boolean {
  const isOfOrders =
    state?.page === 'order-list' || state?.page === 'order-detail' || state?.page === 'after-sale-list';
  return isOfOrders || (state?.buyers.length ?? 0) > 0;
}

/** Cases name orders; of one that was not seen yet nobody knows whose it is. */
function noBuyersText({ page, health }: PageState): string {
  return t(page === 'after-sale-list' && health.read > 0 ? 'noOrderOfCasesSeen' : 'noOrdersOnPage');
}

interface BodyProps {
  page: ActivePage;
  shown: ShownCustomer | null;
  today: Today;
  onOpen: (shopId: string, customerId: string) => void;
}

function PanelBody({ page, shown, today, onOpen }: BodyProps) {
  const { state } = page;
  if (shown)
    return (
      <Suspense fallback={<div aria-busy="true" />}>
        <CustomerPage key={`${shown.shopId} ${shown.customerId}`} shown={shown} page={page} />
      </Suspense>
    );
  if (state?.page === 'blocked') return <EmptyState title={t('pageBlocked')}>{t('pageBlockedWhy')}</EmptyState>;
  if (state?.page === 'chat') return <EmptyState title={t('noChatCustomer')} />;
  if (state?.page === 'home' && state.shopId !== null) return <ToDoList shopId={state.shopId} />;
  if (!state || !hasBuyers(state)) return <Idle today={today} />;
  const { shopId } = state;
  if (shopId === null || isLayoutChanged(state)) return null;
  return (
    <>
      <PageLinks state={state} />
      <PageBuyers state={state} onOpen={(customerId) => onOpen(shopId, customerId)} />
      {state.platform && <MaskedReplies platform={state.platform} shopId={shopId} tabId={page.tabId} />}
    </>
  );
}

/** On a page that says nothing: how to begin, or that nobody is due today; somebody who is due has the list above. */
function Idle({ today: { shopId, counts } }: { today: Today }) {
  const known = useShopPlatforms();
  if (known === null) return null;
  if (known.length === 0) return <FirstSteps />;
  if (counts && Object.values(counts).some(({ due }) => due > 0)) return null;
  return (
    <Suspense fallback={null}>
      <NothingDue shopId={shopId} />
    </Suspense>
  );
}

function PageBuyers({ state, onOpen }: { state: PageState; onOpen: (customerId: string) => void }) {
  return <BuyerList buyers={usePageBuyers(state)} none={noBuyersText(state)} onOpen={onOpen} />;
}
