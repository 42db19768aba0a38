/** Puts a text into the page's chat box, behind what is there: only into the box of the very customer it was written for. */
import type { FillResult } from '../messaging/answers.ts';
import type { PageReading } from '../platforms/page-reader.ts';
import { putWords } from './put-words.ts';

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
  const end = editor.ownerDocument.createRange();
  end.selectNodeContents(editor);
  end.collapse(false);
  return putWords(editor, end, text) ? { filled: true } : { filled: false, because: 'notAccepted' };
}
