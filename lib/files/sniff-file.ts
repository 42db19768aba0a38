/** What a file is, by its first bytes: names and endings of exports lie (an `.xls` is often a web page). */
import { FileError } from './file-error.ts';

export type FileFormat = 'text' | 'zip';

/** So many of a file's first bytes tell. */
export const HEAD_BYTES = 512;

const SAVE_AS =
  '请用 Excel 或 WPS 打开后“另存为” .xlsx 或 .csv，再导入 (open it in Excel or WPS, save it as .xlsx or .csv)';

const refused: readonly [starts: (head: Uint8Array, text: string) => boolean, what: string][] = [
  [(head) => starts(head, [0xd0, 0xcf, 0x11, 0xe0]), '旧版 Excel 二进制文件 (an old binary .xls)'],
  [(_, text) => /^\s*(<!doctype html|<html|<table|<meta)/i.test(text), '网页格式的 .xls (a web page named .xls)'],
  [(_, text) => /^\s*<\?xml/i.test(text), 'XML 表格 (an XML spreadsheet)'],
  [(_, text) => text.startsWith('%PDF'), 'PDF'],
  [(head) => starts(head, [0x52, 0x61, 0x72, 0x21]), 'RAR 压缩包，请先解压 (a RAR archive: unpack it first)'],
  [(head) => starts(head, [0x37, 0x7a, 0xbc, 0xaf]), '7z 压缩包，请先解压 (a 7z archive: unpack it first)'],
];

/**
 * @param head the first `HEAD_BYTES` bytes, or all of a shorter file
 * @throws FileError of a file that is empty, or of a kind that is not read, with what to do
 */
export function sniffFile(head: Uint8Array): FileFormat {
  if (head.length === 0) throw new FileError('expected an export file, found an empty one: export it again');
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES)).replace(/^\u00ef\u00bb\u00bf/, '');
  const found = refused.find(([matches]) => matches(head, text));
  if (found) throw new FileError(`expected an export as .xlsx or .csv, found ${found[1]}. ${SAVE_AS}`);
  return 'text';
}

function starts(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
