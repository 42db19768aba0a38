/**
 * Taobao/Tmall chat history, to look at only: …/home.htm/app-customer-service/toolpage/Message, or market.m.taobao.com/app/qn/im-history-search in a
 * frame of it. Two generations are known from public exporters of 2026: a `results-list` (its `title` the nick) per conversation and
 * a box per day, its messages a time, the text in the first span and its writer in the second; and messages with name, time and
 * text. Their classes are helped by, not needed. Of a buyer only the nick is known, never an id. Who is the buyer must be told by
 * the selected conversation, or by all others writing as the shop's seats (店铺:小林); else nothing is said of who wrote. Texts
 * are shown in the panel and never stored.
 */
import type { Chat, ChatMessage, Reject } from '../../model/capture.ts';
import { emptyReading, type PageReader } from '../page-reader.ts';
import { layersOf } from '../reading/layers.ts';
import { oddOneOut } from '../reading/odd-one-out.ts';
import { isWithin } from '../reading/records.ts';
import { clean, isCut, textOf, wholeText } from '../reading/text.ts';
import { isSeat, writersOf, type OpenConversation } from './chat-writers.ts';
import { historyMessages, plainNick, type HistoryMessage } from './history-messages.ts';
import { taobaoShopHints } from './shop-hints.ts';

const CONVERSATION = '[class*="results-list"]';
const SELECTED =
  '[aria-selected="true"], [class*="active"], [class*="selected"], [class*="current"], [class*="checked"]';
const KEPT_MESSAGES = 50;
const MAX_CHARS = 2000;

export const taobaoChatHistoryReader: PageReader = {
  platform: 'taobao',
  page: 'chat-history',
  matches: (url) =>
    (/^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
      /^\/home\.htm\/app-customer-service\/toolpage\/Message\/?$/.test(url.pathname)) ||
    (url.hostname === 'market.m.taobao.com' && /^\/app\/qn\/im-history-search\/index\.html$/.test(url.pathname)),
  read(document) {
    const empty = emptyReading('taobao', 'chat-history');
    return { ...empty, batch: { ...empty.batch, shopHints: taobaoShopHints(document), ...readChat(document) } };
  },
};

function readChat(document: Document): { chat: Chat; rejects: Reject[] } {
  const { body } = document;
  const listed = [...document.querySelectorAll(CONVERSATION)];
  const layers = layersOf(document);
  const found = body ? historyMessages(body, new Set([...layers, ...listed])).slice(-KEPT_MESSAGES) : [];
  const written = found.filter((message) => message !== null);
  const rows = listed.length > 0 ? listed : conversationsByShape(document, written, layers);
  const { customer, isSettled, from } = writersOf(written, openOf(rows));
  const messages: ChatMessage[] = [];
  const rejects: Reject[] = [];
  for (const [index, message] of found.entries()) {
    const writer = message && from(message);
    if (message === null) rejects.push({ what: 'message', row: index + 1 });
    else if (writer === null) rejects.push({ what: 'writer of the message', row: index + 1 });
    else if (message.text !== '') messages.push({ from: writer, text: message.text.slice(0, MAX_CHARS) });
  }
  return {
    chat: {
      customer: customer === null ? null : { display: customer, key: null },
      messages,
      editor: false,
      settled: isSettled,
      conversations: [],
    },
    rejects,
  };
}

const nickOf = (row: Element) => plainNick(row.getAttribute('title') ?? wholeText(row));

/** The only conversation of the list, the one that is marked, or the one that looks like no other. A list of seats is of no buyers. */
function openOf(rows: readonly Element[]): OpenConversation {
  if (rows.length === 0 || rows.some((row) => isSeat(nickOf(row)))) return { nick: null, isListed: false };
  const isMarked = (row: Element) => row.matches(SELECTED) || row.querySelector(SELECTED) !== null;
  const marked = rows.filter(isMarked);
  const [open, ...others] = rows.length === 1 ? rows : marked;
  const row = open ? (others.length === 0 ? open : null) : oddOneOut(rows, (each) => each);
  return { nick: row && nickOf(row), isListed: true };
}

/** Boxes beside each other, each titled with the nick that it shows, of which one writes here. One box alone may name anybody. */
function conversationsByShape(
  document: Document,
  messages: readonly HistoryMessage[],
  layers: ReadonlySet<Element>,
): Element[] {
  const elsewhere = new Set([...layers, ...messages.map(({ element }) => element)]);
  const names = new Set(messages.map(({ name }) => name));
  const titled = [...document.querySelectorAll('[title]')].filter(
    (element) => isTitledWithItself(element) && !isWithin(element, elsewhere),
  );
  const lists = new Map<Element, Element[]>();
  for (const element of titled) {
    let row = element;
    while (row.parentElement && !titled.some((other) => other !== element && row.parentElement!.contains(other)))
      row = row.parentElement;
    if (row.parentElement) lists.set(row.parentElement, [...(lists.get(row.parentElement) ?? []), element]);
  }
  const known = [...lists.values()].filter((rows) => rows.length > 1 && rows.some((row) => names.has(nickOf(row))));
  return known.length === 1 ? known[0]! : [];
}

function isTitledWithItself(element: Element): boolean {
  const [title, text] = [clean(element.getAttribute('title') ?? ''), textOf(element)];
  return title !== '' && (title === text || (isCut(text) && title.startsWith(text.replace(/(?:…|\.{3})$/, ''))));
}
