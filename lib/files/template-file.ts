/** Own replies as files: csv for spreadsheets, json for another Liuke. What a file brings is checked row by row. */
import type { OwnTemplate } from '../model/own-template.ts';
import { formatDay } from '../model/shanghai-time.ts';
import { plainCell, writeCsv } from './write-csv.ts';
import { decodeText } from './decode-text.ts';
import { FileError } from './file-error.ts';
import { readCsv } from './read-csv.ts';
import type { Row } from './row.ts';
import {
  columns,
  platformWords,
  readColumns,
  stageWords,
  toneWords,
  type ColumnText,
  type FileRow,
  type KnownNames,
} from './template-columns.ts';

export type TemplateFormat = 'csv' | 'json';

/** The text of a file of these templates: a csv for people, a json that keeps everything. */
export function writeTemplates(templates: readonly OwnTemplate[], format: TemplateFormat, names: KnownNames): string {
  if (format === 'json') return `${JSON.stringify({ liuke: 'replies', version: 1, templates }, null, 2)}\n`;
  const wordIn = (named: KnownNames['scenes'], id: string) => named.find((one) => one.id === id)?.label.zh ?? id;
  return writeCsv([
    columns,
    ...templates.map((template) => [
      template.name,
      template.group ?? '',
      wordIn(names.scenes, template.scene),
      toneWords[template.tone],
      template.platforms.length > 1 ? '全部' : template.platforms.map((id) => platformWords[id]).join(''),
      template.text,
      template.owner ?? '',
      template.expiresDay === null ? '' : formatDay(template.expiresDay),
      (template.tierIds ?? []).map((id) => wordIn(names.tiers, id)).join('/'),
      (template.stages ?? []).map((stage) => stageWords[stage]).join('/'),
    ]),
  ]);
}

/**
 * @param bytes of the whole file: csv in UTF-8 or GBK, as Excel saves Chinese, or json
 * @param name of the file, whose ending tells the format
 * @throws FileError saying what was expected, when the file as a whole cannot be read
 */
export async function readTemplates(bytes: Uint8Array, name: string, names: KnownNames): Promise<FileRow[]> {
  const { pieces } = await decodeText(whole(bytes));
  if (name.toLowerCase().endsWith('.json')) return readJson(await textOf(pieces), names);
  const rows: Row[] = [];
  for await (const portion of readCsv(pieces)) rows.push(...portion);
  return readRows(rows, names);
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text.replace(/^\uFEFF/, '');
}

function readRows([head, ...rows]: readonly Row[], names: KnownNames): FileRow[] {
  const header = head?.cells ?? [];
  const missing = (['名称', '场景', '内容'] as const).filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new FileError(
      `expected the columns ${missing.join('、')} in the first line, found ${header.join('、') || 'nothing'}`,
      'templateColumns',
      missing.join('、'),
    );
  return rows.map(({ line, cells }) => {
    const cell = (column: ColumnText) => plainCell(cells[header.indexOf(column)] ?? '').trim();
    return { line, ...readColumns(cell, names) };
  });
}

/** What an export holds; a hand-written list of the same fields will do. */
function readJson(text: string, names: KnownNames): FileRow[] {
  const content = parsed(text) as { templates?: unknown } | unknown[] | null;
  const list = Array.isArray(content) ? content : (content?.templates ?? null);
  if (!Array.isArray(list)) throw new FileError('expected a list of templates, found none', 'noTemplates');
  return list.map((entry: unknown, index) => {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    return { line: index + 1, ...readColumns((column) => fieldText(fields, column), names) };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`expected json, found ${(error as Error).message}`, 'noJson');
  }
}

const fieldOf: Readonly<Record<ColumnText, string>> = {
  名称: 'name',
  分组: 'group',
  场景: 'scene',
  语气: 'tone',
  平台: 'platforms',
  内容: 'text',
  负责人: 'owner',
  到期日: 'expiresDay',
  客群: 'tierIds',
  订单阶段: 'stages',
};

function fieldText(fields: Record<string, unknown>, column: ColumnText): string {
  const value = fields[fieldOf[column]];
  if (column === '到期日' && typeof value === 'number' && Number.isInteger(value)) return formatDay(value);
  if (Array.isArray(value)) return value.join('/');
  return typeof value === 'string' ? value.trim() : '';
}
