/** What a file is, by its first bytes: names and endings of exports lie (an `.xls` is often a web page). */
import { FileError, type FileProblemKind } from './file-error.ts';

export type FileFormat = 'text' | 'zip';

/** So many of a file's first bytes tell. */
export const HEAD_BYTES = 512;

const SAVE_AS = 'open it in Excel or WPS, save it as .xlsx or .csv';

const refused: readonly [starts: (head: Uint8Array, text: string) => boolean, what: string, kind: FileProblemKind][] = [
  [(head) => starts(head, [0xd0, 0xcf, 0x11, 0xe0]), 'an old binary .xls', 'oldExcel'],
  [(_, text) => /^\s*(<!doctype html|<html|<table|<meta)/i.test(text), 'a web page named .xls', 'webPage'],
  [(_, text) => /^\s*<\?xml/i.test(text), 'an XML spreadsheet', 'xmlSheet'],
  [(_, text) => text.startsWith('%PDF'), 'a PDF', 'pdf'],
  [(head) => starts(head, [0x52, 0x61, 0x72, 0x21]), 'a RAR archive: unpack it first', 'rar'],
  [(head) => starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff]), 'a text in UTF-16 ("Unicode text")', 'utf16'],
  [(head) => starts(head, [0x37, 0x7a, 0xbc, 0xaf]), 'a 7z archive: unpack it first', 'sevenZip'],
];

/**
 * @param head the first `HEAD_BYTES` bytes, or all of a shorter file
 * @throws FileError of a file that is empty, or of a kind that is not read, with what to do
 */
export function sniffFile(head: Uint8Array): FileFormat {
  if (head.length === 0) throw new FileError('expected an export file, found an empty one: export it again', 'empty');
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES)).replace(/^\u00ef\u00bb\u00bf/, '');
  const found = refused.find(([matches]) => matches(head, text));
  if (found) throw new FileError(`expected an export as .xlsx or .csv, found ${found[1]}. ${SAVE_AS}`, found[2]);
  return 'text';
}

function starts(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
