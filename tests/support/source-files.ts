/** Our own sources as syntax trees: for tests that hold the house together. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';

interface Node {
  type: string;
  [field: string]: unknown;
}

export interface Import {
  /** A path from the root for our own files, a package's specifier for others. */
  target: string;
  isOurs: boolean;
  /** Names of what is imported, types left out; '*' and 'default' as such. */
  values: string[];
}

export interface SourceFile {
  /** From the root, such as `lib/model/money.ts`. */
  path: string;
  text: string;
  imports: Import[];
  /** Names the file uses and does not declare: globals. */
  globals: Set<string>;
  /** Every property it reads, writes or calls by name, JSX attributes included: `innerHTML`, `Date.now`. */
  members: Set<string>;
  /** What it makes without arguments: `Date` for `new Date()`. */
  bareNews: Set<string>;
}

/** All files with one of these extensions below a folder, sorted. */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .toSorted();
}

/** The TypeScript files of these folders, parsed. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
    .map((path) => parseFile(path, readFileSync(path, 'utf8')));
}

export function parseFile(path: string, text: string): SourceFile {
  const { program, module } = parseSync(path, text);
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      values: entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? importName.kind),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, importName }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, values: [importName.name ?? importName.kind] }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      values: ['*'],
    })),
  ];
  const found = { globals: new Set<string>(), members: new Set<string>(), bareNews: new Set<string>() };
  look(program as unknown as Node, new Set(), found);
  return {
    path,
    text,
    imports: imports.map(({ specifier, values }) => {
      const isOurs = specifier.startsWith('.');
      return { target: isOurs ? normalize(join(dirname(path), specifier)) : specifier, isOurs, values };
    }),
    ...found,
  };
}

/** Every text that stands in the code itself: strings, templates, and words between tags. No comments, no patterns, no addresses of imports. */
export function textsIn(path: string): { text: string; isBetweenTags: boolean }[] {
  const texts: { text: string; isBetweenTags: boolean }[] = [];
  const visit = (node: Node): void => {
    if (/^(Import|Export.*)Declaration$/.test(node.type) && isNode(node['source'])) return;
    const { type, value } = node;
    if (type === 'JSXText') texts.push({ text: String(value), isBetweenTags: true });
    else if (type === 'Literal' && typeof value === 'string') texts.push({ text: value, isBetweenTags: false });
    else if (type === 'TemplateElement')
      texts.push({ text: (value as { cooked: string | null }).cooked ?? '', isBetweenTags: false });
    for (const field of Object.values(node)) for (const child of [field].flat()) if (isNode(child)) visit(child);
  };
  visit(parseSync(path, readFileSync(path, 'utf8')).program as unknown as Node);
  return texts;
}

type Found = Pick<SourceFile, 'globals' | 'members' | 'bareNews'>;

const SCOPES =
  /^(Program|BlockStatement|(Arrow)?FunctionExpression|(Function|Class)Declaration|ClassExpression|For(In|Of)?Statement|CatchClause)$/;
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Walks the tree with the names declared around each node; types are not walked. */
function look(node: Node, around: ReadonlySet<string>, found: Found): void {
  if (node.type.startsWith('TS') && !isNode(node['expression'])) return;
  const declared = SCOPES.test(node.type) ? new Set([...around, ...namesDeclaredIn(node)]) : around;
  if (node.type === 'Identifier' && !declared.has(String(node['name']))) found.globals.add(String(node['name']));
  if (node.type === 'JSXAttribute' && isNode(node['name'])) found.members.add(String(node['name']['name']));
  if (node.type === 'MemberExpression') noteMember(node, found);
  if (node.type === 'NewExpression' && (node['arguments'] as unknown[]).length === 0 && isNode(node['callee'])) {
    found.bareNews.add(String(node['callee']['name']));
  }
  for (const [field, value] of Object.entries(node)) {
    if (isNameOnly(node, field)) continue;
    for (const child of [value].flat()) if (isNode(child)) look(child, declared, found);
  }
}

function noteMember(node: Node, { members }: Found): void {
  const { object, property, computed } = node as { object?: unknown; property?: unknown; computed?: unknown };
  if (!isNode(property)) return;
  const name = computed ? property['value'] : property['name'];
  if (typeof name !== 'string') return;
  members.add(name);
  if (isNode(object) && typeof object['name'] === 'string') members.add(`${object['name']}.${name}`);
}

/** Positions in which an identifier is only a name: `a.name`, `{ name: 1 }`, imports. */
function isNameOnly(node: Node, field: string): boolean {
  if (/^(Import|Export)(Declaration|Specifier|DefaultSpecifier|NamespaceSpecifier)$/.test(node.type)) return true;
  return (field === 'key' || field === 'property') && node['computed'] !== true;
}

function partsOf(node: Node, field: string): Node[] {
  const parts = node[field];
  return Array.isArray(parts) ? (parts as unknown[]).filter(isNode) : [];
}

/** Names bound by a scope itself: its own, its parameters, its declarations. */
function namesDeclaredIn(scope: Node): string[] {
  const names: string[] = [];
  const bind = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    if (pattern.type === 'Identifier') names.push(String(pattern['name']));
    for (const field of ['left', 'argument', 'value', 'parameter']) bind(pattern[field]);
    for (const field of ['elements', 'properties']) for (const part of partsOf(pattern, field)) bind(part);
  };
  for (const parameter of partsOf(scope, 'params')) bind(parameter);
  bind(scope['param']);
  bind(scope['id']);
  const statements = [scope['body'], scope['init'], scope['left']].flat();
  for (const statement of statements) {
    if (!isNode(statement)) continue;
    const declaration = isNode(statement['declaration']) ? statement['declaration'] : statement;
    for (const part of partsOf(declaration, 'declarations')) bind(part['id']);
    for (const part of partsOf(declaration, 'specifiers')) bind(part['local']);
    if (/^(Function|Class)Declaration$/.test(declaration.type)) bind(declaration['id']);
  }
  return names;
}
