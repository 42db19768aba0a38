/**
 * What stands open in the text of a reply: `{variable}`, a name between braces; and in a shop's own texts the blanks that people leave for
 * themselves (XX, [快递单号], 【】), which are asked for just so, that no buyer reads them.
 */
const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/;

/** 全角 and half, whatever stands in them: what is not a variable in braces or in square brackets is still to be written. */
const IN_BRACKETS = /\{[^{}\n]{0,40}\}|\[[^[\]\n]{0,40}\]|［[^［］\n]{0,40}］|｛[^｛｝\n]{0,40}｝/;
/** A heading (【温馨提示】) is none; an empty one is, and one that says that something is to be put in. */
const TO_FILL_IN = /【(?:[\s…._*＿—-]*|[^【】\n]{0,20}(?:填|输入|替换|此处|XX|xx|××|…)[^【】\n]{0,20})】/;
/** Two or more, or one with its unit (X天); a size (XXL) and a sum (3×4) are none. */
const CROSSES = /(?<![A-Za-z0-9])(?:X{2,}|x{2,})(?![A-Za-z0-9])|[×✕✖Ｘ]{2,}|(?<![A-Za-z0-9])X(?=[月日天元点折]|小时)/;
const LINES = /[_＿]{2,}/;

const OPEN = new RegExp(
  [PLACEHOLDER, IN_BRACKETS, TO_FILL_IN, CROSSES, LINES].map(({ source }) => source).join('|'),
  'g',
);

export type TemplateSegment =
  | { kind: 'text'; text: string }
  | { kind: 'variable' | 'blank'; name: string; text: string };

/**
 * "亲，{itemTitle}…" -> its texts, variables and blanks in order; texts are never empty. A blank is named by what stands there, the
 * second of the same kind by its number as well: "XX", "XX 2".
 */
export function segmentsOf(text: string): TemplateSegment[] {
  const segments: TemplateSegment[] = [];
  const counts = new Map<string, number>();
  let end = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(OPEN)) {
    if (index > end) segments.push({ kind: 'text', text: text.slice(end, index) });
    end = index + found.length;
    if (name !== undefined) {
      segments.push({ kind: 'variable', name, text: found });
      continue;
    }
    const count = (counts.get(found) ?? 0) + 1;
    counts.set(found, count);
    segments.push({ kind: 'blank', name: count === 1 ? found : `${found} ${count}`, text: found });
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

/** The names of the variables a text asks for, each once, in the order of their first use. */
export function placeholdersOf(text: string): string[] {
  return namesOf(text, 'variable');
}

/** The names of its blanks, in order. */
export function blanksOf(text: string): string[] {
  return namesOf(text, 'blank');
}

function namesOf(text: string, wanted: 'variable' | 'blank'): string[] {
  return [...new Set(segmentsOf(text).flatMap((segment) => (segment.kind === wanted ? [segment.name] : [])))];
}

/** True when a brace is left that belongs to no variable: a typing error that a buyer would read. */
export function hasStrayBrace(text: string): boolean {
  return segmentsOf(text).some((segment) => segment.kind !== 'variable' && /[{}｛｝]/.test(segment.text));
}
