/** What was pasted, in the form that cards and replies know from pages: a chat without a box to write into. */
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import type { PastedMessage, PastedPerson } from '../../lib/model/pasted.ts';
import type { ActivePage } from '../hooks/usePageState.ts';
import type { Lookup } from './lookups.ts';

/** What of the conversation is certain. */
export function messagesOf({ text, answer, isBuyersWords }: Lookup): ChatMessage[] {
  const pasted = answer?.pasted;
  if (pasted?.kind === 'chat') return pasted.chat.buyer === null ? [] : pasted.chat.messages.flatMap(certain);
  return isBuyersWords && text !== null ? [{ from: 'buyer', text: text.trim().slice(0, 2000) }] : [];
}

function certain({ from, text, at }: PastedMessage): ChatMessage[] {
  return from === null ? [] : [{ from, text, ...(at === undefined ? {} : { at }) }];
}

export function chatOf(
  customerId: string,
  display: string,
  messages: readonly ChatMessage[],
): NonNullable<PageState['chat']> {
  return { customerId, customerKey: null, display, settled: true, editor: false, messages: [...messages] };
}

export function pageOf(person: PastedPerson, lookup: Lookup): ActivePage {
  const { customerId, shopId, platform, display } = person;
  const state: PageState = {
    tabId: -1,
    platform,
    page: 'chat',
    shopId,
    shopName: lookup.answer?.shop?.shopId === shopId ? lookup.answer.shop.name : null,
    observedAt: lookup.at,
    health: { rows: 0, read: 0 },
    rejects: [],
    fields: [],
    layoutChanges: [],
    buyers: [],
    chat: chatOf(customerId, display, messagesOf(lookup)),
    problem: null,
  };
  return { tabId: null, state, isLoading: false };
}
