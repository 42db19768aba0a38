import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../lib/files/read-csv.ts';
import { readSheets, type Sheet } from '../../../lib/files/read-xlsx.ts';
import { writeTable, type ExportCell, type ExportFormat } from '../../../lib/files/write-table.ts';

async function* portionsOf(...portions: ExportCell[][][]) {
  for (const portion of portions) yield portion;
}

async function bytesOf(format: ExportFormat, rows: ExportCell[][], head = ['订单号', '客户', '金额']) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of writeTable(format, head, portionsOf(rows))) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function firstSheet(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet['rows']> {
  const { value } = await readSheets(new Blob([bytes])).next();
  return (value as Sheet).rows;
}

async function cellsOf(format: ExportFormat, bytes: Uint8Array<ArrayBuffer>): Promise<(readonly string[])[]> {
  const rows = [];
  async function* text() {
    yield textOf(bytes).replace(/^\uFEFF/, '');
  }
  for await (const portion of format === 'csv' ? readCsv(text()) : await firstSheet(bytes)) rows.push(...portion);
  // What is left of ="…", which an import takes away with the rest that platforms put around numbers.
  return rows.map(({ cells }) => cells.map((cell) => cell.replace(/^=(?=\d)/, '')));
}

const formulas = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("http://x")',
];

describe.each(['csv', 'xlsx'] as const)('a table as %s', (format) => {
  test('is read back as it was: long numbers digit by digit, amounts as numbers, nothing for not known', async () => {
    const rows: ExportCell[][] = [
      [{ id: '3090112233448831' }, '张**', 12.5],
      [{ id: '4217000000012539081' }, '带,逗号和"引号"', null],
    ];
    expect(await cellsOf(format, await bytesOf(format, rows))).toEqual([
      ['订单号', '客户', '金额'],
      ['3090112233448831', '张**', '12.5'],
      ['4217000000012539081', '带,逗号和"引号"', ''].slice(0, format === 'xlsx' ? 2 : 3),
    ]);
  });

  test.each(formulas)('runs nothing of %j, also where it is a name', async (text) => {
    const cells = await cellsOf(format, await bytesOf(format, [[{ id: text }, text, 1]]));
    for (const cell of cells[1]!.slice(0, 2)) expect(cell.trim().startsWith("'")).toBe(true);
  });

  test('with a thousand portions holds one of them at a time', async () => {
    let asked = 0;
    let written = 0;
    async function* portions() {
      for (; asked < 1000; asked += 1)
        yield Array.from({ length: 20 }, (_, row) => [{ id: `${asked}${row}` }, '客户', 1]);
    }
    let most = 0;
    for await (const piece of writeTable(format, ['a', 'b', 'c'], portions())) {
      written += piece.length;
      most = Math.max(most, piece.length);
    }
    expect(written).toBeGreaterThan(100_000);
    expect(most).toBeLessThan(written / 2);
  });
});

test('csv has a mark that Excel knows Chinese by, CRLF, and long numbers as text', async () => {
  const text = textOf(await bytesOf('csv', [[{ id: '3090112233448831' }, { id: '12345' }, -5]]));
  expect(text).toBe('\uFEFF订单号,客户,金额\r\n="3090112233448831",12345,-5\r\n');
});
