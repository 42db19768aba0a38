/**
 * Words into the page's chat box, as if typed, and never sent: no Enter, no click, no line break that could become one. `insertText`
 * is the one way that fires the page's own, genuine input event, and that the page's undo takes back.
 */

/**
 * @param range within the editor; what stands there is replaced
 * @returns whether the page took the words, and nothing else changed
 */
export function putWords(editor: HTMLElement, range: Range, words: string): boolean {
  const line = words.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
  const { ownerDocument } = editor;
  const whole = ownerDocument.createRange();
  whole.selectNodeContents(editor);
  const before = whole.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  const after = whole.cloneRange();
  after.setStart(range.endContainer, range.endOffset);
  const expected = compact(before.toString() + line + after.toString());
  editor.focus();
  const selection = ownerDocument.getSelection();
  if (!selection) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  ownerDocument.execCommand('insertText', false, line);
  return compact(editor.textContent ?? '') === expected;
}

/** The page may turn blanks into no-break spaces; what matters is that every character arrived. */
function compact(text: string): string {
  return text.replace(/[\s\u200b]/g, '');
}
