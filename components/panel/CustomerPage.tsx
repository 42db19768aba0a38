import { useState } from 'react';
import type { Suggestion } from '../../lib/actions/suggest.ts';
import type { CustomerView } from '../../lib/views/customer-view.ts';
import { SuggestionSection } from '../coupon/SuggestionSection.tsx';
import { ContactHistory } from '../customer/ContactHistory.tsx';
import { CustomerCard } from '../customer/CustomerCard.tsx';
import { OrderHistory } from '../customer/OrderHistory.tsx';
import { CustomerLinks } from '../identity/CustomerLinks.tsx';
import { useCustomerView } from '../hooks/useCustomerView.ts';
import type { ActivePage } from '../hooks/usePageState.ts';
import type { ShownCustomer } from '../hooks/useShownCustomer.ts';
import { ReplySection } from '../reply/ReplySection.tsx';

interface Props {
  shown: ShownCustomer;
  page: ActivePage;
}

/** Everything of one customer: who, what to do, what to say, what was. */
export function CustomerPage({ shown, page }: Props) {
  const view = useCustomerView(shown.shopId, shown.customerId);
  return view ? <Loaded view={view} shown={shown} page={page} /> : <div aria-busy="true" />;
}

function Loaded({ view, shown, page: { tabId, state } }: Props & { view: CustomerView }) {
  /** As it was when the card opened: recording a contact holds offers back, but not from under the text that was just made. */
  const [first] = useState<Suggestion | null>(view.suggestions[0] ?? null);
  const [asked, setAsked] = useState<{ suggestion: Suggestion; times: number } | null>(null);
  // The page may still call them by the name they had before a link.
  const ids = [view.customerId, shown.customerId];
  const chat = state?.page === 'chat' && state.chat && ids.includes(state.chat.customerId) ? state.chat : null;
  const platform = view.platform ?? shown.platform;
  const ask = (suggestion: Suggestion) => setAsked((before) => ({ suggestion, times: (before?.times ?? 0) + 1 }));
  return (
    <>
      <CustomerCard view={view} pageName={shown.display} />
      <CustomerLinks customerId={view.customerId} />
      <SuggestionSection
        suggestions={view.suggestions}
        heldBack={view.heldBack}
        coupons={view.coupons}
        platform={platform}
        onWrite={ask}
      />
      {platform && (
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
            shopName: state?.shopName ?? null,
            chat,
            tabId,
            suggestion: asked?.suggestion ?? first,
          }}
        />
      )}
      <OrderHistory orders={view.orders} />
      <ContactHistory contacts={view.contacts} />
    </>
  );
}
