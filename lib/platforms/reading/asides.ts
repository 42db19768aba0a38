/** Parts of a page whose numbers, amounts and states are not the order's: what people wrote on it, steps, goods that are praised. */
import { clean, elementsReading, shortText, textOf } from './text.ts';

const LABELS = '买家留言|买家备注|卖家备注|卖家留言|商家备注|客服备注|订单备注|备注|备忘|留言';
const NOTE = new RegExp(`^(?:${LABELS})\\s*[:：]`);
const NOTE_CHARS = 500;
const LEVELS_UP = 3;

const INLINE = /^(?:SPAN|A|B|I|EM|STRONG|FONT|SMALL)$/;

/** Every note below a label, with its label: the box behind it, or all that goes on with it in its line. */
export function notesIn(root: Element, without?: ReadonlySet<Element>): Set<Element> {
  const options = { maxLength: NOTE_CHARS, sign: /[注言忘]/, ...(without ? { without } : {}) };
  const notes = new Set(elementsReading(root, NOTE, options));
  for (const label of notes) {
    let next = /[:：]$/.test(textOf(label)) ? outermost(label).nextElementSibling : null;
    while (next !== null && !/[:：]$/.test(textOf(next))) {
      notes.add(next);
      next = INLINE.test(next.tagName) ? next.nextElementSibling : null;
    }
  }
  return notes;
}

/** The highest box around a label that has no other text. */
function outermost(label: Element): Element {
  let box = label;
  while (box.nextElementSibling === null && box.parentElement && textOf(box.parentElement) === textOf(label))
    box = box.parentElement;
  return box;
}

/** True for a piece of a note: it, or a box close around it, begins with the label of one. */
export function isInNote(element: Element): boolean {
  let around: Element | null = element;
  for (let level = 0; level < LEVELS_UP && around !== null; level += 1, around = around.parentElement) {
    const text = shortText(around, NOTE_CHARS);
    // Further out there is more than the note.
    if (text === null || (text.match(/\d{15,19}/g)?.length ?? 0) > 1) return false;
    if (NOTE.test(clean(text))) return true;
  }
  return false;
}

const PRAISE = /^(?:猜你喜欢|看了又看|大家都在买|为[你您]推荐|(?:热[卖销])?推荐(?:商品|宝贝)?|人气(?:商品|宝贝))$/;

/** Boxes of articles that the console recommends, by their heading; none that shows a number as long as an order's. */
export function praiseIn(root: Element): Element[] {
  return elementsReading(root, PRAISE, { maxLength: 10, sign: /[荐欢看买气]/ })
    .map((heading) => heading.parentElement)
    .filter((box) => box !== null && box !== root && !/\d{15,}/.test(shortText(box, 4000) ?? '0'.repeat(15)))
    .map((box) => box!);
}

const STEP =
  /^(?:\d\.?\s*)?(?:提交订单|(?:买家|拍下|用户)?(?:下单|付款|收货)|拍下|(?:商品|商家|卖家)?(?:出库|发货)|(?:等待|确认)收货|(?:交易)?(?:完成|成功)|评价)/;
const STEP_LEVELS = 4;

/** True for a word of the bar of steps that every order goes through: three boxes beside each other that begin as steps. */
export function isStep(element: Element): boolean {
  let bar = element.parentElement;
  for (let level = 0; level < STEP_LEVELS && bar !== null; level += 1, bar = bar.parentElement) {
    const steps = [...bar.children].filter((box) => STEP.test(clean(shortText(box, 80) ?? '')));
    if (steps.length >= 3) return true;
  }
  return false;
}
