/**
 * The messages of the JD chat: by their documented classes, else by what stands above each of them, a name and a time. Without
 * classes nothing tells a notice of the system, so none is read there.
 */
import type { ChatMessage } from '../../model/capture.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { clean, elementsReading, linesOf, textOf, wholeText } from '../reading/text.ts';

const selectors = {
  message: '.message_left, .message_right, .message_center, .message__system',
  nickname: '.message__nickname',
  notBuyer: '.message_right, .message_center',
  time: '.message__time_str',
  text: '.message__text, .message__content',
  card: '.CardTitle',
  image: '.message__image-wrap img, .message__image img',
};

const directions: readonly [string, ChatMessage['from']][] = [
  ['.message_left', 'buyer'],
  ['.message_right', 'seller'],
  ['.message_center, .message__system', 'system'],
];

const KEPT_MESSAGES = 30;
const TIME = String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?`;
const NAME_AND_TIME = new RegExp(`^\\S.{0,80}?\\s?${TIME}$`);

type Named = (name: string) => { isColleague: boolean } | undefined;

/** What is said in the open conversation, the newest messages, and who wrote as a buyer, as their names are shown; '' for no name. */
export interface Talk {
  messages: ChatMessage[];
  writers: string[];
}

/**
 * @param named who of the open list has a name, a customer or a colleague
 * @param without the list of conversations and other parts that are none of it
 */
export function readTalk(document: Document, named: Named, without: ReadonlySet<Element>): Talk {
  const elements = [...document.querySelectorAll(selectors.message)]
    .filter((element) => !element.parentElement?.closest(selectors.message))
    .slice(-KEPT_MESSAGES);
  // By the names above the messages, for a message may have lost its box.
  const writers = [...document.querySelectorAll(selectors.nickname)]
    .filter((nickname) => nickname.closest(selectors.notBuyer) === null)
    .slice(-KEPT_MESSAGES)
    .map(writerOf);
  if (elements.length > 0 || writers.length > 0) return { messages: elements.flatMap(readMessage), writers };
  return document.body ? talkByShape(document.body, named, without) : { messages: [], writers: [] };
}

/** Who wrote a message, by the name above it, without its time. */
function writerOf(nickname: Element): string {
  const time = nickname.querySelector(selectors.time);
  const text = textOf(nickname);
  return clean(
    time ? text.replace(textOf(time), '') : text.replace(new RegExp(`${TIME}|\\d{2}:\\d{2}(:\\d{2})?$`), ''),
  );
}

function readMessage(message: Element): ChatMessage[] {
  const from = directions.find(([selector]) => message.matches(selector))?.[1];
  if (!from) return [];
  const texts = [...message.querySelectorAll(selectors.text)].filter(
    (text) => !text.parentElement?.closest(selectors.text),
  );
  const card = message.querySelector(selectors.card);
  const head = message.querySelector(selectors.nickname);
  // A quoted message stands above the answer to it.
  if (texts.length > 0) return [said(from, texts.flatMap((text) => linesOf(text)).join('\n'), head)];
  if (card) return [said(from, `[商品] ${wholeText(card)}`, head)];
  if (message.querySelector(selectors.image)) return [said(from, '[图片]', head)];
  const system = from === 'system' ? textOf(message) : '';
  return system === '' ? [] : [said(from, system)];
}

/** @param head with its time, if the page shows one */
function said(from: ChatMessage['from'], text: string, head: Element | null = null): ChatMessage {
  const at = head && timeIn(textOf(head));
  return { from, text: text.slice(0, 2000), ...(at === null ? {} : { at }) };
}

/** Null without a day: 10:21 may be of today or not. */
function timeIn(head: string): number | null {
  const [time] = new RegExp(`${TIME}$`).exec(head) ?? [];
  try {
    return time === undefined ? null : parsePlatformTime(time);
  } catch {
    return null;
  }
}

/** Who wrote is told by the name alone: a customer of the open list or, in a talk with one, a member of staff. */
function talkByShape(body: Element, named: Named, without: ReadonlySet<Element>): Talk {
  const heads = elementsReading(body, NAME_AND_TIME, { maxLength: 110, without, sign: /\d/ }).slice(-KEPT_MESSAGES);
  const names = heads.map(writerOf);
  const isBuyer = (name: string) => named(name)?.isColleague === false;
  const writers = names.filter(isBuyer);
  if (writers.length === 0 || names.some((name) => named(name)?.isColleague)) return { messages: [], writers };
  const messages = heads.flatMap((head, index) => {
    const text = textBelow(head);
    return text === null ? [] : [said(isBuyer(names[index]!) ? 'buyer' : 'seller', text, head)];
  });
  return { messages, writers };
}

/** A text as it was typed, an article with its price, or a picture; null where none of them is certain. */
function textBelow(head: Element): string | null {
  let top = head;
  while (top.parentElement && textOf(top.parentElement) === textOf(head)) top = top.parentElement;
  const box = top.parentElement;
  if (!box || elementsReading(box, NAME_AND_TIME, { maxLength: 110, sign: /\d/ }).length !== 1) return null;
  const typed = box.querySelectorAll('pre');
  if (typed.length > 0) return typed.length === 1 ? linesOf(typed[0]!).join('\n') : null;
  const lines = linesOf(box, { without: new Set([top]) });
  const [title, price, ...others] = lines;
  if (title && others.length === 0 && /^[¥￥]\s*[\d,.]+$/.test(price ?? '')) return `[商品] ${title}`;
  return lines.length === 0 && box.querySelector('img') !== null ? '[图片]' : null;
}
