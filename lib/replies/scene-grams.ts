/** What a clause is made of when scenes are looked for in it: its letters and pairs of letters, its two ends among them. */

export interface Gram {
  text: string;
  /** Where it stands in the clause. */
  start: number;
  end: number;
}

/** A word of Latin letters and a number count as one letter each; whatever the number, it is `0`. */
const LETTER = /[a-z]+|\d+(?:\.\d+)?|[^\s]/gu;
const BEGIN = '^';
const END = '$';

/** "发3件" -> 发, 0, 件, ^发, 发0, 0件, 件$; a space is an end, too. @param clause as `clausesOf` cuts them */
export function gramsOf(clause: string): Gram[] {
  return Array.from(clause.matchAll(/\S+/g)).flatMap(({ 0: run, index }) => gramsOfRun(run, index));
}

function gramsOfRun(run: string, at: number): Gram[] {
  const letters = Array.from(run.matchAll(LETTER), ({ 0: letter, index }) => ({
    text: /^\d/.test(letter) ? '0' : letter,
    start: at + index,
    end: at + index + letter.length,
  }));
  const ends = {
    begin: { text: BEGIN, start: at, end: at },
    end: { text: END, start: at + run.length, end: at + run.length },
  };
  const row = [ends.begin, ...letters, ends.end];
  const pairs = row.slice(1).map((second, index) => ({
    text: row[index]!.text + second.text,
    start: row[index]!.start,
    end: second.end,
  }));
  return [...letters, ...pairs];
}
