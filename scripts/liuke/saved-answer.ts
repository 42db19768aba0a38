/** Answers of the consoles' own calls, saved as files: alone, with the request beside them, or several by their names. */
import type { CaptureBatch } from '../../lib/model/capture.ts';
import { jdChatLogResponse, jdChatSessionsResponse } from '../../lib/platforms/jd/responses/chat-log.ts';
import { isFields } from '../../lib/platforms/reading/fields.ts';
import { platformOf } from '../../lib/platforms/platform-of.ts';
import { sellerPages } from '../../lib/platforms/seller-pages.ts';
import { answerOf } from '../../lib/platforms/responses/answer.ts';
import { isNeverRead } from '../../lib/platforms/responses/observed-calls.ts';
import { readAnswer, readResponse, responseReaders } from '../../lib/platforms/responses/read-response.ts';
import { emptyBatch } from '../../lib/platforms/responses/response-reader.ts';
import { printedBatch, type PrintedPage } from './printed-page.ts';

/** Chats are read from files alone. */
const readers = [...responseReaders, jdChatSessionsResponse, jdChatLogResponse];

/**
 * What a saved file says: the answer of a call, the data of a page without its page, or a page.
 * @param text of the file
 * @param address where the page was open, or the address of the call
 * @param readHtml reads a page
 */
export async function readSavedText(
  text: string,
  address: string,
  readHtml: (html: string) => Promise<PrintedPage> | PrintedPage,
): Promise<PrintedPage> {
  const url = new URL(address);
  if (isCall(text, url)) return printedBatch(readSavedCall(text, url));
  const data = readSavedData(text, url);
  if (data?.page === 'blocked') return printedBatch(data);
  const isData = data !== null || /^\s*[[{]/.test(text);
  const page = await readHtml(isData ? inlinePageOf(text) : text);
  return data !== null && page.health.rows === 0 ? printedBatch(data) : page;
}

/** Is this the answer of a call, not a page? A page may stand at the address of a call that led to a login. */
function isCall(text: string, url: URL): boolean {
  if (readers.some((reader) => reader.matches(url))) return true;
  const isGateway = url.searchParams.has('api') || /^\/(h5|client\.action)\b/.test(url.pathname);
  return (isGateway || isNeverRead(url)) && !text.trimStart().startsWith('<');
}

/** What the answer of a call says, as the extension would read it; of a call that it does not look at, nothing. */
function readSavedCall(text: string, url: URL): CaptureBatch {
  if (!readers.some((reader) => reader.matches(url))) {
    const isRefused = !isNeverRead(url) && answerOf(text).kind === 'refused';
    return emptyBatch(platformOf(url), isRefused ? 'blocked' : 'unknown');
  }
  return readResponse(url, unwrapped(text, nameOf(url)), readers);
}

/** `findHomeDisplay` of `…homeFacade.findHomeDisplay`, `queryList` of `/waiterSession/jingmai/queryList`. */
function nameOf(url: URL): string {
  const name = url.searchParams.get('api') ?? url.pathname;
  return name.split(/[./]/).findLast((part) => part !== '') ?? '';
}

/** The answer itself: by its name among several, and without the request that was saved beside it. */
function unwrapped(text: string, name: string): string {
  const answer = answerOf(text);
  if (answer.kind !== 'data' || !isFields(answer.value)) return text;
  const { value } = answer;
  const isAnswer = ['code', 'data', 'ret', 'model'].some((field) => field in value);
  const named = isAnswer ? value : (value[name] ?? value);
  const response = isFields(named) && 'response' in named ? named.response : named;
  return response === value ? text : JSON.stringify(response);
}

/**
 * Data saved from a seller's page without the address of its call: by whichever reader of the platform finds the most in it. Null
 * where none finds anything, or the page is none that the extension may read.
 */
function readSavedData(text: string, url: URL): CaptureBatch | null {
  const answer = answerOf(text);
  const platform = platformOf(url);
  if (answer.kind === 'noData' || !isSellerPage(url) || text.trimStart().startsWith('<')) return null;
  if (answer.kind === 'refused') return emptyBatch(platform, 'blocked');
  const values = isFields(answer.value)
    ? [answer.value, ...Object.values(answer.value).filter(isFields)]
    : [answer.value];
  const candidates = values.flatMap((value) =>
    isFields(value) && isFields(value.response) ? [value.response] : [value],
  );
  const batches = readers
    .filter((reader) => reader.platform === platform)
    .flatMap((reader) => candidates.map((value) => readAnswer(reader, url, JSON.stringify(value))));
  const [best] = batches.toSorted((a, b) => foundIn(b) - foundIn(a));
  return best && foundIn(best) > 0 ? best : null;
}

function isSellerPage({ hostname }: URL): boolean {
  return sellerPages.some((page) => page.startsWith(`https://${hostname}/`));
}

function foundIn({ health, chat }: CaptureBatch): number {
  return health.read + (chat ? chat.messages.length + chat.conversations.length : 0);
}

/** The page that would carry this data inline, as the old pages do; nothing of it can end the script. */
function inlinePageOf(text: string): string {
  return `<script>var data = JSON.parse(${JSON.stringify(text).replaceAll('<', String.raw`\u003c`)});</script>`;
}
