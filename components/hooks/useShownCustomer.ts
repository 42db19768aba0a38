import { useEffect, useState } from 'react';
import type { Platform } from '../../lib/model/platform.ts';
import { panelFocus, type PanelFocus } from '../../lib/browser/panel-focus.ts';
import type { ActivePage } from './usePageState.ts';

/** Whose card is open. */
export interface ShownCustomer {
  shopId: string;
  customerId: string;
  /** Why it is open; `last`: the page says nothing, so the card stays. */
  because: 'chosen' | 'chat' | 'order' | 'last';
  /** What the page said of them, for one of whom no order was seen. */
  platform: Platform | null;
  display: string | null;
}

/** A request of the popup older than this was for a panel that is long gone. */
const FRESH_MS = 10_000;

/**
 * Follows the chat and the order shown in full; a customer chosen from a list or by the popup comes first until the page changes; on a page that says
 * nothing the last customer stays.
 */
export function useShownCustomer({ tabId, state, isLoading }: ActivePage) {
  const [chosen, setChosen] = useState<ShownCustomer | null>(null);
  const [last, setLast] = useState<ShownCustomer | null>(null);
  const [seenPage, setSeenPage] = useState<string | null>(null);

  useEffect(() => {
    const show = (focus: PanelFocus | null) => {
      if (focus && Date.now() - focus.askedAt < FRESH_MS)
        setChosen({
          shopId: focus.shopId,
          customerId: focus.customerId,
          because: 'chosen',
          platform: null,
          display: null,
        });
    };
    void panelFocus.getValue().then(show);
    return panelFocus.watch(show);
  }, []);

  const page = isLoading ? null : [tabId, state?.page, state?.chat?.customerId ?? orderShown(state)].join(' ');
  if (page !== seenPage) {
    setSeenPage(page);
    if (seenPage !== null && page !== null) setChosen(null);
  }

  const shown = customerOn(state, chosen, last);
  if (shown && (shown.customerId !== last?.customerId || shown.shopId !== last.shopId))
    setLast({ ...shown, because: 'last' });

  return {
    shown,
    choose: (shopId: string, customerId: string) =>
      setChosen({ shopId, customerId, because: 'chosen', platform: state?.platform ?? null, display: null }),
    goBack: () => setChosen(null),
  };
}

function customerOn(
  state: ActivePage['state'],
  chosen: ShownCustomer | null,
  last: ShownCustomer | null,
): ShownCustomer | null {
  if (state?.page === 'blocked') return null;
  if (chosen) return chosen;
  const chat = state?.chat;
  if (state?.shopId && chat) {
    const { shopId, platform } = state;
    return { shopId, customerId: chat.customerId, because: 'chat', platform, display: chat.display };
  }
  const [buyer, ...others] = state?.page === 'order-detail' ? state.buyers : [];
  if (state?.shopId && buyer?.customerId && others.length === 0) {
    const { shopId, platform } = state;
    return { shopId, customerId: buyer.customerId, because: 'order', platform, display: buyer.display };
  }
  return state === null || state.page === 'unknown' ? last : null;
}

/** The order of a page that shows one in full: another order is another page. */
function orderShown(state: ActivePage['state']): string | undefined {
  return state?.page === 'order-detail' ? state.buyers[0]?.orderIds[0] : undefined;
}
