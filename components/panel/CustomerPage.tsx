import { Suspense, useDeferredValue, useState } from 'react';
import type { Suggestion } from '../../lib/actions/suggest.ts';
import { prefilled } from '../../lib/service/prefill.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import type { Heard } from '../../lib/replies/heard.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { SuggestionSection } from '../coupon/SuggestionSection.tsx';
import { ContactHistory } from '../customer/ContactHistory.tsx';
import { CustomerCard } from '../customer/CustomerCard.tsx';
import { CustomerLine } from '../customer/CustomerLine.tsx';
import { NoteContact } from '../customer/NoteContact.tsx';
import { OrderHistory } from '../customer/OrderHistory.tsx';
import { CustomerLinks } from '../identity/CustomerLinks.tsx';
import { useCustomerView } from '../hooks/useCustomerView.ts';
import type { ActivePage } from '../hooks/usePageState.ts';
import type { ShownCustomer } from '../hooks/useShownCustomer.ts';
import { useHeard } from '../hooks/useHeard.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { later } from '../ui/later.ts';
import { Awaited, Together } from '../ui/Together.tsx';
import { ReplySection } from '../reply/ReplySection.tsx';
import { useOpenWorkOrder } from '../service/useOpenWorkOrder.ts';
import { standingText } from '../words/standing.ts';
import styles from './CustomerPage.module.css';

const CustomerOrders = later(async () => (await import('../service/CustomerOrders.tsx')).CustomerOrders);

const QuietWish = later(async () => (await import('../customer/QuietWish.tsx')).QuietWish);

const Disputes = later(async () => (await import('../dispute/Disputes.tsx')).Disputes);

const CustomerRights = later(async () => (await import('../customer/CustomerRights.tsx')).CustomerRights);
const CustomerDates = later(async () => (await import('../customer/CustomerDates.tsx')).CustomerDates);

/** Opened seldom, and not by mistake: the code is loaded when it is. */
const ForgetCustomer = later(async () => (await import('../forget/ForgetCustomer.tsx')).ForgetCustomer);

interface Props {
  shown: ShownCustomer;
  page: ActivePage;
  /** Somebody waits for an answer: what to say stands at the top, under one line of who it is. */
  isReplyFirst?: boolean;
}

type Chat = NonNullable<PageState['chat']>;

const nothingSaid: readonly ChatMessage[] = [];

/** Everything of one customer: who, what to do, what to say, what was. */
export function CustomerPage(props: Props) {
  const { shopId, customerId } = props.shown;
  const view = useCustomerView(shopId, customerId, chatWith([customerId], props.page)?.messages ?? nothingSaid);
  // The page may still call them by the name they had before a link.
  const chat = chatWith([customerId, ...(view ? [view.customerId] : [])], props.page);
  // Asked while the customer is being read: what to say is drawn once, and with them.
  const heard = useHeard(chat?.messages ?? nothingSaid);
  return view ? <Loaded view={view} chat={chat} heard={heard} {...props} /> : <div aria-busy="true" />;
}

/** The conversation that is open, where it is with one of these. */
function chatWith(customerIds: readonly string[], { state }: ActivePage): Chat | null {
  return state?.page === 'chat' && state.chat && customerIds.includes(state.chat.customerId) ? state.chat : null;
}

interface LoadedProps extends Props {
  view: CustomerView;
  /** The conversation with them that is open. */
  chat: Chat | null;
  heard: Heard | undefined;
}

function Loaded({ view, chat, heard, shown, page, isReplyFirst = false }: LoadedProps) {
  const { tabId, state } = page;
  /** As it was when the card opened: recording a contact holds offers back, but not from under the text that was just made. */
  const [first] = useState<Suggestion | null>(view.suggestions[0] ?? null);
  const [asked, setAsked] = useState<{ suggestion: Suggestion; times: number } | null>(null);
  const platform = view.platform ?? shown.platform;
  const openOrder = useOpenWorkOrder(shown.shopId, view.customerId, chat?.messages ?? null);
  /** About the one case or order that it can be about; from the chat where there is one. */
  const openPrefilled = () =>
    openOrder.open({
      ...prefilled(view.openCases, view.orders, Date.now()),
      ...(chat ? { from: 'chat' as const } : {}),
    });
  useShortcuts({ workOrder: openPrefilled });
  // Who it is and what to say stand there before the rest, which is longer, is drawn.
  const isWhole = useDeferredValue(true, false);
  const ask = (suggestion: Suggestion) => setAsked((before) => ({ suggestion, times: (before?.times ?? 0) + 1 }));
  const replies = platform && (
    <ReplySection
      key={asked?.times ?? 0}
      isAsked={asked !== null}
      context={{
        customerId: view.customerId,
        shopId: shown.shopId,
        platform,
        tierIds: view.tiers.map(({ tier }) => tier.id),
        orders: view.orders,
        openOrderIds: view.openCases.map(({ orderId }) => orderId),
        wholePast: view.wholePast,
        points: view.dates.pointsExpiry ?? null,
        shopName: state?.shopName ?? null,
        chat,
        heard,
        tabId,
        suggestion: asked?.suggestion ?? first,
      }}
    />
  );
  return (
    <Together>
      {isReplyFirst && (
        <>
          <CustomerLine view={view} pageName={shown.display} />
          {replies}
        </>
      )}
      {chat && (
        <Suspense fallback={null}>
          <QuietWish customerId={view.customerId} messages={chat.messages} isUndisturbed={view.isUndisturbed} />
        </Suspense>
      )}
      <CustomerCard view={view} pageName={shown.display} onWorkOrder={openOrder.open} />
      {isWhole && (
        <>
          <CustomerLinks customerId={view.customerId} />
          <Suspense fallback={<Awaited />}>
            <CustomerOrders customerId={view.customerId} undoable={openOrder.undoable} onOpen={openPrefilled} />
            <Disputes customerId={view.customerId} />
          </Suspense>
          <SuggestionSection
            customerId={view.customerId}
            suggestions={view.suggestions}
            heldBack={view.heldBack}
            coupons={view.coupons}
            bestTime={view.bestTime}
            platform={platform}
            ownLimits={view.couponLimits}
            standingOf={(playbook) => standingText(view, playbook)}
            onWrite={ask}
          />
          {!isReplyFirst && replies}
          <OrderHistory orders={view.orders} moments={view.moments} onWorkOrder={openOrder.open} />
          <ContactHistory contacts={view.contacts} outcomeDays={view.outcomeDays} />
          <NoteContact customerId={view.customerId} />
          <Suspense fallback={<Awaited />}>
            <CustomerRights view={view} shopId={shown.shopId} />
            <CustomerDates customerId={view.customerId} dates={view.dates} pointsWorthFen={view.pointsWorthFen} />
          </Suspense>
          <RareActions customerId={view.customerId} />
        </>
      )}
    </Together>
  );
}

/** What is grave and seldom wanted, at the end and folded away. */
function RareActions({ customerId }: { customerId: string }) {
  const [isOpened, setIsOpened] = useState(false);
  return (
    <div className={styles.rare}>
      <Disclosure summary={t('rareActions')} onOpen={() => setIsOpened(true)}>
        {isOpened && (
          <Suspense fallback={null}>
            <ForgetCustomer key={customerId} customerId={customerId} look="plain" />
          </Suspense>
        )}
      </Disclosure>
    </div>
  );
}
