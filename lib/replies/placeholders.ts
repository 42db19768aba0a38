/** The `{variable}` language of reply templates: a name between braces, and nothing else in braces. */
const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/g;

export type TemplateSegment = { kind: 'text'; text: string } | { kind: 'variable'; name: string };

/** "亲，{itemTitle}…" -> its texts and variables in order; texts are never empty. */
export function segmentsOf(text: string): TemplateSegment[] {
  const segments: TemplateSegment[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) segments.push({ kind: 'text', text: text.slice(end, match.index) });
    segments.push({ kind: 'variable', name: match[1]! });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

/** The names of the variables a text asks for, each once, in the order of their first use. */
export function placeholdersOf(text: string): string[] {
  return [...new Set(segmentsOf(text).flatMap((segment) => (segment.kind === 'variable' ? [segment.name] : [])))];
}

/** True when a brace is left that belongs to no placeholder: a typing error that a buyer would read. */
export function hasStrayBrace(text: string): boolean {
  return segmentsOf(text).some((segment) => segment.kind === 'text' && /[{}]/.test(segment.text));
}
