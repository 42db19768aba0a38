/**
 * JD's tool for past chats: kf.jd.com `queryList` (who was talked to) and `queryChatLog` (one conversation), known from one public
 * project. Read from saved answers alone: the observer does not look at chats.
 */
import type { Chat, ChatMessage } from '../../../model/capture.ts';
import { agreed, fieldsOf, textIn } from '../../reading/fields.ts';
import { ReadError } from '../../reading/read-error.ts';
import { listAt } from '../../responses/find-rows.ts';
import { isCall, type CallName } from '../../responses/observed-calls.ts';
import { emptyBatch, lostBatch, type ResponseReader } from '../../responses/response-reader.ts';

const sessions = { platform: 'jd', host: /^kf\.jd\.com$/, by: 'path', name: /\/waiterSession\/(\w+\/)?queryList$/ };
const log = { platform: 'jd', host: /^kf\.jd\.com$/, by: 'path', name: /\/waiterSession\/(\w+\/)?queryChatLog$/ };

const MAX_MESSAGES = 50;
const MAX_SESSIONS = 500;

export const jdChatSessionsResponse: ResponseReader = {
  platform: 'jd',
  page: 'chat-history',
  matches: (url) => isCall(sessions as CallName, url),
  read(value) {
    const records = listAt(value, ['waiterSessionList', 'data.waiterSessionList']);
    if (!records) return lostBatch('jd', 'chat-history', 'conversations');
    const pins = records.slice(0, MAX_SESSIONS).map((record) => textIn(fieldsOf(record).customer));
    const conversations = [...new Set(pins.filter((pin) => pin !== '' && pin.length <= 100))];
    return {
      ...emptyBatch('jd', 'chat-history'),
      chat: { ...nobody, conversations },
      rejects: pins.flatMap((pin, index) =>
        pin === '' || pin.length > 100 ? [{ what: 'customer', row: index + 1 }] : [],
      ),
    };
  },
};

export const jdChatLogResponse: ResponseReader = {
  platform: 'jd',
  page: 'chat-history',
  matches: (url) => isCall(log as CallName, url),
  read(value) {
    const logs = listAt(value, ['chatLogList', 'data.chatLogList']);
    if (!logs) return lostBatch('jd', 'chat-history', 'messages');
    const records = logs.flatMap((entry) => listAt(entry, ['chatLogMessageList']) ?? []).map(fieldsOf);
    try {
      const pin = agreed(
        records.map(({ customer }) => textIn(customer) || null),
        'customer',
      );
      const messages = records.slice(-MAX_MESSAGES).flatMap(messageOf);
      const customer = pin === null ? null : { display: pin.slice(0, 100), key: pin.slice(0, 100) };
      return {
        ...emptyBatch('jd', 'chat-history'),
        chat: { ...nobody, customer, messages, settled: customer !== null },
      };
    } catch (error) {
      if (error instanceof ReadError) return lostBatch('jd', 'chat-history', error.what);
      throw error;
    }
  },
};

const nobody: Chat = { customer: null, messages: [], editor: false, settled: false, conversations: [] };

function messageOf({ waiterSend, content, type }: ReturnType<typeof fieldsOf>): ChatMessage[] {
  if (typeof waiterSend !== 'boolean') return [];
  const from = waiterSend ? 'seller' : 'buyer';
  const text = textIn(type) === 'image' ? '[图片]' : textIn(content);
  return text === '' ? [] : [{ from, text: text.slice(0, 2000) }];
}
