/**
 * Taobao/Tmall chat history, to look at only: …/home.htm/app-customer-service/toolpage/Message, or market.m.taobao.com/app/qn/im-history-search in a
 * frame of it. Two generations are known from public exporters of 2026: `message-list-left` with a `results-list` (its `title` the
 * nick) per conversation and `message-list-right` with a box per day, its messages a time, the text in the first span and its
 * writer in the second; and parts of classes `chatWrap`, `chatTime`, `chatName`, `chatText`. Of a buyer only the nick is known, never an id. Who is
 * the buyer must be told by the selected conversation, or by all others writing as the shop's seats (店铺:小林); else nothing is said of
 * who wrote. Texts are shown in the panel and never stored.
 */
import type { Chat, ChatMessage, Reject } from '../../model/capture.ts';
import { emptyReading, type PageReader } from '../page-reader.ts';
import { clean, elementsReading, linesOf, shortText, textOf, uncut, wholeText } from '../reading/text.ts';
import { writersOf, type WrittenMessage } from './chat-writers.ts';
import { taobaoShopHints } from './shop-hints.ts';

const selectors = {
  conversation: '.message-list-left .results-list, [class*="message-list-left"] [class*="results-list"]',
  selected: '[aria-selected="true"], [class*="active"], [class*="selected"], [class*="current"], [class*="checked"]',
  oldMessages: '[class*="message-list-right"]',
  newMessage: '[class*="chatWrap"]',
  name: '[class*="chatName"]',
  text: '[class*="chatText"]',
  time: '[class*="chatTime"]',
  seller: '[class*="right" i], [class*="self" i], [class*="seller" i]',
};
const CLOCK = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+)?\d{1,2}:\d{2}(?::\d{2})?$/;
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
  const written = [...oldMessages(document), ...newMessages(document)].slice(-KEPT_MESSAGES);
  const { customer, isSettled, from } = writersOf(written, selectedNick(document, written));
  const messages: ChatMessage[] = [];
  const rejects: Reject[] = [];
  for (const [index, message] of written.entries()) {
    const writer = from(message);
    if (writer === null) rejects.push({ what: 'writer of the message', row: index + 1 });
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

/** The selected conversation of the list, its only one, or the only one whose nick writes; null where nothing tells. */
function selectedNick(document: Document, written: readonly WrittenMessage[]): string | null {
  const rows = [...document.querySelectorAll(selectors.conversation)];
  const isSelected = (row: Element) =>
    row.matches(selectors.selected) || row.querySelector(selectors.selected) !== null;
  const nickOf = (row: Element) => plainNick(row.getAttribute('title') ?? wholeText(row));
  const selected = rows.filter(isSelected).map(nickOf);
  const nicks = rows.map(nickOf);
  const candidates = [
    selected,
    nicks.length === 1 ? nicks : [],
    nicks.filter((nick) => written.some(({ name }) => name === nick)),
  ];
  const [nick, ...others] = new Set(candidates.find((each) => each.length > 0));
  return nick && others.length === 0 ? nick : null;
}

/** From each time of a day up to what holds a text beside it. */
function oldMessages(document: Document): WrittenMessage[] {
  const top = document.querySelector(selectors.oldMessages);
  const shown = top ? elementsReading(top, CLOCK, { maxLength: 24, sign: /\d/ }) : [];
  const times = [...new Set(shown.map(wholeTime))];
  return times.flatMap((time) => {
    let box = time.parentElement;
    while (box && box !== top && partsBeside(time, box).length === 0) box = box.parentElement;
    if (!box || box === top || times.some((other) => other !== time && box.contains(other))) return [];
    return oldMessage(box, partsBeside(time, box));
  });
}

/** All of a time that is split over pieces of which one reads like a time itself. */
function wholeTime(piece: Element): Element {
  let time = piece;
  while (time.parentElement && CLOCK.test(clean(shortText(time.parentElement, 60) ?? ''))) time = time.parentElement;
  return time;
}

/** What stands beside the time of a message: its text, its writer, a picture; in one box, whatever the tags. */
function partsBeside(time: Element, box: Element): Element[] {
  let parts = [...box.children].filter((part) => !part.contains(time));
  while (parts.length === 1 && parts[0]!.children.length > 0 && !parts[0]!.hasAttribute('title'))
    parts = [...parts[0]!.children];
  return parts;
}

function oldMessage(box: Element, parts: readonly Element[]): WrittenMessage[] {
  const isImage = box.querySelector('img') !== null;
  const said = parts.filter((part) => textOf(part) !== '' || part.hasAttribute('title'));
  const [text, writer, ...more] = said.length > 1 || !isImage ? said : [undefined, said[0]];
  if (more.length > 0) return [];
  const words = text ? titleIn(text) || textOf(text) : '';
  return [
    {
      name: writer ? plainNick(textOf(writer)) : '',
      text: words === '' && isImage ? '[图片]' : words,
      isOnSellersSide: box.matches(selectors.seller),
    },
  ];
}

function titleIn(element: Element): string {
  const titled = element.hasAttribute('title') ? element : element.querySelector('[title]');
  return clean(titled?.getAttribute('title') ?? '');
}

function newMessages(document: Document): WrittenMessage[] {
  const boxes = [...document.querySelectorAll(selectors.newMessage)].filter(
    (box) => box.querySelector(selectors.newMessage) === null,
  );
  return boxes.map((box) => {
    const name = box.querySelector(selectors.name);
    const time = box.querySelector(selectors.time);
    const text = box.querySelector(selectors.text);
    const shown = name ? linesOf(name, { without: new Set(time ? [time] : []) }).join(' ') : '';
    const said = text ? uncut(linesOf(text).join('\n'), text) : '';
    return {
      name: plainNick(name ? uncut(shown, name) : ''),
      text: said === '' && box.querySelector('img') ? '[图片]' : said,
      isOnSellersSide: box.matches(selectors.seller),
    };
  });
}

/** `cntaobao` stands before a nick in the platform's own addresses of people. */
function plainNick(text: string): string {
  return clean(text)
    .replace(/^cntaobao/, '')
    .replace(/[:：]$/, '')
    .slice(0, 100);
}
