/**
 * JD's tool for past chats: shop.jd.com/jdm/kefu/kf-manage-lite/#/UtilsSetting/{ReceptionTools,ChatLog}, also on xi.jd.com. Certain: the
 * address, the captions of the table, the classes of the drawer with one chat (one public project, seen live in 2026); which names the head
 * of the drawer has is not, so the customer is the one of them that the column 顾客 has, too. The texts are shown and not kept.
 */
import type { Chat, ChatMessage } from '../../model/capture.ts';
import { isMask } from '../../model/identity.ts';
import { emptyReading, type PageReader } from '../page-reader.ts';
import { captionRows, rowCells, rowsBelow } from '../reading/captions.ts';
import { isWithin } from '../reading/records.ts';
import { isCut, linesOf, textPieces, uncut, wholeText } from '../reading/text.ts';
import { logMessages, type LogMessage } from './chat-log-messages.ts';
import { jdShopHints } from './shop-hints.ts';

const DRAWER = '[class*="drawer-open"], [class*="chat-log-drawer"]:not([class*="kf-manage-lite-drawer"])';
const ANY_DRAWER = '.chat-log-drawer, .kf-manage-lite-drawer';
const CLOSED = '[class*="content-wrapper-hidden"], [class*="motion-right-leave"]';
/** Not shown, or pushed out to the right. */
const UNSEEN_STYLE = /display:\s*none|visibility:\s*hidden|translate(?:X|3d)?\(100%/;
const HEAD = '[class*="chat-log-info-title"]';
const CAPTION = /^(?:咨询时间|结果标签|咨询类型|客服|转接客服|顾客|技能组|商品编号|会话时长)/;

export const jdChatLogReader: PageReader = {
  platform: 'jd',
  page: 'chat-history',
  matches: (url) =>
    ((url.hostname === 'shop.jd.com' && /^\/jdm\/kefu\/kf-manage-lite\/?$/i.test(url.pathname)) ||
      (url.hostname === 'xi.jd.com' && /^\/kf-manage-lite\/?$/i.test(url.pathname))) &&
    /^#\/UtilsSetting\/(?:ReceptionTools|ChatLog)(?:[/?]|$)/i.test(url.hash),
  read(document) {
    const empty = emptyReading('jd', 'chat-history');
    const { body } = document;
    if (!body) return empty;
    const { sessions, rows } = readSessions(body);
    const rejects = sessions.flatMap(({ customer }, index) =>
      customer === null ? [{ what: 'customer', row: index + 1 }] : [],
    );
    const chat = readLog(body, rows, sessions);
    const health = { rows: sessions.length, read: sessions.length - rejects.length };
    return { ...empty, batch: { ...empty.batch, shopHints: jdShopHints(document), chat, rejects, health } };
  },
};

/** One past chat of the table. */
interface Session {
  customer: string | null;
  staff: string[];
}

function readSessions(body: Element): { sessions: Session[]; rows: Element[] } {
  const [captions] = captionRows(body, CAPTION, 4, new Set());
  if (!captions) return { sessions: [], rows: [] };
  const rows = rowsBelow(captions, body, new Set());
  const sessions = rows.map((row) => {
    const namesBelow = (caption: RegExp) =>
      rowCells(row)
        .filter((_, index) => caption.test(captions.texts[index] ?? ''))
        .map(wholeText);
    const [customer = ''] = namesBelow(/^顾客/);
    return {
      customer: customer === '' || isCut(customer) ? null : customer,
      staff: namesBelow(/^(?:转接)?客服$/).filter((name) => name !== ''),
    };
  });
  return { sessions, rows: [...rows, captions.row] };
}

/** The chat in the open drawer; where its classes are others, what stands beside the table and is written as a chat. */
function readLog(body: Element, rows: readonly Element[], sessions: readonly Session[]): Chat | null {
  const isUnseen = (element: Element) => UNSEEN_STYLE.test(element.getAttribute('style') ?? '');
  const without = new Set([...rows, ...[...body.querySelectorAll('[style]')].filter(isUnseen)]);
  const drawers = [...body.querySelectorAll(DRAWER)].filter(
    (drawer) => drawer.querySelector(CLOSED) === null && !isWithin(drawer, without),
  );
  const root = drawers[0] ?? (body.querySelector(ANY_DRAWER) === null ? body : null);
  if (root === null) return null;
  const customers = new Set(sessions.flatMap(({ customer }) => customer ?? []));
  const staff = new Set(sessions.flatMap((session) => session.staff));
  const messages = logMessages(root, without, new Set([...customers, ...staff]));
  const heads = [...root.querySelectorAll(HEAD)].filter((head) => !isWithin(head, without));
  if (drawers.length === 0 && heads.length === 0 && messages.length === 0) return null;
  const customer = customerIn(namesBeside(root, heads, messages, without), customers, staff);
  const people: People = { customer, customers, staff };
  const isKnown = customer !== null && !isMask(customer);
  return {
    customer: isKnown ? { display: customer, key: customer } : null,
    messages: messages
      .filter(({ text }) => text !== '')
      .map(({ writer, text }): ChatMessage => ({ from: sideOf(writer, people), text: text.slice(0, 2000) }))
      .slice(-KEPT_MESSAGES),
    editor: false,
    settled: isKnown && isOneChat(messages, people),
    conversations: [],
  };
}

interface People {
  /** Whose chat is open. */
  customer: string | null;
  /** All who are in the table. */
  customers: ReadonlySet<string>;
  staff: ReadonlySet<string>;
}

function sideOf(writer: string, { customer, customers }: People): ChatMessage['from'] {
  if (isSystem(writer)) return 'system';
  return writer === customer || customers.has(writer) ? 'buyer' : 'seller';
}

/** Nobody else's messages are there: no other customer's, and no stranger's where the customer wrote nothing. */
function isOneChat(messages: readonly LogMessage[], { customer, customers, staff }: People): boolean {
  const writers = new Set(messages.map(({ writer }) => writer).filter((writer) => !isSystem(writer)));
  const others = [...writers].filter((writer) => writer !== customer);
  if (others.some((writer) => customers.has(writer))) return false;
  return (customer !== null && writers.has(customer)) || others.every((writer) => staff.has(writer));
}

const KEPT_MESSAGES = 30;

function isSystem(name: string): boolean {
  return name === '' || name.startsWith('系统');
}

/** The names at the head of the chat: in its own place, else whatever stands there before the first message. */
function namesBeside(
  root: Element,
  heads: readonly Element[],
  messages: readonly LogMessage[],
  rows: ReadonlySet<Element>,
): string[] {
  if (heads.length > 0) return heads.flatMap(textPieces).map(({ text, element }) => uncut(text, element));
  const without = new Set([...rows, ...messages.map(({ element }) => element)]);
  const isPassed = (element: Element) => isWithin(element, without) || element.closest('a') !== null;
  const pieces = textPieces(root).filter(({ element }) => !isPassed(element));
  return [...linesOf(root, { links: false, without }), ...pieces.map(({ text }) => text)];
}

/** The one name that is a customer's: as the table has it, or, where that is empty, the one that is no member of staff. */
function customerIn(
  names: readonly string[],
  customers: ReadonlySet<string>,
  staff: ReadonlySet<string>,
): string | null {
  const bare = names.map((name) => name.replace(/^(?:顾客|客户|买家)\s*[:：]\s*/, ''));
  const found = new Set(bare.filter((name) => customers.has(name)));
  if (found.size > 0) return found.size === 1 ? [...found][0]! : null;
  const others = new Set(bare.filter((name) => !staff.has(name) && !/[:：]/.test(name) && !isCut(name)));
  return customers.size === 0 && others.size === 1 ? [...others][0]! : null;
}
