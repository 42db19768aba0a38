/**
 * The old list of customers, ecrm.taobao.com/p/customer/ecrmMemberList.htm. Known from one public script: the inline variable
 * `ecrm_member_list` with `JSONObject[]` of name, level, number and sum of purchases and the time of the last one, and the address of
 * a customer's page, which has the `buyerId`. How the table looks is not known: its columns are found by their captions, and rows
 * and data that name the same buyer must agree.
 */
import { buyerOfKey, buyerOfNick, type Buyer } from '../../model/identity.ts';
import type { Member } from '../../model/member.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { listReading, type PageReader } from '../page-reader.ts';
import { captionsKey, readCaptions } from '../reading/caption-table.ts';
import { isFields, textIn, type Fields } from '../reading/fields.ts';
import { listedRecord, type ListedRecord } from '../reading/listed-record.ts';
import { Naming, piecesOf, plain } from '../reading/named-values.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { agreed, amountOf, NOTHING, timeOf, wordsOf } from '../reading/record-values.ts';
import { memberRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { clean, textOf } from '../reading/text.ts';
import { buyerInData, yuanIn } from './data-values.ts';
import { listOf } from './detail-nodes.ts';
import { assignedObject, parsedLiterals } from './inline-json.ts';
import { taobaoShopHints } from './shop-hints.ts';

const naming = new Naming({
  name: ['客户名称', '客户信息', '客户', '会员名', '会员名称', '买家昵称', '买家', '昵称'],
  level: ['会员级别', '会员等级', '客户级别', '客户等级', '等级', '级别'],
  count: ['交易笔数', '交易次数', '成交笔数', '成功交易笔数', '购买次数'],
  total: ['交易总额', '交易金额', '成交金额', '累计交易额', '累计消费'],
  last: ['上次交易时间', '最近交易时间', '最后交易时间', '最近一次交易时间'],
  other: ['平均客单价', '客单价', '有效积分', '积分', '标签', '客户标签', '操作', '来源', '手机', '收货地址', '备注'],
});
type Field = 'name' | 'level' | 'count' | 'total' | 'last' | 'other';

const BUYER_LINK = 'a[href*="buyerId="]';
const LOST: Fields = {};

export const taobaoMemberListReader: PageReader = {
  platform: 'taobao',
  page: 'member-list',
  matches: (url) => url.hostname === 'ecrm.taobao.com' && /^\/p\/customer\/ecrmMemberList\.htm$/.test(url.pathname),
  read(document, memory) {
    const { body } = document;
    const captions = body ? readCaptions(body, naming) : null;
    const rows = [...(captions?.rows ?? [])].filter((row) => textOf(row) !== '');
    const data = membersInData(document);
    const reading =
      rows.length > 0
        ? readRows(
            memberRows,
            rows,
            (root) => ({
              value: withData(readMember(listedRecord(root, naming, { captions })), data),
              buyerElement: null,
            }),
            memory,
            `member ${captionsKey(captions)}`,
          )
        : readRows(
            memberRows,
            data,
            (entry) => ({ value: memberOf(entry), buyerElement: null }),
            memory,
            'member data',
          );
    return listReading('taobao', 'member-list', taobaoShopHints(document), 'members', reading);
  },
};

/** The entries of the data; data that is there and cannot be read is a list that is lost. */
function membersInData(document: Document): Fields[] {
  const named = assignedObject(document, 'ecrm_member_list');
  const literals = named ? [] : [...parsedLiterals(document, 'JSONObject')].filter(isFields);
  const list = [named, ...literals].find((value) => Array.isArray(value?.JSONObject));
  if (!list) return named === null ? [LOST] : [];
  return listOf(list.JSONObject).map((entry) => (isFields(entry) ? entry : LOST));
}

function memberOf(entry: Fields): Member {
  if (entry === LOST) throw new ReadError('customer data');
  const { customerName, buyerId, customerLevel, tradeNum, tradeTotal, tradeTime } = entry;
  const nick = textIn(customerName);
  const id = typeof buyerId === 'string' || typeof buyerId === 'number' ? buyerId : null;
  const buyer = buyerInData({ nick, id }, null);
  if (buyer.display === null) throw new ReadError('buyer');
  return {
    buyer,
    level: textIn(customerLevel) || null,
    tradeCount: countIn(tradeNum),
    tradeFen: isNone(tradeTotal) ? null : yuanIn(digitsIn(tradeTotal), 'amount of purchases'),
    lastTradeAt: timeIn(tradeTime),
  };
}

const isNone = (value: unknown) => value === undefined || value === null || value === '';

/** A text or a number, as a text. */
function digitsIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : '';
}

function countIn(value: unknown): number | null {
  if (isNone(value)) return null;
  const text = digitsIn(value);
  if (!/^\d{1,6}$/.test(text)) throw new ReadError('number of purchases');
  return Number(text);
}

/** A text, or epoch ms; a day without a clock is no point in time. */
function timeIn(value: unknown): number | null {
  if (isNone(value) || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))) return null;
  if (Number.isSafeInteger(value)) return value as number;
  return parsed('last purchase', () => parsePlatformTime(digitsIn(value)));
}

function readMember(record: ListedRecord<Field>): Member {
  const counts = record
    .textsOf('count')
    .map(plain)
    .filter((text) => !NOTHING.test(text));
  const lastTexts = record.textsOf('last').map(plain);
  return {
    buyer: buyerIn(record),
    level: wordsOf(record, 'level', 'level')?.slice(0, 40) ?? null,
    tradeCount: agreed(
      counts.map((text) => countIn(text.replace(/\s*[笔次]$/, ''))),
      'number of purchases',
    ),
    tradeFen: amountOf(record, 'total', 'amount of purchases'),
    lastTradeAt: lastTexts.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))
      ? null
      : timeOf(record, 'last', 'last purchase'),
  };
}

/** The nick in its column, with the id in the link to the customer's page. */
function buyerIn(record: ListedRecord<Field>): Buyer {
  const names = record.textsOf('name').flatMap((text) => piecesOf(text.split('\n')[0]!)[0] ?? []);
  const nick = agreed(names, 'buyer');
  if (nick === null) throw new ReadError('buyer');
  const ids = record
    .all(BUYER_LINK)
    .flatMap((link) => /[?&]buyerId=([1-9]\d*)(?!\d)/.exec(link.getAttribute('href') ?? '')?.[1] ?? []);
  const id = agreed(ids, 'buyer');
  return id === null ? buyerOfNick(nick) : buyerOfKey(id, nick);
}

/** What the data says of the same nick must agree with the row; two of one nick say nothing. */
function withData(shown: Member, data: readonly Fields[]): Member {
  const [entry, ...others] = data.filter(({ customerName }) => textIn(customerName) === shown.buyer.display);
  if (!entry || others.length > 0) return shown;
  const said = memberOf(entry);
  for (const [name, one, other] of [
    ['buyer', shown.buyer.key, said.buyer.key],
    ['number of purchases', shown.tradeCount, said.tradeCount],
    ['amount of purchases', shown.tradeFen, said.tradeFen],
  ] as const)
    if (one !== null && other !== null && one !== other) throw new ReadError(`${name} (page and data differ)`);
  return {
    buyer: shown.buyer.key === null ? said.buyer : shown.buyer,
    level: shown.level ?? said.level,
    tradeCount: shown.tradeCount ?? said.tradeCount,
    tradeFen: shown.tradeFen ?? said.tradeFen,
    lastTradeAt: shown.lastTradeAt ?? said.lastTradeAt,
  };
}
