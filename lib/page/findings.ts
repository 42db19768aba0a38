/** What the rules found in the message that is being typed: the worst first, less what the person has closed. */
import type { Finding, ShownFinding } from './strip.ts';

const order: readonly Finding['severity'][] = ['block', 'warn', 'hint'];

type Open = ShownFinding & Pick<Finding, 'start' | 'end'>;

export class Findings {
  /** The text that they are about. */
  text = '';
  found: readonly Finding[] = [];
  #open: Open[] = [];
  #at = 0;
  /** By rule and words, until the message is gone. */
  #closed = new Set<string>();

  /** The one to be seen, or null. */
  get shown(): Open | null {
    return this.#open[this.#at] ?? null;
  }

  get others(): number {
    return Math.max(0, this.#open.length - 1);
  }

  take(text: string, found: readonly Finding[]): void {
    const [seen, worst] = [this.shown, this.#open[0]].map((finding) => finding && keyOf(finding));
    this.text = text;
    this.found = found;
    this.#open = found
      .map((finding): Open => ({ ...finding, words: text.slice(finding.start, finding.end) }))
      .filter((finding) => !this.#closed.has(keyOf(finding)))
      .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.start - b.start);
    // Whoever steps through them stays where they are, unless another is the worst now.
    const isSameWorst = this.#open[0] && keyOf(this.#open[0]) === worst;
    this.#at = isSameWorst
      ? Math.max(
          0,
          this.#open.findIndex((finding) => keyOf(finding) === seen),
        )
      : 0;
  }

  next(): void {
    this.#at = (this.#at + 1) % Math.max(1, this.#open.length);
  }

  /** What is found now is not shown again in this message. */
  close(): void {
    for (const finding of this.#open) this.#closed.add(keyOf(finding));
    this.take(this.text, this.found);
  }

  /** The message is gone. */
  forget(): void {
    this.#closed.clear();
    this.take('', []);
  }
}

function keyOf({ ruleId, words }: Pick<ShownFinding, 'ruleId' | 'words'>): string {
  return `${ruleId} ${words}`;
}
