/** A place in the source of a regular expression, and how one goes on from it: for whatever reads patterns from left to right. */
export class PatternCursor {
  protected readonly source: string;
  protected at = 0;

  constructor(source: string) {
    this.source = source;
  }

  protected get next(): string | undefined {
    return this.source[this.at];
  }

  /** The next character, whole where it is of two units. */
  protected letter(): string {
    const letter = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += letter.length;
    return letter;
  }

  /** @returns whether it stood there, and is passed */
  protected take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  protected skipPast(letter: string): void {
    while (this.next !== undefined && this.next !== letter) this.at += 1;
    this.at += 1;
  }

  /** Reads the repetition behind a part, if there is one. @returns how often the part is there */
  protected times(): { least: number; most: number } {
    let times = { least: 1, most: 1 };
    if (this.take('?')) times = { least: 0, most: 1 };
    else if (this.take('*')) times = { least: 0, most: Infinity };
    else if (this.take('+')) times = { least: 1, most: Infinity };
    else if (this.take('{')) {
      const from = this.at;
      this.skipPast('}');
      const [least, most] = this.source.slice(from, this.at - 1).split(',');
      times = { least: Number(least), most: most === '' ? Infinity : Number(most ?? least) };
    }
    this.take('?');
    return times;
  }
}
