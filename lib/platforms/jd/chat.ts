/**
 * JD chat workbench: dongdong.jd.com. Switching customers changes the selected row and the header first and the messages later,
 * so a chat is `settled` only when all three belong together.
 */
import type { Chat, ChatMessage, ShopHint } from '../../model/capture.ts';
import { emptyReading, type PageReader } from '../page-reader.ts';
import { clean, isCut, linesOf, textOf, wholeText } from '../reading/text.ts';

const selectors = {
  hiddenPane: '.c_tabs-tab_inactive',
  conversation: '[id^="u_"].alluser-item, [id^="u_"][class*="alluser-item"]',
  selected: '.alluser-current, .alluser-item_check, .t-item-ck, [aria-selected="true"]',
  name: '.alluser-item-name',
  header: '.chat-head-name',
  message: '#t-chat-scroll .message, .c-c > .message',
  nickname: '.message__nickname',
  notBuyer: '.message_right, .message_center',
  time: '.message__time_str',
  text: '.message__text, .message__content',
  card: '.CardWrapper .CardTitle',
  image: '.message__image-wrap img, .message__image img',
  editor:
    '.EditorContent[contenteditable="true"], .pell-editor-wrapper [contenteditable="true"], .chat-foot [contenteditable="true"]',
};

const directions: readonly [string, ChatMessage['from']][] = [
  ['.message_left', 'buyer'],
  ['.message_right', 'seller'],
  ['.message_center, .message__system', 'system'],
];

const CONVERSATION_ID = /^u_(.+)(imcustomer|imwaiter)([^:]+)$/i;
const KEPT_MESSAGES = 30;

interface Conversation {
  pin: string;
  vender: string;
  element: Element;
  isSelected: boolean;
  /** A member of staff, no buyer. */
  isColleague: boolean;
}

export const jdChatReader: PageReader = {
  platform: 'jd',
  page: 'chat',
  matches: (url) => url.hostname === 'dongdong.jd.com',
  read(document) {
    const open = openConversations(document);
    const conversations = open.filter((conversation) => !conversation.isColleague);
    const editor = document.querySelector<HTMLElement>(selectors.editor);
    const chat = readChat(document, open, editor !== null);
    const venders = [...new Set(conversations.map((conversation) => conversation.vender))];
    const shopHints: ShopHint[] = venders.length === 1 ? [{ kind: 'vender', value: venders[0]! }] : [];
    const empty = emptyReading('jd', 'chat');
    return {
      ...empty,
      batch: { ...empty.batch, shopHints, chat },
      conversations: conversations.map(({ pin, element }) => ({
        key: pin,
        element: element.querySelector(selectors.name) ?? element,
      })),
      editor,
    };
  },
};

/** The rows of the open list; hidden lists stay in the page and are left out. */
function openConversations(document: Document): Conversation[] {
  return [...document.querySelectorAll(selectors.conversation)].flatMap((element) => {
    const id = CONVERSATION_ID.exec(element.id);
    if (!id || element.closest(selectors.hiddenPane)) return [];
    const isColleague = id[2]!.toLowerCase() === 'imwaiter';
    return [{ pin: id[1]!, vender: id[3]!, element, isSelected: element.matches(selectors.selected), isColleague }];
  });
}

function readChat(document: Document, open: readonly Conversation[], editor: boolean): Chat {
  const selected = open.filter((conversation) => conversation.isSelected);
  const current = selected.length === 1 && !selected[0]!.isColleague ? selected[0]! : null;
  const names = (text: string) => current !== null && isNameOf(text, current, open);
  const headerElement = document.querySelector(selectors.header);
  const elements = [...document.querySelectorAll(selectors.message)].slice(-KEPT_MESSAGES);
  // By the names above the messages, for a message may have lost its box.
  const writers = [...document.querySelectorAll(selectors.nickname)]
    .filter((nickname) => nickname.closest(selectors.notBuyer) === null)
    .slice(-KEPT_MESSAGES)
    .map(writerOf);
  return {
    customer: current ? { display: shownName(current), key: current.pin } : null,
    // What colleagues write to each other is no conversation with a buyer.
    messages: selected.some(({ isColleague }) => isColleague) ? [] : elements.flatMap(readMessage),
    editor,
    settled:
      headerElement !== null &&
      names(wholeText(headerElement)) &&
      writers.every((writer) => writer === '' || names(writer)),
    conversations: open.filter(({ isColleague }) => !isColleague).map(({ pin }) => pin),
  };
}

function shownName({ element, pin }: Conversation): string {
  const name = element.querySelector(selectors.name);
  const shown = name ? wholeText(name) : '';
  return shown === '' || isCut(shown) ? pin : shown;
}

/** The page may cut a long name: "jd_5f0000…" is the name that begins so, if only one in the list does. */
function isNameOf(text: string, { pin }: Conversation, open: readonly Conversation[]): boolean {
  const beginning = isCut(text) ? text.replace(/(?:…|\.{3})$/, '') : null;
  if (beginning === null) return text === pin;
  return (
    beginning.length >= 3 &&
    pin.startsWith(beginning) &&
    !open.some((other) => other.pin !== pin && other.pin.startsWith(beginning))
  );
}

/** Who wrote a message, by the name above it, without its time. */
function writerOf(nickname: Element): string {
  const time = nickname.querySelector(selectors.time);
  const text = textOf(nickname);
  return clean(
    time
      ? text.replace(textOf(time), '')
      : text.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?|\d{2}:\d{2}(:\d{2})?$/, ''),
  );
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
