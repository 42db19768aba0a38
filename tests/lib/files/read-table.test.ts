import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTables, type SourceFile } from '../../../lib/files/read-table.ts';
import { archiveOf, fileOf, workbookOf } from '../../support/export-files.ts';

async function tablesOf(file: SourceFile) {
  const tables = [];
  for await (const { name, format, encoding, rows } of readTables(file)) {
    const cells = [];
    for await (const portion of rows) cells.push(...portion.map((row) => row.cells));
    tables.push({ name, format, encoding, cells });
  }
  return tables;
}

/** 订单号 in GBK. */
const GBK = new Uint8Array([0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x32]);

describe('a file', () => {
  test('is told by its bytes, whatever it is called', async () => {
    expect(await tablesOf(fileOf('a.xls', '订单号,a\n1,2'))).toMatchObject([{ format: 'csv', encoding: 'utf-8' }]);
    expect(await tablesOf(fileOf('a.csv', await workbookOf([['订单号']])))).toMatchObject([{ format: 'xlsx' }]);
  });

  test('is read as GBK where it is no UTF-8', async () => {
    expect(await tablesOf(fileOf('a.csv', GBK))).toEqual([
      {
        name: 'a.csv',
        format: 'csv',
        encoding: 'gb18030',
        cells: [
          ['订单号', 'a'],
          ['1', '2'],
        ],
      },
    ]);
  });

  test('in an archive is read as if it lay there alone; what is no table is passed over', async () => {
    const archive = archiveOf({
      'readme.html': '<html>',
      '__MACOSX/._a.csv': 'x',
      'a.csv': '订单号\n1',
      'b.xlsx': await workbookOf([['订单号'], ['2']]),
    });
    expect(await tablesOf(fileOf('export.zip', archive))).toMatchObject([
      { name: 'a.csv', cells: [['订单号'], ['1']] },
      { name: 'b.xlsx', cells: [['订单号'], ['2']] },
    ]);
  });
});

describe('a cell of a workbook', () => {
  test('is text: amounts without their rounding, times as the platforms write them', async () => {
    const cells = ['a', 178.79999999999998, 12, new Date('2026-05-01T10:01:02Z'), null, 'last'];
    expect((await tablesOf(fileOf('a.xlsx', await workbookOf([cells]))))[0]!.cells).toEqual([
      ['a', '178.8', '12', '2026-05-01 10:01:02', '', 'last'],
    ]);
  });

  test('of more digits than a number can have shows it', async () => {
    const ids = [3_400_070_000_015_838, 3_400_070_000_015_830, Number('35153130000293579'), '35153130000293579'];
    expect((await tablesOf(fileOf('a.xlsx', await workbookOf([ids]))))[0]!.cells).toEqual([
      ['3400070000015838', '3400070000015830', '3.515313000029358e+16', '35153130000293579'],
    ]);
  });

  test('that is a number among ids that are texts shows that it was typed in', async () => {
    const rows = [['3400070000015830'], [3_400_070_000_015_840], [3_400_070_000_015_841]];
    expect((await tablesOf(fileOf('a.xlsx', await workbookOf(rows))))[0]!.cells).toEqual([
      ['3400070000015830'],
      ['3.40007000001584e+15'],
      ['3400070000015841'],
    ]);
  });
});

/** As Excel writes "Unicode text". */
function utf16(text: string): Uint8Array {
  return new Uint8Array(new Uint16Array([0xfeff, ...text.split('').map((letter) => letter.charCodeAt(0))]).buffer);
}

/** The archive with other bytes wherever these letters stand. */
function withName(archive: Uint8Array, letters: string, bytes: readonly number[]): Uint8Array {
  const text = Array.from(archive, (byte) => String.fromCharCode(byte)).join('');
  return Uint8Array.from(text.replaceAll(letters, String.fromCharCode(...bytes)), (each) => each.charCodeAt(0));
}

/** An archive whose files from number `from` on say that they are locked. */
function lockedArchive(files: Record<string, string>, from = 0): Uint8Array {
  const bytes = archiveOf(files);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const [mark, flags] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const) {
    let number = 0;
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (view.getUint32(at, true) !== mark) continue;
      if (number >= from) view.setUint16(at + flags, view.getUint16(at + flags, true) | 1, true);
      number += 1;
    }
  }
  return bytes;
}

describe('a file that is not read', () => {
  test.each([
    ['an empty one', new Uint8Array(0), 'found an empty one'],
    ['an old binary .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'an old binary .xls'],
    ['a web page', '\n<html xmlns:o="x"><table>', 'a web page named .xls'],
    ['an XML spreadsheet', '\uFEFF<?xml version="1.0"?><Workbook>', 'an XML spreadsheet'],
    ['a PDF', '%PDF-1.7', 'PDF'],
    ['a RAR archive', 'Rar!\u001a', 'a RAR archive'],
    ['a UTF-16 text', utf16('订单号\t金额\n1\t2'), 'a text in UTF-16'],
    ['one with its bytes the other way round', new Uint8Array([0xfe, 0xff, 0x8b, 0xa2]), 'a text in UTF-16'],
    ['an archive under a password', lockedArchive({ 'a.csv': '订单号\n1' }), 'an archive without a password'],
    [
      'one whose later file alone is locked',
      lockedArchive({ 'readme.txt': 'x', 'a.csv': '订单号\n1' }, 1),
      'without a password',
    ],
    [
      'a workbook that was locked as an archive',
      lockedArchive({ 'xl/workbook.xml': '<workbook/>' }),
      'without a password',
    ],
    ['an archive without tables', archiveOf({ 'a.html': '<p>' }), 'found none'],
    ['a cut archive', archiveOf({ 'a.csv': 'a,b\n'.repeat(9999) }).subarray(0, 60), 'a damaged or cut one'],
    ['a cut workbook', new Uint8Array(0), ''],
    ['UTF-8 with other bytes far inside', new Uint8Array(0), 'found other bytes before byte'],
  ])('%s says what it is and what to do', async (name, content, message) => {
    const bytes =
      name === 'a cut workbook'
        ? (await workbookOf(Array.from({ length: 500 }, (_, index) => [`订单号${index}`, index]))).subarray(0, 2500)
        : name.startsWith('UTF-8')
          ? new Uint8Array([...new TextEncoder().encode('订单号,a\n'.repeat(8000)), 0xb6, 0xff, 0x0a])
          : content;
    await expect(tablesOf(fileOf('a.xls', bytes))).rejects.toThrow(message === '' ? 'expected a workbook' : message);
  });

  test.each([
    ['an archive', async () => ({ 'a.csv': new TextEncoder().encode('订单号,金额\n1,45.00\n') }), 'damaged or cut'],
    ['a workbook', async () => unzipSync(await workbookOf([['订单号'], ['45.00']])), 'one of its parts is damaged'],
  ])('%s in which one digit was turned into another is damaged', async (_, parts, message) => {
    const bytes = zipSync(await parts(), { level: 0 });
    const read = async () => await tablesOf(fileOf('a', bytes));
    expect(JSON.stringify(await read())).toContain('45.00');
    bytes[Buffer.from(bytes).indexOf('45.00')] = '9'.charCodeAt(0);
    await expect(read()).rejects.toThrow(message);
  });

  test.each([
    ['GBK, as Windows packs in China', [0xb6, 0xa9, 0xb5, 0xa5]],
    ['UTF-8 that does not say so', [0xc3, 0xa9, 0xc3, 0xa9]],
  ])('a name in %s is read, and its checksum compared', async (_, letters) => {
    const table = new TextEncoder().encode('订单号,金额\n1,45.00\n');
    const archive = withName(zipSync({ 'wxyz.csv': table }, { level: 0 }), 'wxyz', letters);
    const name = letters[0] === 0xb6 ? '订单.csv' : 'éé.csv';
    expect(await tablesOf(fileOf('a.zip', archive))).toMatchObject([
      {
        name,
        cells: [
          ['订单号', '金额'],
          ['1', '45.00'],
        ],
      },
    ]);
    const changed = withName(
      archive,
      '45.00',
      Array.from('46.00', (each) => each.charCodeAt(0)),
    );
    await expect(tablesOf(fileOf('a.zip', changed))).rejects.toThrow('damaged or cut');
  });

  test('an archive that unpacks to gigabytes of one cell ends early', async () => {
    const bomb = archiveOf({ 'a.csv': new Uint8Array(64 * 1024 * 1024).fill(97) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(tablesOf(fileOf('a.zip', bomb))).rejects.toThrow('row 1: expected');
  });
});
