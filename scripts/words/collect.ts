/** The words in the sources of the readers: labels and states, names of fields and parts of selectors. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');
const READERS = join(root, 'lib/platforms');
export const WORDS_FILE = join(root, 'lib/diagnostics/reader-words.json');

export interface ReaderWords {
  /** Chinese words of labels, states and patterns, blanks between. */
  han: string;
  /** Latin words, in small letters, that names of classes, attributes and fields are made of. */
  pieces: string;
  /** Latin texts that a reader compares a value with. */
  values: string;
}

interface Node {
  type: string;
  [field: string]: unknown;
}

export function collectReaderWords(): ReaderWords {
  const han = new Set<string>();
  const pieces = new Set<string>();
  const values = new Set<string>();
  const files = readdirSync(READERS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files) {
    const { program } = parseSync(file, readFileSync(join(READERS, file), 'utf8'));
    for (const { text, isName } of textsOf(program as unknown as Node)) {
      for (const [word] of text.matchAll(/\p{Script=Han}+/gu)) han.add(word);
      for (const piece of piecesOf(text)) pieces.add(piece);
      if (!isName && /^[A-Za-z][\w-]*$/.test(text)) values.add(text);
    }
  }
  const inOrder = (words: Iterable<string>) => [...words].toSorted().join(' ');
  return { han: inOrder(han), pieces: inOrder(pieces), values: inOrder(values) };
}

/** "buyerNick" -> "buyer", "nick". */
function piecesOf(text: string): string[] {
  return (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [])
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece.length > 1);
}

/** Every text and every name of a property in a syntax tree, import paths left out. */
function* textsOf(node: Node): Generator<{ text: string; isName: boolean }> {
  if (/^(Import|Export).*Declaration$/.test(node.type) && node['source']) return;
  const name = node.type === 'MemberExpression' ? node['property'] : node.type === 'Property' ? node['key'] : null;
  if ((name as Node | null)?.type === 'Identifier') yield { text: (name as Node)['name'] as string, isName: true };
  if (node.type === 'TemplateElement') yield { text: (node['value'] as { raw: string }).raw, isName: false };
  if (node.type === 'Literal') {
    const { regex, value } = node as { regex?: { pattern: string }; value?: unknown };
    if (regex) yield { text: regex.pattern, isName: false };
    else if (typeof value === 'string') yield { text: value, isName: false };
  }
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child]) {
      if (typeof each === 'object' && each !== null && 'type' in each) yield* textsOf(each as Node);
    }
  }
}
