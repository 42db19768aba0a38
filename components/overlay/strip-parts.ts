/** What the strip is made of. */
import type { StripActions } from '../../lib/page/strip.ts';
import { stripStyles } from './strip-styles.ts';

export type StripParts = ReturnType<typeof stripParts>;

export function stripParts(document: Document, actions: StripActions) {
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
  element.setAttribute('role', 'group');
  element.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp');
  live.setAttribute('role', 'status');
  const style = document.createElement('style');
  style.textContent = stripStyles;
  return { element, style, found, severity, words, name, instead, rewrite, put, source, note, next, close, live };
}
