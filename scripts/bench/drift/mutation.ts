/** A change of a page that a person would not notice, or would not mistake: what is true on it stays true. */
import type { Random } from '../../demo/shop/random.ts';
import type { PrintedPage } from '../../liuke/printed-page.ts';

export interface Mutation {
  name: string;
  /** Fields of which this page does not say any more what they are, before it is changed; they must be left out. */
  takesAway?(document: Document): readonly string[];
  apply(document: Document, random: Random, truth: PrintedPage): void;
}
