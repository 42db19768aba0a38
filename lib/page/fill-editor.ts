/**
 * Puts a text into the page's chat box, as if typed, and never sends it: no Enter, no click, no line break that could become
 * one. Only into the box of the very customer it was written for.
 */
import type { FillResult } from '../messaging/protocol.ts';
import type { PageReading } from '../platforms/page-reader.ts';

/**
 * @param reading a fresh reading of the page
 * @param customerKey the platform id of the buyer the text was written for
 */
export function fillEditor(reading: PageReading, customerKey: string, text: string): FillResult {
  const { chat } = reading.batch;
  const { editor } = reading;
  if (!editor) return { filled: false, because: 'noEditor' };
  if (chat?.customer?.key !== customerKey) return { filled: false, because: 'otherCustomer' };
  if (!chat.settled) return { filled: false, because: 'notSettled' };
  const line = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
  return typeInto(editor, line) ? { filled: true } : { filled: false, because: 'notAccepted' };
}

/** `insertText` is the one way that fires the page's own, genuine input event; it adds at the end of what is there. */
function typeInto(editor: HTMLElement, line: string): boolean {
  const { ownerDocument } = editor;
  const before = contentOf(editor);
  editor.focus();
  const selection = ownerDocument.getSelection();
  if (!selection) return false;
  selection.selectAllChildren(editor);
  selection.collapseToEnd();
  ownerDocument.execCommand('insertText', false, line);
  return contentOf(editor) === before + compact(line);
}

function contentOf(editor: HTMLElement): string {
  return compact(editor.textContent ?? '');
}

/** The page may turn blanks into no-break spaces; what matters is that every character arrived. */
function compact(text: string): string {
  return text.replace(/[\s\u200b]/g, '');
}
