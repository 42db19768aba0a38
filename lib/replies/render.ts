import { segmentsOf } from './placeholders.ts';

/** `text` of a variable is null while its value is missing. */
export type RenderedPart =
  | { kind: 'text'; text: string }
  /** `open` is what stands in the text of a template, of a variable or of a blank. */
  | { kind: 'variable'; name: string; open: string; text: string | null };

export interface RenderedReply {
  /** A missing variable stands as its `{placeholder}`, a blank as it is, for show only: see `canInsert`. */
  text: string;
  parts: RenderedPart[];
  /** Names of the variables and blanks without a value, each once. */
  missing: string[];
}

/**
 * Fills a template in one pass: a value is plain text, so braces inside a value never become placeholders.
 * A blank value counts as missing.
 */
export function render(template: { text: string }, values: Readonly<Record<string, string>>): RenderedReply {
  let before = '';
  const parts = segmentsOf(template.text).map((segment): RenderedPart => {
    if (segment.kind === 'text') {
      // "{deadline}前" with "24小时内" reads as a person would write it.
      const text = before.endsWith('内') ? segment.text.replace(/^前/, '') : segment.text;
      before = '';
      return { kind: 'text', text };
    }
    const value = Object.hasOwn(values, segment.name) ? values[segment.name]!.trim() : '';
    before = value;
    return { kind: 'variable', name: segment.name, open: segment.text, text: value === '' ? null : value };
  });
  const missing = parts.flatMap((part) => (part.kind === 'variable' && part.text === null ? [part.name] : []));
  return {
    text: parts.map((part) => (part.kind === 'variable' ? (part.text ?? part.open) : part.text)).join(''),
    parts,
    missing: [...new Set(missing)],
  };
}

/** False while a variable is missing: a buyer must never read a placeholder or a blank. */
export function canInsert(rendered: RenderedReply): boolean {
  return rendered.missing.length === 0;
}
