/** Who bought, on a card of the JD list: the account, which is the buyer's id. */
import { buyerOfKey, buyerOfNick, isMask, type Buyer } from '../../model/identity.ts';
import { amountsIn } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { elementsReading, isCut, linesOf, textOf, textPieces, uncut, wholeText } from '../reading/text.ts';

const PIN_CLASS = '.user-pin, [class*="user-pin"]';
const PIN_LABEL = /^(?:下单[帐账]号|用户[帐账]号|客户[帐账]号|买家[帐账]号|用户名|咚咚号)\s*[:：]?\s*/;
/** An account in Latin letters; a word of the page is none. */
export const PLAIN_PIN = /^(?=.*[a-z_])\w[\w.*-]{2,}$/i;
/** An account that JD gave its buyer: whole at this length, in however many pieces it stands. */
const GIVEN_PIN = /^jd_[\da-f]{13}$/;
const CUT_OFF = /(?:…|\.{3})$/;
/** The least that JD lets an account be. */
const PIN_CHARS = 4;
const CHINESE_PIN = /^[\p{Script=Han}\w-]{4,20}$/u;
/** Words that consoles write beside a receiver. */
const WORD_OF_THE_PAGE =
  /查看|复制|联系|咨询|解密|加密|隐私|号码|虚拟|保护|地址|电话|手机|信息|客户|买家|用户|收货|会员|修改|编辑|更多|点击|展开|收起|备注|标签|新客|老客|省|市|区|县/;
const ADDRESS = /[，,]|\*{10}/;
const PHONE = /^1[\d*]{10}(?:-\d{4})?$/;
const ADDRESS_OR_PHONE = /\*{10}|^1[\d*]{10}(?:-\d{4})?$/;

/** An account as it is written, and the element that shows it. */
export interface Pin {
  text: string;
  element: Element;
}

/** Where the buyer's account stands: by its class, by its label, or in the consignee column as the text that is neither address nor phone. */
export function pinIn(card: Element, asides: ReadonlySet<Element>): Pin | null {
  const byClass = [...card.querySelectorAll(PIN_CLASS)];
  const ofClass = byClass.filter((element) => !byClass.some((other) => other !== element && other.contains(element)));
  if (ofClass.length > 0) return onePin(ofClass.flatMap(textPieces)) ?? unreadable('buyer');
  const label = elementsReading(card, PIN_LABEL, { maxLength: 60, without: asides, sign: /[号名]/ })[0];
  if (label) {
    const said = textOf(label);
    const place = said.replace(PIN_LABEL, '') === '' ? (valueBeside(label) ?? label) : label;
    // Where the line goes on behind the element, the account may go on, too.
    const value = place === label ? '' : linesOf(place, { links: false }).join(' ');
    const lines = new Set([true, false].flatMap((links) => linesOf(card, { links, without: asides })));
    if (![said, said + value, `${said} ${value}`].some((text) => lines.has(text))) throw new ReadError('buyer');
    return onePin(textPieces(place));
  }
  const called = pinBesideCall(card, asides);
  if (called) return called;
  const column = card.querySelector('[prop="consigneeInfo"]');
  const cell = column ?? consigneeCell(card, asides);
  const all = cell ? textPieces(cell) : [];
  const pieces = all.filter(({ text }) => !ADDRESS.test(text) && !PHONE.test(text));
  // Without class or label, a word of the page ("查看") could pass for an account, and a receiver's name for a buyer's.
  const isPin = ({ text, element }: Pin) =>
    PLAIN_PIN.test(uncut(text, element).replace(CUT_OFF, '')) || isLastOfThree(text, all);
  if (!pieces.every(isPin)) throw new ReadError('buyer');
  const pin = onePin(pieces);
  const isNamed =
    column !== null || (!cell && !linesOf(card, { without: asides }).some((line) => PIN_LABEL.test(line)));
  return pin ?? (isNamed ? null : unreadable('buyer'));
}

/** Beside the button to call the buyer: an account that JD gave, for other words may stand there. */
function pinBesideCall(card: Element, asides: ReadonlySet<Element>): Pin | null {
  const calls = elementsReading(card, /^联系(?:买家|客户)$/, { maxLength: 4, without: asides, sign: /[联系买客户家]/ });
  const beside = calls.flatMap((call) => call.closest('button')?.nextElementSibling ?? []);
  return onePin(
    beside.map((element) => ({ text: wholeText(element), element })).filter(({ text }) => GIVEN_PIN.test(text)),
  );
}

/** The cell in its known order: receiver and address in one text, the phone, and below them an account in Chinese. */
function isLastOfThree(text: string, cell: readonly Pin[]): boolean {
  const [address, phone, account, ...others] = cell.map((piece) => piece.text);
  return (
    others.length === 0 &&
    account === text &&
    /^\S{1,6}[*＊]+[，,].*[*＊]{10}$/.test(address ?? '') &&
    PHONE.test(phone ?? '') &&
    CHINESE_PIN.test(text) &&
    !WORD_OF_THE_PAGE.test(text)
  );
}

function unreadable(what: string): never {
  throw new ReadError(what);
}

/**
 * One account, shown once or more often; its label is no account.
 * @throws ReadError when two differ
 */
export function onePin(pieces: readonly Pin[]): Pin | null {
  const joined = pieces.map(({ text }) => text.replace(PIN_LABEL, '')).join('');
  if (pieces.length > 1 && (GIVEN_PIN.test(joined) || isTornPin(pieces, joined)))
    return { text: joined, element: pieces[0]!.element };
  const pins = pieces
    .map(({ text, element }) => ({
      text: uncut(text, element)
        .replace(PIN_LABEL, '')
        .replace(/^[:：]\s*/, ''),
      element,
    }))
    .filter(({ text }) => text !== '');
  if (new Set(pins.map(({ text }) => text)).size > 1) throw new ReadError('buyer');
  return pins[0] ?? null;
}

/** One account in pieces of which none is long enough to be one, and nothing else with them. */
function isTornPin(pieces: readonly Pin[], joined: string): boolean {
  const isShort = pieces.every(({ text }) => text.replace(PIN_LABEL, '').length < PIN_CHARS);
  if (!isShort || !CHINESE_PIN.test(joined) || WORD_OF_THE_PAGE.test(joined)) return false;
  const box = pieces[0]!.element;
  return [box, box.parentElement].some((each) => each !== null && textOf(each).replace(PIN_LABEL, '') === joined);
}

/** What stands after a label that has a box of its own. */
function valueBeside(label: Element): Element | null {
  return label.nextElementSibling ?? label.parentElement?.nextElementSibling ?? null;
}

/** The cell around the blurred address or phone: up to where amounts or lines of the order come in. */
function consigneeCell(card: Element, asides: ReadonlySet<Element>): Element | null {
  let cell = elementsReading(card, ADDRESS_OR_PHONE, { without: asides, sign: /\*/ })[0] ?? null;
  while (cell?.parentElement && cell.parentElement !== card) {
    const { parentElement: parent } = cell;
    if (
      [...asides].some((aside) => parent.contains(aside)) ||
      amountsIn(parent).length > 0 ||
      textOf(parent).includes('下单')
    )
      break;
    cell = parent;
  }
  return cell;
}

export function readBuyer(pin: Pin | null): Buyer {
  if (!pin) return buyerOfNick(null);
  if (isCut(pin.text) || isMask(pin.text)) return { display: pin.text, key: null, quality: 'masked' };
  if (/\s/.test(pin.text)) throw new ReadError('buyer');
  return buyerOfKey(pin.text);
}
