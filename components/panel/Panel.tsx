import { Activity, Suspense, useEffect, useRef, useState } from 'react';
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
import { TodayBar } from '../today/TodayBar.tsx';
import { useToday, type Today } from '../today/useToday.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.ts';
import { Spoken } from '../ui/Spoken.tsx';
import { BuyerList } from './BuyerList.tsx';
import { PageNotes } from './PageNotes.tsx';
import { PanelFooter } from './PanelFooter.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PreciseMode } from './PreciseMode.tsx';
import { usePanelRequests } from './usePanelRequests.ts';
import { usePanelKeys } from './usePanelKeys.ts';
import { usePlace } from './usePlace.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './Panel.module.css';

const DeskLine = later(async () => (await import('../service/DeskLine.tsx')).DeskLine);
const LockLine = later(async () => (await import('../lock/LockLine.tsx')).LockLine);
const WorkOrderRoom = later(async () => (await import('../service/WorkOrderRoom.tsx')).WorkOrderRoom);
const CalendarStrip = later(async () => (await import('../today/CalendarStrip.tsx')).CalendarStrip);
const LastWeek = later(async () => (await import('../today/LastWeek.tsx')).LastWeek);
// Fetched while the page's buyers are read, so that no card waits for it.
const customerPage = import('./CustomerPage.tsx');
const keepLibrary = import('../reply/KeepLibrary.tsx');
const KeepLibrary = later(async () => (await keepLibrary).KeepLibrary);
const CustomerPage = later(async () => (await customerPage).CustomerPage);
const FirstSteps = later(async () => (await import('./FirstSteps.tsx')).FirstSteps);
const MaskedReplies = later(async () => (await import('./MaskedReplies.tsx')).MaskedReplies);
const PageLinks = later(async () => (await import('../identity/PageLinks.tsx')).PageLinks);
const SegmentPeople = later(async () => (await import('./SegmentPeople.tsx')).SegmentPeople);
const PanelSearch = later(async () => (await import('./PanelSearch.tsx')).PanelSearch);
const NothingDue = later(async () => (await import('../today/NothingDue.tsx')).NothingDue);
const ToDoList = later(async () => (await import('./ToDoList.tsx')).ToDoList);
const TodayList = later(async () => (await import('../today/TodayList.tsx')).TodayList);

/** The side panel: follows the page in the active tab, with the list of the day above it. A chosen card lies over both and gives way to them again. */
export function Panel() {
  const page = usePageState();
  const ways = useShownCustomer(page);
  const { chosen, beneath, goBack } = ways;
  const needsReload = useNeedsReload(page);
  const { state } = page;
  const today = useToday(page);
  const [isInRoom, setInRoom] = useState(false);
  const { segment, closeSegment, search, setSearch } = usePanelRequests();
  const isCovered = isInRoom || chosen !== null;
  const leave = usePlace(isCovered, ways.page);
  const choose = (shopId: string, customerId: string) => {
    leave();
    setInRoom(false);
    setSearch(null);
    ways.choose(shopId, customerId);
  };
  const openRoom = () => {
    leave();
    setInRoom(true);
  };
  const main = useRef<HTMLElement>(null);
  /** The button that was pressed goes with them. */
  const leaveSegment = () => {
    closeSegment();
    main.current?.focus({ preventScroll: true });
  };
  const toPage = () => {
    setInRoom(false);
    closeSegment();
    ways.goHome();
    today.open(null);
  };
  const back = useRef<HTMLButtonElement>(null);
  usePanelKeys(today, {
    goBack: isInRoom ? () => setInRoom(false) : (goBack ?? (segment && leaveSegment)),
    goForward: isInRoom ? null : ways.goForward,
    goHome: ways.goHome,
    goCustomer: beneath ? toPage : ways.goForward,
    search: () => setSearch(''),
  });
  // The row that was chosen is out of sight, and the focus with it.
  useEffect(() => {
    if (chosen && !document.activeElement?.checkVisibility?.()) back.current?.focus({ preventScroll: true });
  }, [chosen]);
  // Who is there comes first, and so does who was chosen; a card that merely stayed gives way.
  const isOfToday = segment === null && today.job !== null && (!beneath || beneath.because === 'last');
  const ofPage = isOfToday || segment !== null ? null : beneath;
  const cards = [beneath, ...(isSame(chosen, beneath) ? [] : [chosen])].filter((card) => card !== null);
  return (
    <div className={styles.panel}>
      <PanelHeader state={state} onSearch={() => setSearch(search === null ? '' : null)} />
      <Suspense fallback={null}>
        <LockLine />
      </Suspense>
      <Spoken text={spokenText(state, beneath)} />
      <main ref={main} tabIndex={-1} className={styles.main}>
        {search !== null && (
          <Suspense fallback={null}>
            <PanelSearch key={search} text={search} onOpen={choose} onLeave={() => setSearch(null)} />
          </Suspense>
        )}
        <PageNotes
          state={state}
          tabId={page.tabId}
          isLastCustomer={chosen === null && ofPage?.because === 'last'}
          needsReload={needsReload}
        />
        <Suspense fallback={null}>
          <DeskLine onOpen={openRoom} />
        </Suspense>
        {isInRoom ? (
          <>
            <nav className={styles.back}>
              <Button look="plain" onClick={() => setInRoom(false)}>
                {t('wo_leaveRoom')}
              </Button>
            </nav>
            <Suspense fallback={null}>
              <WorkOrderRoom
                shop={state?.shopId && state.platform ? { shopId: state.shopId, platform: state.platform } : null}
                onOpen={choose}
              />
            </Suspense>
          </>
        ) : (
          chosen && (
            <nav className={styles.back}>
              <Button ref={back} look="plain" title="Esc" onClick={goBack ?? undefined}>
                {t(segment ? 'goBack' : nameBehind(state, today.job))}
              </Button>
              {ways.goForward && (
                <Button look="plain" title="Alt+→" onClick={ways.goForward}>
                  {t('goForward')}
                </Button>
              )}
            </nav>
          )
        )}
        <Activity mode={isCovered ? 'hidden' : 'visible'}>
          {today.counts && (!beneath || beneath.because === 'last') && (
            <>
              <TodayBar counts={today.counts} open={today.job} onOpen={today.open} />
              <Suspense fallback={null}>
                <CalendarStrip shopId={today.shopId} days={14} />
                {today.shopId !== null && <LastWeek key={today.shopId} shopId={today.shopId} />}
              </Suspense>
            </>
          )}
          {segment && (
            <Suspense fallback={null}>
              <SegmentPeople key={segment.query} {...segment} onOpen={choose} onClose={leaveSegment} />
            </Suspense>
          )}
          {isOfToday && today.counts && (
            <Suspense fallback={null}>
              <TodayList
                key={today.job}
                shopId={today.shopId}
                job={today.job!}
                count={today.counts[today.job!]}
                onOpen={choose}
              />
            </Suspense>
          )}
          {!isOfToday && !segment && !beneath && !page.isLoading && (
            <PageBody page={page} today={today} onOpen={choose} />
          )}
        </Activity>
        {cards.length > 0 && (
          <Suspense fallback={<div aria-busy="true" />}>
            <KeepLibrary>
              {cards.map((shown) => (
                // By who it is: a card that is only there for another reason now keeps what was written in it.
                <Activity
                  key={`${shown.shopId} ${shown.customerId}`}
                  mode={!isInRoom && isSame(shown, chosen ?? ofPage) ? 'visible' : 'hidden'}
                >
                  <Card shown={shown} page={page} />
                </Activity>
              ))}
            </KeepLibrary>
          </Suspense>
        )}
        {!isCovered && !page.isLoading && !beneath && <PreciseMode platform={state?.platform ?? null} />}
      </main>
      <PanelFooter state={state} tabId={page.tabId} onWorkOrders={openRoom} />
    </div>
  );
}

/** What the page brought by itself: who it is about, else how much of it was read. */
function spokenText(state: PageState | null, shown: ShownCustomer | null): string {
  if (shown?.because === 'chat' || shown?.because === 'order')
    return t('spokenCustomer', shown.display === null ? t('noName') : shownName(shown.display));
  return state ? pageHealthText(state) : '';
}

function isSame(one: ShownCustomer | null, other: ShownCustomer | null): boolean {
  return one?.customerId === other?.customerId && one?.shopId === other?.shopId;
}

/** What a chosen customer's card lies on. */
function nameBehind(state: PageState | null, job: Job | null) {
  if (job !== null) return 'backToToday';
  if (state?.page === 'chat') return 'backToChat';
  return hasBuyers(state) ? 'backToList' : 'goBack';
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

/** In the chat the words come first: whoever answers there has a buyer waiting. */
function Card({ shown, page }: { shown: ShownCustomer; page: ActivePage }) {
  return (
    <Suspense fallback={<div aria-busy="true" />}>
      <CustomerPage shown={shown} page={page} isReplyFirst={shown.because === 'chat'} />
    </Suspense>
  );
}

interface BodyProps {
  page: ActivePage;
  today: Today;
  onOpen: (shopId: string, customerId: string) => void;
}

/** What a page shows that is about nobody alone. */
function PageBody({ page, today, onOpen }: BodyProps) {
  const { state } = page;
  if (state?.page === 'blocked') return <EmptyState title={t('pageBlocked')}>{t('pageBlockedWhy')}</EmptyState>;
  if (state?.page === 'chat') return <EmptyState title={t('noChatCustomer')} />;
  if (state?.page === 'home' && state.shopId !== null)
    return (
      <Suspense fallback={null}>
        <ToDoList shopId={state.shopId} />
      </Suspense>
    );
  if (!state || !hasBuyers(state)) return <Idle today={today} />;
  const { shopId } = state;
  if (shopId === null || isLayoutChanged(state)) return null;
  return (
    <>
      <Suspense fallback={null}>
        <PageLinks state={state} />
      </Suspense>
      <PageBuyers state={state} shopId={shopId} onOpen={(customerId) => onOpen(shopId, customerId)} />
      <Suspense fallback={null}>
        {state.platform && <MaskedReplies platform={state.platform} shopId={shopId} tabId={page.tabId} />}
      </Suspense>
    </>
  );
}

interface BuyersProps {
  state: PageState;
  shopId: string;
  onOpen: (customerId: string) => void;
}

function PageBuyers({ state, shopId, onOpen }: BuyersProps) {
  return <BuyerList shopId={shopId} buyers={usePageBuyers(state)} none={noBuyersText(state)} onOpen={onOpen} />;
}

/** On a page that says nothing: how to begin, or that nobody is due today; somebody who is due has the list above. */
function Idle({ today: { shopId, counts } }: { today: Today }) {
  const known = useShopPlatforms();
  if (known === null) return null;
  const isNew = known.length === 0;
  if (!isNew && counts && Object.values(counts).some(({ due }) => due > 0)) return null;
  return <Suspense fallback={null}>{isNew ? <FirstSteps /> : <NothingDue shopId={shopId} />}</Suspense>;
}
