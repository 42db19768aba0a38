/**
 * JD chat workbench: dongdong.jd.com. Facts: PLATFORM-JD section 6. Switching customers changes the selected row and the
 * header first and the messages later, so a chat is `settled` only when all three belong together.
 */
import type { Chat, ChatMessage, ShopHint } from '../../model/capture.ts';
import type { PageReader } from '../page-reader.ts';
import { clean, linesOf, textOf, wholeText } from '../reading/text.ts';

const selectors = {
  pane: '.c_tabs-tabpane:not(.c_tabs-tab_inactive)',
  conversation: '[id^="u_"].alluser-item, [id^="u_"][class*="alluser-item"]',
  selected: '.alluser-current, .alluser-item_check, .t-item-ck, [aria-selected="true"]',
  name: '.alluser-item-name',
  header: '.chat-head-name',
  message: '#t-chat-scroll .message, .c-c > .message',
  nickname: '.message__nickname',
  time: '.message__time_str',
  text: '.message__text, .message__content',
  card: '.CardWrapper .CardTitle',
  image: '.message__image-wrap img, .message__image img',
  editor: '.EditorContent[contenteditable="true"], .pell-editor-wrapper [contenteditable="true"], .chat-foot [contenteditable="true"]',
};

const directions: readonly [string, ChatMessage['from']][] = [
  ['.message_left', 'buyer'],
  ['.message_right', 'seller'],
  ['.message_center, .message__system', 'system'],
];

const CONVERSATION_ID = /^u_(.+?)(imcustomer|imwaiter)([^:]+)$/i;
const KEPT_MESSAGES = 30;

interface Conversation {
  pin: string;
  vender: string;
  element: Element;
  isSelected: boolean;
}

export const jdChatReader: PageReader = {
  platform: 'jd',
  page: 'chat',
  matches: (url) => url.hostname === 'dongdong.jd.com',
  read(document) {
    const conversations = openConversations(document);
    const editor = document.querySelector<HTMLElement>(selectors.editor);
    const chat = readChat(document, conversations, editor !== null);
    const venders = [...new Set(conversations.map((conversation) => conversation.vender))];
    const shopHints: ShopHint[] = venders.length === 1 ? [{ kind: 'vender', value: venders[0]! }] : [];
    return {
      batch: { platform: 'jd', page: 'chat', shopHints, orders: [], chat, rejects: [], health: { rows: 0, read: 0 } },
      rows: [],
      conversations: conversations.map(({ pin, element }) => ({ key: pin, element: element.querySelector(selectors.name) ?? element })),
      editor,
    };
  },
};

/** The customers' rows of the open list; colleagues (`imwaiter`) and hidden lists are left out. */
function openConversations(document: Document): Conversation[] {
  const panes = document.querySelectorAll(selectors.pane);
  const scopes: ParentNode[] = panes.length > 0 ? [...panes] : [document];
  return scopes.flatMap((scope) =>
    [...scope.querySelectorAll(selectors.conversation)].flatMap((element) => {
      const id = CONVERSATION_ID.exec(element.id);
      if (!id || id[2]!.toLowerCase() !== 'imcustomer') return [];
      return [{ pin: id[1]!, vender: id[3]!, element, isSelected: element.matches(selectors.selected) }];
    }),
  );
}

function readChat(document: Document, conversations: readonly Conversation[], editor: boolean): Chat {
  const selected = conversations.filter((conversation) => conversation.isSelected);
  const current = selected.length === 1 ? selected[0]! : null;
  const headerElement = document.querySelector(selectors.header);
  const header = headerElement ? textOf(headerElement) : '';
  const elements = [...document.querySelectorAll(selectors.message)].slice(-KEPT_MESSAGES);
  const writers = elements.filter((element) => element.querySelector('.message_left')).map(writerOf);
  return {
    customer: current ? { display: shownName(current), key: current.pin } : null,
    messages: elements.flatMap(readMessage),
    editor,
    settled: current !== null && isSameName(header, current) && writers.every((writer) => writer === '' || isSameName(writer, current)),
    conversations: conversations.map((conversation) => conversation.pin),
  };
}

function shownName({ element, pin }: Conversation): string {
  const name = element.querySelector(selectors.name);
  return (name && clean(name.getAttribute('title') ?? '')) || pin;
}

/** The page may cut a long name: "jd_5f0000…" is the name it begins. */
function isSameName(text: string, { pin }: Conversation): boolean {
  const cut = /^(.{3,})(?:…|\.{3})$/.exec(text);
  return cut ? pin.startsWith(cut[1]!) : text === pin;
}

/** Who wrote a message, by the name above it, without its time. */
function writerOf(message: Element): string {
  const nickname = message.querySelector(selectors.nickname);
  if (!nickname) return '';
  const time = nickname.querySelector(selectors.time);
  const text = textOf(nickname);
  return clean(time ? text.replace(textOf(time), '') : text.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?|\d{2}:\d{2}(:\d{2})?$/, ''));
}

function readMessage(message: Element): ChatMessage[] {
  const from = directions.find(([selector]) => message.querySelector(selector))?.[1];
  if (!from) return [];
  const text = message.querySelector(selectors.text);
  const card = message.querySelector(selectors.card);
  if (text) return [{ from, text: linesOf(text).join('\n').slice(0, 2000) }];
  if (card) return [{ from, text: `[商品] ${wholeText(card)}`.slice(0, 2000) }];
  if (message.querySelector(selectors.image)) return [{ from, text: '[图片]' }];
  const system = from === 'system' ? textOf(message) : '';
  return system === '' ? [] : [{ from, text: system.slice(0, 2000) }];
}
