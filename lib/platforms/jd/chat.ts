/**
 * JD chat workbench: dongdong.jd.com. Switching customers changes the selected row and the header first and the messages later,
 * so a chat is `settled` only when all three belong together.
 */
import type { Chat, ShopHint } from '../../model/capture.ts';
import { emptyReading, type PageReader } from '../page-reader.ts';
import { layersOf } from '../reading/layers.ts';
import { oddOneOut } from '../reading/odd-one-out.ts';
import { isWithin } from '../reading/records.ts';
import { elementsReading, isCut, textPieces, wholeText } from '../reading/text.ts';
import { readTalk } from './chat-messages.ts';

const selectors = {
  hiddenPane: '.c_tabs-tab_inactive',
  conversation: '[id^="u_"]',
  selected: '.alluser-current, .alluser-item_check, .t-item-ck, [aria-selected="true"]',
  name: '.alluser-item-name',
  header: '.chat-head-name',
  editor: '.EditorContent, .pell-editor-wrapper [contenteditable], .chat-foot [contenteditable]',
};
const CONVERSATION_ID = /^u_(.+)(imcustomer|imwaiter)([^:]+)$/i;

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
    const layers = layersOf(document);
    const open = openConversations(document, layers);
    const conversations = open.filter((conversation) => !conversation.isColleague);
    const editor = editorIn(document, layers);
    const chat = readChat(document, open, layers, editor !== null);
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
function openConversations(document: Document, layers: ReadonlySet<Element>): Conversation[] {
  return [...document.querySelectorAll(selectors.conversation)].flatMap((element) => {
    const id = CONVERSATION_ID.exec(element.id);
    if (!id || element.closest(selectors.hiddenPane) || isWithin(element, layers)) return [];
    const isColleague = id[2]!.toLowerCase() === 'imwaiter';
    return [{ pin: id[1]!, vender: id[3]!, element, isSelected: element.matches(selectors.selected), isColleague }];
  });
}

/** The text box by its place, else the only one on the page that can be written in. */
function editorIn(document: Document, layers: ReadonlySet<Element>): HTMLElement | null {
  const isOpen = (element: HTMLElement) =>
    /^(?:|true|plaintext-only)$/.test(element.getAttribute('contenteditable') ?? 'false') && !isWithin(element, layers);
  const named = [...document.querySelectorAll<HTMLElement>(selectors.editor)].find(isOpen);
  const [only, ...others] = [...document.querySelectorAll<HTMLElement>('[contenteditable]')].filter(isOpen);
  return named ?? (others.length === 0 ? (only ?? null) : null);
}

function readChat(
  document: Document,
  open: readonly Conversation[],
  layers: ReadonlySet<Element>,
  editor: boolean,
): Chat {
  const elsewhere = new Set([...layers, ...open.map(({ element }) => element)]);
  const header = headerOf(document, open, elsewhere);
  const isInHeader = (conversation: Conversation) => header.some((name) => isNameOf(name, conversation, open));
  const marked = open.filter((conversation) => conversation.isSelected);
  const odd = open.length === 1 ? open[0]! : oddOneOut(open, ({ element }) => element);
  const selected = marked.length > 0 || odd === null ? marked : [odd].filter(isInHeader);
  const current = selected.length === 1 && !selected[0]!.isColleague ? selected[0]! : null;
  const names = (text: string) => current !== null && isNameOf(text, current, open);
  const named = (name: string) => open.find((each) => isNameOf(name, each, open));
  const { messages, writers } = readTalk(document, named, elsewhere);
  return {
    customer: current ? { display: shownName(current), key: current.pin } : null,
    // What colleagues write to each other is no conversation with a buyer.
    messages: selected.some(({ isColleague }) => isColleague) ? [] : messages,
    editor,
    settled: header.some(names) && writers.every((writer) => writer === '' || names(writer)),
    conversations: open.filter(({ isColleague }) => !isColleague).map(({ pin }) => pin),
  };
}

/** The name above the messages; tags may stand beside it. Without its class whatever names one of the open list, outside of it. */
function headerOf(document: Document, open: readonly Conversation[], elsewhere: ReadonlySet<Element>): string[] {
  const named = document.querySelector(selectors.header);
  if (named) return [wholeText(named), ...beginningsOf(named, open)];
  if (open.length === 0 || !document.body) return [];
  return elementsReading(document.body, /^\S{2,80}$/, { without: elsewhere })
    .flatMap((piece) => [piece, piece.parentElement ?? piece])
    .map(wholeText)
    .filter((text) => open.some((each) => isNameOf(text, each, open)));
}

/** The first pieces of a header as far as they name one of the open list; a name may be split, and tags may follow it. */
function beginningsOf(header: Element, open: readonly Conversation[]): string[] {
  const pieces = textPieces(header).map(({ text }) => text);
  const beginnings = pieces.map((_, index) => pieces.slice(0, index + 1).join(''));
  const names = beginnings.filter((text) => open.some((each) => isNameOf(text, each, open)));
  return names.length === 1 ? names : [];
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
