import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../lib/files/read-csv.ts';
import { csvOf } from '../../support/export-files.ts';

async function rowsOf(text: string, pieceLength = text.length || 1) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
  }
  const rows = [];
  for await (const portion of readCsv(pieces())) rows.push(...portion);
  return rows;
}
const cellsOf = async (text: string) => (await rowsOf(text)).map(({ cells }) => cells);

describe('a text of an export', () => {
  test('keeps the mark of an id that no spreadsheet has touched, commas within it, too', async () => {
    expect(await cellsOf('="35153130000293579","a","",=""\r\n="1,2",b')).toEqual([
      ['=35153130000293579', 'a', '', '='],
      ['=1,2', 'b'],
    ]);
  });

  test('may have a byte order mark, blanks and tabs around cells, and a comma after the last', async () => {
    expect(await cellsOf('\uFEFF"订单编号", "收货地址 " ,"数量"\n1,\t2\t,3,\n')).toEqual([
      ['订单编号', '收货地址', '数量'],
      ['1', '2', '3', ''],
    ]);
  });

  test('may be parted by tabs', async () => {
    expect(await cellsOf('订单号\t数量\n1,5\t2')).toEqual([
      ['订单号', '数量'],
      ['1,5', '2'],
    ]);
  });

  test('has quotes, commas and line ends within quotes, and numbers its rows by lines', async () => {
    const rows = await rowsOf('a,b\n"x ""y"", z","two\nlines"\n\nlast,1\n');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y", z', 'two\nlines'] },
      { line: 5, cells: ['last', '1'] },
    ]);
  });

  test('reads the same in pieces of any length', async () => {
    const cell = fc.stringMatching(/^[a"=\r\n,\u8bb0 ]{0,6}$/).map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, pieceLength) => {
        const text = csvOf(rows);
        expect((await rowsOf(text, pieceLength)).map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text that is no table', () => {
  test('ends at a quote that is never closed, with its row', async () => {
    await expect(rowsOf('a,b\n1,"two\n3,4')).rejects.toThrow('row 2: expected the end of the row');
    await expect(rowsOf(`a,b\n1,"${'x\n'.repeat(150_000)}`, 1000)).rejects.toThrow(
      'row 2: expected the end of the row',
    );
  });

  test('ends at a row of a million columns, and at a cell of 10 MB', async () => {
    await expect(rowsOf(`a,b\n${','.repeat(1_000_000)}`)).rejects.toThrow('row 2: expected a row of an export');
    await expect(rowsOf(`a,b\n1,${'x'.repeat(10_000_000)}\n`)).rejects.toThrow(
      'row 2: expected a row of an export, found a cell of 10000000 characters',
    );
    // Read piece by piece its end is never seen.
    await expect(rowsOf(`a,b\n1,${'x'.repeat(300_000)}\n`, 10_000)).rejects.toThrow(
      'row 2: expected a row of an export, found a cell of more than 100000 characters',
    );
  });
});
