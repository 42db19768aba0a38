/** What people wrote on an order: their numbers, amounts and states are not the order's. */
import { clean, elementsReading, shortText, textOf } from './text.ts';

const LABELS = '买家留言|买家备注|卖家备注|卖家留言|商家备注|客服备注|订单备注|备注|备忘|留言';
const NOTE = new RegExp(`^(?:${LABELS})\\s*[:：]`);
const NOTE_CHARS = 500;
const LEVELS_UP = 3;

/** Every note below a label, with its label. */
export function notesIn(root: Element, without?: ReadonlySet<Element>): Set<Element> {
  const options = { maxLength: NOTE_CHARS, sign: /[注言忘]/, ...(without ? { without } : {}) };
  const notes = new Set(elementsReading(root, NOTE, options));
  for (const label of notes) {
    const isAlone = /[:：]$/.test(textOf(label));
    if (isAlone && label.nextElementSibling) notes.add(label.nextElementSibling);
  }
  return notes;
}

/** True for a piece of a note: it, or a box close around it, begins with the label of one. */
export function isInNote(element: Element): boolean {
  let around: Element | null = element;
  for (let level = 0; level < LEVELS_UP && around !== null; level += 1, around = around.parentElement) {
    const text = shortText(around, NOTE_CHARS);
    if (text === null) return false;
    if (NOTE.test(clean(text))) return true;
  }
  return false;
}
