/** HTML text -> document without a browser, as a browser would build it; nothing in it is run or loaded. */
import { Window } from 'happy-dom';
import { parse, serialize } from 'parse5';

const window = new Window({ settings: { enableJavaScriptEvaluation: false, disableCSSFileLoading: true } });

/**
 * parse5 follows the HTML standard for broken markup too; what it writes back is well-formed, so that happy-dom's own parser
 * cannot misunderstand it.
 */
export function parsePage(html: string): Document {
  return new window.DOMParser().parseFromString(serialize(parse(html)), 'text/html') as unknown as Document;
}
