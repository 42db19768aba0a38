/** Mutations of classes and other attributes: a new build of the page's own style sheets. */
import { fakeHash } from './words.ts';
import type { Mutation } from './mutation.ts';

/** Attributes by which the readers are documented to know a place; a page without them is a mutation of its own. */
const anchors = new Set(['prop', 'name', 'data-nick']);

const elementsOf = (document: Document) => [...document.body.querySelectorAll('*')];

const WRITERS = ['customer', 'name', 'settled', 'message'];

/**
 * Which row of the open chats is selected is told by classes alone where the page has no `aria-selected`. Without any class the
 * selected row is like all others, and with it goes whose chat it is. A chat with one row in its list says it all the same.
 */
function selectionToldByClass(document: Document): readonly string[] {
  const isMarked = document.querySelector('[aria-selected]') !== null;
  const chats = document.querySelectorAll('[id^="u_"]').length;
  if (chats > 1 && !isMarked) return ['customer', 'name', 'settled'];
  const past = document.querySelectorAll('[class*="results-list"]').length;
  return past > 1 && !isMarked ? WRITERS : buyerToldByClass(document);
}

/** In past chats the side of the shop's messages is told by a class, and so is that a single titled box is a list of one buyer. */
function buyerToldByClass(document: Document): readonly string[] {
  const sided = document.querySelector('[class*="chatWrap"][class*="right"]') !== null;
  return sided || document.querySelectorAll('[class*="results-list"]').length === 1 ? WRITERS : [];
}

export const attributeMutations: readonly Mutation[] = [
  {
    name: 'rename all classes',
    takesAway: buyerToldByClass,
    apply(document, random) {
      const renamed = new Map<string, string>();
      for (const element of elementsOf(document)) {
        const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
        for (const each of classes) if (!renamed.has(each)) renamed.set(each, fakeHash(random));
        if (classes.length > 0) element.setAttribute('class', classes.map((each) => renamed.get(each)).join(' '));
      }
    },
  },
  {
    name: 'drop all classes',
    takesAway: selectionToldByClass,
    apply(document) {
      for (const element of elementsOf(document)) element.removeAttribute('class');
    },
  },
  {
    name: 'drop data- and id',
    apply(document) {
      for (const element of elementsOf(document)) {
        for (const name of element.getAttributeNames()) {
          const isLoose = name.startsWith('data-') || name === 'aria-label' || (name === 'id' && !isChatId(element.id));
          if (isLoose && !anchors.has(name)) element.removeAttribute(name);
        }
      }
    },
  },
  {
    name: 'drop every anchor',
    takesAway: selectionToldByClass,
    apply(document) {
      for (const element of elementsOf(document)) {
        element.removeAttribute('class');
        if (element.tagName !== 'INPUT') for (const name of anchors) element.removeAttribute(name);
      }
    },
  },
];

function isChatId(id: string): boolean {
  return id.startsWith('u_') || id === 't-chat-scroll';
}
