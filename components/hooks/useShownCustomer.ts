import { useEffect, useState } from 'react';
import type { Platform } from '../../lib/model/platform.ts';
import { watchPanelFocus } from '../../lib/browser/panel-focus.ts';
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

/** Those who were chosen one after the other, and which of them is shown; 0 for what the page itself shows. */
interface Trail {
  list: readonly ShownCustomer[];
  place: number;
}

const noTrail: Trail = { list: [], place: 0 };

/**
 * Follows the chat and the order shown in full; a customer chosen from a list or by the popup lies over it until the page changes, and
 * one may go back from it and forth again; on a page that says nothing the last customer stays.
 */
export function useShownCustomer({ tabId, state, isLoading }: ActivePage) {
  const [trail, setTrail] = useState(noTrail);
  const [last, setLast] = useState<ShownCustomer | null>(null);
  const [seenPage, setSeenPage] = useState<string | null>(null);

  useEffect(
    () =>
      watchPanelFocus((subject) => {
        if (!('customerId' in subject)) return;
        setTrail((before) => withChosen(before, subject.shopId, subject.customerId, null));
      }),
    [],
  );

  const page = isLoading ? null : [tabId, state?.page, state?.chat?.customerId ?? orderShown(state)].join(' ');
  if (page !== seenPage) {
    setSeenPage(page);
    if (seenPage !== null && page !== null) setTrail(noTrail);
  }

  const isBlocked = state?.page === 'blocked';
  const chosen = isBlocked ? null : (trail.list[trail.place - 1] ?? null);
  const beneath = isBlocked ? null : customerOn(state, last);
  const shown = chosen ?? beneath;
  if (shown && (shown.customerId !== last?.customerId || shown.shopId !== last.shopId))
    setLast({ ...shown, because: 'last' });

  const move = (step: 1 | -1) => () => setTrail(({ list, place }) => ({ list, place: place + step }));
  return {
    /** Whom a person chose; null for what the page itself shows. */
    chosen,
    /** Whom the page itself is about: what the card of who was chosen lies on. */
    beneath,
    /** Tells one page from the next. */
    page,
    choose: (shopId: string, customerId: string) =>
      setTrail((before) => withChosen(before, shopId, customerId, state?.platform ?? null)),
    /** Null where there is nothing to go back to. */
    goBack: chosen ? move(-1) : null,
    goForward: !isBlocked && trail.place < trail.list.length ? move(1) : null,
    goHome: () => setTrail(({ list }) => ({ list, place: 0 })),
  };
}

/** Who was chosen after the one that is shown now; those one went back from are gone. */
function withChosen({ list, place }: Trail, shopId: string, customerId: string, platform: Platform | null): Trail {
  const chosen = { shopId, customerId, platform, because: 'chosen', display: null } as const;
  return { list: [...list.slice(0, place), chosen], place: place + 1 };
}

function customerOn(state: ActivePage['state'], last: ShownCustomer | null): ShownCustomer | null {
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
