/**
 * The data of the old detail pages is made of nodes: lines of `{type: "text", value}` and `{type: "namevalue", value: {name,
 * value}}`, where the value of a name is a text or again a list of text nodes. Only the parts that a reader asks for are walked.
 */
import { fieldsOf, isFields, textIn } from '../reading/fields.ts';
import { ReadError } from '../reading/read-error.ts';
import { clean } from '../reading/text.ts';

const MAX_NODES = 2000;

/** The entries of a list; none where there is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_NODES) : [];
}

/** The texts of a node, or of a list of nodes: `value` of text nodes (`text` on Tmall), `content` of lines. Links and buttons have none. */
export function nodeTexts(nodes: unknown): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [nodes];
  for (let count = 0; waiting.length > 0 && count < MAX_NODES; count += 1) {
    const node = waiting.pop();
    if (typeof node === 'string') texts.push(clean(node));
    else if (Array.isArray(node)) waiting.push(...node.slice(0, MAX_NODES).toReversed());
    else if (isFields(node)) {
      if (node.type === 'operation' || node.type === 'namevalue') continue;
      waiting.push(node.content ?? (typeof node.value === 'string' ? node.value : node.text));
    }
  }
  return texts.filter((text) => text !== '');
}

/**
 * The value behind a name among lines of `namevalue` nodes; null when no line has the name.
 * @throws ReadError when the name stands twice with different values
 */
export function namedValue(lines: unknown, name: RegExp, what: string): string | null {
  const values = new Set<string>();
  for (const line of listOf(lines)) {
    for (const node of listOf(fieldsOf(line).content)) {
      const { type, value } = fieldsOf(node);
      const pair = fieldsOf(value);
      if (type === 'namevalue' && name.test(textIn(pair.name))) values.add(nodeTexts(pair.value).join(''));
    }
  }
  if (values.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...values][0] ?? null;
}
