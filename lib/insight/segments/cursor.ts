/** A place in a line that is being read, and the errors that point into it. */
import type { Lexicon, MeaningKind } from './lexicon.ts';
import { meaningOf } from './lexicon.ts';
import type { Expected, SegmentError, SegmentErrorCode } from './segment.ts';
import type { Token } from './tokens.ts';

export class Cursor {
  readonly line: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  #at = 0;

  constructor(line: string, tokens: readonly Token[], lexicon: Lexicon) {
    this.line = line;
    this.tokens = tokens;
    this.lexicon = lexicon;
  }

  /** @param ahead 0 for the token that is read next */
  peek(ahead = 0): Token | undefined {
    return this.tokens[this.#at + ahead];
  }

  skip(): void {
    this.#at += 1;
  }

  /** The meaning of the next word, if it has one of this kind. */
  sees<Kind extends MeaningKind>(kind: Kind, ahead = 0) {
    return meaningOf(this.peek(ahead)?.meanings ?? [], kind);
  }

  /** As `sees`; the word is then read. */
  takes<Kind extends MeaningKind>(kind: Kind) {
    const meaning = this.sees(kind);
    if (meaning) this.skip();
    return meaning;
  }

  textOf({ start, end }: Pick<Token, 'start' | 'end'>): string {
    return this.line.slice(start, end);
  }

  /** What the next token is instead of what was expected; behind the last one, the end of the line is. */
  error(
    code: SegmentErrorCode,
    expected: Expected,
    suggestions: string[] = [],
    { start, end }: Pick<Token, 'start' | 'end'> = this.peek() ?? { start: this.line.length, end: this.line.length },
  ): SegmentError {
    return { code, start, end, found: this.line.slice(start, end), expected, suggestions };
  }
}

export function isError(value: object): value is SegmentError {
  return 'code' in value;
}
