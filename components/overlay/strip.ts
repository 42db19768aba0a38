/**
 * The strip at the chat box: what was found in the text that is being typed, why, and a rewrite for one click. It stands in our own layer;
 * a click on it leaves the cursor in the box. By keyboard: Alt+↑ in the box goes to it, Tab goes through it and on, Esc goes back.
 */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Overlay } from '../../lib/page/overlay.ts';
import type { Strip, StripActions, StripView } from '../../lib/page/strip.ts';
import { sourceText } from '../words/sources.ts';
import { stripParts, type StripParts } from './strip-parts.ts';
import { stripPlace } from './strip-place.ts';

/** What is done in the strip is none of the page's business: it hears neither these clicks nor these keys. */
const OURS = 'keydown keypress keyup pointerdown pointerup mousedown mouseup click dblclick wheel'.split(' ');

export function createStrip(view: Window, overlay: Overlay, actions: StripActions): Strip {
  const parts = stripParts(view.document, actions);
  const { element, live } = parts;
  let shown: StripView | null = null;
  let isHeld = false;
  const place = () => {
    if (!shown || isHeld) return;
    const at = stripPlace(shown.editor, view, overlay.host);
    element.hidden = at === null;
    if (at) Object.assign(element.style, at);
  };
  const toBox = () => shown?.editor.focus();
  /** In the box; the page hears the key as ever. */
  const onBoxKey = (event: KeyboardEvent) => {
    const isOurs = event.altKey && event.key === 'ArrowUp' && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isOurs && !event.isComposing && !element.hidden) firstButton(element)?.focus();
  };
  for (const type of OURS) element.addEventListener(type, (event) => event.stopPropagation());
  // The cursor stays in the box.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  element.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) toBox();
  });
  const resized = new ResizeObserver(() => overlay.placeSoon());

  const come = (editor: HTMLElement) => {
    // The language is known by now; it does not change while a page is open.
    element.ariaLabel = t('stripTitle');
    parts.close.textContent = '×';
    parts.close.ariaLabel = parts.close.title = t('stripClose');
    parts.put.textContent = t('stripRewrite');
    overlay.root.append(parts.style, element);
    overlay.join(place);
    resized.observe(editor);
    editor.addEventListener('keydown', onBoxKey);
  };
  const go = (editor: HTMLElement) => {
    const isInside = overlay.root.activeElement !== null;
    resized.disconnect();
    editor.removeEventListener('keydown', onBoxKey);
    parts.style.remove();
    element.remove();
    overlay.leave(place);
    live.textContent = '';
    if (isInside && editor.isConnected) editor.focus();
  };
  /** Read out once it has changed; what must not be sent at once. */
  const speak = (text: string) => {
    live.ariaLive = element.className === 'block' ? 'assertive' : 'polite';
    view.requestAnimationFrame(() => {
      if (live.textContent !== text) live.textContent = text;
    });
  };

  return {
    show(newest) {
      if (shown && shown.editor !== newest?.editor) go(shown.editor);
      const isNew = newest !== null && shown?.editor !== newest.editor;
      shown = newest;
      if (!newest) return;
      if (isNew) come(newest.editor);
      write(newest, parts);
      speak(spoken(parts));
      // A button that is needed no more had the cursor.
      if (overlay.root.activeElement?.closest('[hidden]')) firstButton(element)?.focus();
      overlay.placeSoon();
    },
    hold(isOn) {
      isHeld = isOn;
      if (!isOn) overlay.placeSoon();
    },
    placeSoon: overlay.placeSoon,
  };
}

function write({ finding, others, note }: StripView, parts: StripParts): void {
  const isHint = finding?.severity === 'hint';
  parts.element.className = finding?.severity ?? 'warn';
  parts.found.hidden = finding === null;
  parts.instead.hidden = parts.source.hidden = finding === null || isHint;
  parts.next.hidden = others === 0;
  parts.next.textContent = t('stripMore', others);
  parts.note.hidden = note === null;
  parts.note.textContent = note ? t(`stripNote_${note}`) : '';
  if (!finding) return;
  const source = sourceText(finding.ruleId, finding.source);
  parts.severity.textContent = t(`strip_${finding.severity}`);
  parts.words.textContent = finding.words;
  parts.name.textContent = labelText(finding.name);
  parts.name.title = source;
  parts.rewrite.textContent = t('rewriteAs', finding.rewrite);
  parts.source.textContent = [source, t('stripReference'), t('stripKeys')].join(' · ');
}

function spoken({ found, severity, words, name, note }: StripParts): string {
  const said = found.hidden ? [note] : [severity, words, name, note];
  return said.map(({ textContent }) => textContent).join(' ');
}

function firstButton(element: HTMLElement): HTMLElement | undefined {
  return Array.from(element.querySelectorAll('button')).find((button) => !button.closest('[hidden]'));
}
