/**
 * Looks at what is typed into the chat box while it is typed: asks what the rules say, shows the worst, and puts a rewrite in its place
 * on a click. No key is listened to in order to stop it, nothing of the text is kept, and while an input method composes all stands still.
 */
import { MAX_LINT_CHARS } from '../model/limits.ts';
import type { Platform } from '../model/platform.ts';
import type { ChatBox } from './chat-box.ts';
import { Findings } from './findings.ts';
import { putWords } from './put-words.ts';
import type { Finding, Strip, StripActions, StripNote } from './strip.ts';
import { readTyped } from './typed-text.ts';

/** A text is looked at when nothing was typed for `QUIET_MS`, and at the latest `PATIENCE_MS` after the first letter. */
const QUIET_MS = 40;
const PATIENCE_MS = 200;
/** A worker without anything to do is stopped after 30 s, and needs half a second to be ready again. */
const STAY_AWAKE_MS = 20_000;
/** What a rewrite leaves to be filled in. */
const BLANK = /×+/;

interface Outside {
  view: Window & typeof globalThis;
  /** Rejects when the background cannot be reached. */
  lint: (asked: { text: string; platform: Platform }) => Promise<Finding[]>;
  stripFor: (actions: StripActions) => Strip;
  /** The box as a fresh reading of the page finds it. */
  openBox: () => ChatBox | null;
}

/** @returns who follows the box that is open */
export function startTypedCheck({ view, lint, stripFor, openBox }: Outside): (box: ChatBox | null) => void {
  let box: ChatBox | null = null;
  let isComposing = false;
  /** Asked for while an input method composes, which a change of the box would break off. */
  let isRewriteAwaited = false;
  let quietTimer = 0;
  let patienceTimer = 0;
  let wakeTimer = 0;
  /** Counts the questions: only the answer to the last one is shown. */
  let asked = 0;
  let hasBlank = false;
  let note: StripNote | null = null;
  const findings = new Findings();

  const strip = stripFor({
    rewrite: () => rewrite(),
    next() {
      findings.next();
      show();
    },
    close() {
      findings.close();
      hasBlank = false;
      note = null;
      show();
    },
  });
  const show = () => {
    const { shown, others } = findings;
    const said = note ?? (hasBlank && shown === null ? 'fillBlank' : null);
    strip.show(box && (shown || said) ? { editor: box.editor, finding: shown, others, note: said } : null);
  };
  const settle = (text: string, found: readonly Finding[]) => {
    findings.take(text, found);
    hasBlank &&= BLANK.test(text);
    note = null;
    show();
  };
  const stopTimers = () => {
    view.clearTimeout(quietTimer);
    view.clearTimeout(patienceTimer);
    quietTimer = patienceTimer = 0;
  };
  const ask = () => {
    stopTimers();
    if (!box || isComposing) return;
    const text = typedIn(box);
    asked += 1;
    if (text.trim() === '') {
      findings.forget();
      return settle('', []);
    }
    if (text === findings.text) return settle(text, findings.found);
    const mine = asked;
    const answered = (found: readonly Finding[]) => {
      if (mine === asked) settle(text, found);
    };
    lint({ text, platform: box.platform }).then(answered, () => answered([]));
  };
  const askSoon = () => {
    if (!box || isComposing) return;
    // Sent, or cleared: what was said of it goes at once.
    if (typedIn(box).trim() === '') return ask();
    view.clearTimeout(quietTimer);
    quietTimer = view.setTimeout(ask, QUIET_MS);
    if (patienceTimer === 0) patienceTimer = view.setTimeout(ask, PATIENCE_MS);
  };

  const rewrite = () => {
    const { shown } = findings;
    const now = openBox();
    if (!box || !shown) return;
    if (isComposing) {
      isRewriteAwaited = true;
      return;
    }
    const isSameBox = now?.editor === box.editor && now.customerKey === box.customerKey && now.isSettled;
    const typed = readTyped(box.editor);
    if (!isSameBox) note = 'otherBox';
    // Something else stands there by now, or the words went on: the strip is about to follow.
    else if (!isAsItWas(shown, findings.text, typed.text)) return askSoon();
    else if (!putWords(box.editor, typed.rangeOf(shown.start, shown.end), shown.rewrite)) note = 'notTaken';
    else hasBlank = selectBlank(box.editor, shown);
    show();
  };

  /** So that the rules are ready when the first letter comes. */
  const wake = () => {
    if (box) lint({ text: '', platform: box.platform }).catch(() => {});
  };
  const compose = () => {
    isComposing = true;
    asked += 1;
    stopTimers();
    strip.hold(true);
  };
  const composed = () => {
    isComposing = false;
    strip.hold(false);
    if (isRewriteAwaited) rewrite();
    isRewriteAwaited = false;
    askSoon();
  };
  const changes = new view.MutationObserver(askSoon);
  const enter = ({ editor }: ChatBox) => {
    changes.observe(editor, { subtree: true, childList: true, characterData: true });
    wakeTimer = view.setInterval(() => {
      if (view.document.hasFocus()) wake();
    }, STAY_AWAKE_MS);
    editor.addEventListener('focus', wake);
    editor.addEventListener('compositionstart', compose);
    editor.addEventListener('compositionend', composed);
  };
  const leave = ({ editor }: ChatBox) => {
    stopTimers();
    changes.disconnect();
    view.clearInterval(wakeTimer);
    editor.removeEventListener('focus', wake);
    editor.removeEventListener('compositionstart', compose);
    editor.removeEventListener('compositionend', composed);
    asked += 1;
    isComposing = isRewriteAwaited = hasBlank = false;
    note = null;
    findings.forget();
    strip.hold(false);
    strip.show(null);
  };

  return (next) => {
    const isSame = box !== null && next?.editor === box.editor && next.customerKey === box.customerKey;
    if (box && !isSame) leave(box);
    box = next;
    if (isSame) return strip.placeSoon();
    if (!box) return;
    enter(box);
    wake();
    askSoon();
  };
}

function typedIn({ editor }: ChatBox): string {
  return readTyped(editor).text.slice(0, MAX_LINT_CHARS);
}

/** The words, and the letter behind them. */
function isAsItWas({ start, end }: { start: number; end: number }, before: string, now: string): boolean {
  return now.slice(start, end + 1) === before.slice(start, end + 1);
}

/** What a rewrite leaves open is selected, so that the next letter takes its place. @returns whether there is such a blank */
function selectBlank(editor: HTMLElement, { start, rewrite }: { start: number; rewrite: string }): boolean {
  const blank = BLANK.exec(rewrite);
  if (!blank) return false;
  const typed = readTyped(editor);
  const [from, to] = [start + blank.index, start + blank.index + blank[0].length];
  const selection = editor.ownerDocument.getSelection();
  if (selection && typed.text.slice(from, to) === blank[0]) {
    selection.removeAllRanges();
    selection.addRange(typed.rangeOf(from, to));
  }
  return true;
}
