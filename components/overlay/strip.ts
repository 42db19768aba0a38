/**
 * The strip at the chat box: what was found in the text that is being typed, why, and a rewrite for one click. It stands in our own layer;
 * a click on it leaves the cursor in the box. By keyboard: Alt+↑ in the box goes to it, Tab goes through it and on, Esc goes back.
 */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Overlay } from '../../lib/page/overlay.ts';
import type { Strip, StripActions, StripView } from '../../lib/page/strip.ts';
import { stripPlace } from './strip-place.ts';
import { stripStyles } from './strip-styles.ts';

/** What is done in the strip is none of the page's business: it hears neither these clicks nor these keys. */
const OURS = 'keydown keypress keyup pointerdown pointerup mousedown mouseup click dblclick contextmenu wheel'.split(
  ' ',
);

export function createStrip(view: Window, overlay: Overlay, actions: StripActions): Strip {
  const { document } = view;
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...children: Node[]) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const button = (className: string, onClick: () => void) => {
    const element = make('button', className);
    element.type = 'button';
    element.addEventListener('click', onClick);
    return element;
  };
  const severity = make('b', 'severity');
  const words = make('q', 'words');
  const name = make('span', 'name');
  const next = button('next', actions.next);
  const close = button('close', actions.close);
  const rewrite = make('span', 'rewrite');
  const put = button('put', actions.rewrite);
  const source = make('p', 'source');
  const note = make('p', 'note');
  const live = make('p', 'live');
  const found = make('p', 'found', severity, words, name);
  const instead = make('p', 'instead', rewrite, put);
  // In the order in which Tab goes through them.
  const element = make('section', '', found, instead, source, note, make('p', 'aside', next, close), live);
  const style = document.createElement('style');
  style.textContent = stripStyles;

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
    if (isOurs && !event.isComposing && !element.hidden)
      element.querySelector<HTMLElement>('button:not([hidden])')?.focus();
  };
  for (const type of OURS) element.addEventListener(type, (event) => event.stopPropagation());
  // The cursor stays in the box.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') toBox();
  });
  element.setAttribute('role', 'group');
  element.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp');
  live.setAttribute('role', 'status');
  const resized = new ResizeObserver(() => overlay.placeSoon());

  const come = (editor: HTMLElement) => {
    // The language is known by now; it does not change while a page is open.
    element.ariaLabel = t('stripTitle');
    close.textContent = '×';
    close.ariaLabel = close.title = t('stripClose');
    put.textContent = t('stripRewrite');
    overlay.root.append(style, element);
    overlay.join(place);
    resized.observe(editor);
    editor.addEventListener('keydown', onBoxKey);
  };
  const go = (editor: HTMLElement) => {
    const isInside = overlay.root.activeElement !== null;
    resized.disconnect();
    editor.removeEventListener('keydown', onBoxKey);
    style.remove();
    element.remove();
    overlay.leave(place);
    live.textContent = '';
    if (isInside && editor.isConnected) editor.focus();
  };
  const write = ({ finding, others, note: said }: StripView) => {
    element.className = finding?.severity ?? 'warn';
    found.hidden = finding === null;
    instead.hidden = finding === null || finding.severity === 'hint';
    source.hidden = finding === null || finding.severity === 'hint';
    next.hidden = others === 0;
    next.textContent = t('stripMore', others);
    note.hidden = said === null;
    note.textContent = said ? t(`stripNote_${said}`) : '';
    if (finding) {
      severity.textContent = t(`strip_${finding.severity}`);
      words.textContent = finding.words;
      name.textContent = labelText(finding.name);
      name.title = [finding.ruleId, finding.source.title, finding.source.article].join(' ');
      rewrite.textContent = t('rewriteAs', finding.rewrite);
      source.textContent = [name.title, t('stripReference'), t('stripKeys')].join(' · ');
    }
    speak([...(finding ? [severity, words, name] : []), note].map(({ textContent }) => textContent).join(' '));
  };
  /** Read out once it has changed; what must not be sent at once. */
  const speak = (text: string) => {
    live.ariaLive = element.className === 'block' ? 'assertive' : 'polite';
    view.requestAnimationFrame(() => {
      if (live.textContent !== text) live.textContent = text;
    });
  };

  return {
    show(next_) {
      if (shown && shown.editor !== next_?.editor) go(shown.editor);
      const isNew = next_ !== null && shown?.editor !== next_.editor;
      shown = next_;
      if (!next_) return;
      if (isNew) come(next_.editor);
      write(next_);
      overlay.placeSoon();
    },
    hold(isOn) {
      isHeld = isOn;
      if (!isOn) overlay.placeSoon();
    },
    placeSoon: overlay.placeSoon,
  };
}
