import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheets, type Sheet } from '../../../lib/files/read-xlsx.ts';
import { readTables } from '../../../lib/files/read-table.ts';
import { fileOf } from '../../support/export-files.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook in the order of the archive. */
function partsOf(sheetData: string, { shared = '', formats = '', book = '' } = {}): [string, string][] {
  return [
    ['[Content_Types].xml', '<Types/>'],
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `<?xml version="1.0"?><x:worksheet xmlns:x="m"><!-- a > b --><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    ],
    [
      'xl/worksheets/sheet2.xml',
      '<worksheet><sheetData><row><c t="str"><v>other</v></c></row></sheetData></worksheet>',
    ],
    [
      'xl/workbook.xml',
      `<workbook>${book}<sheets><sheet name="a>b" sheetId="2" r:id="rA"/><sheet name="c" sheetId="1" r:id="rB"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Target="worksheets/sheet2.xml" Type="${REL}/worksheet" Id="rB"/><Relationship Target="worksheets/sheet1.xml" Type="${REL}/worksheet" Id="rA"/>` +
        `<Relationship Target="styles.xml" Type="${REL}/styles" Id="rC"/><Relationship Target="sharedStrings.xml" Type="${REL}/sharedStrings" Id="rD"/></Relationships>`,
    ],
    ['xl/styles.xml', `<styleSheet>${formats}</styleSheet>`],
    ['xl/sharedStrings.xml', `<sst>${shared}</sst>`],
  ];
}

const encode = (text: string) => new TextEncoder().encode(text);
const packed = (parts: [string, string][]) =>
  zipSync(Object.fromEntries(parts.map(([name, text]) => [name, encode(text)])));

/** As programs write that do not know how long a part will be when they begin it. */
function streamed(parts: [string, string][]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, data) => pieces.push(data));
  for (const [index, [name, text]] of parts.entries()) {
    const file = index % 2 ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(encode(text), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

async function rowsOf(bytes: Uint8Array) {
  const rows = [];
  for await (const sheet of readSheets(fileOf('a.xlsx', bytes))) {
    for await (const portion of sheet.rows) rows.push(...portion);
    return rows;
  }
  throw new Error('no sheet');
}

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('the first sheet of a workbook', () => {
  const sheet =
    '<x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="C2" s="1"><x:v>45000.5</x:v></x:c><c r="D2" s="2"><v>0.25</v></c></x:row>' +
    `<row r='5'><c r='B5'><v>12.30</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>${cell('F5', '&#20840;&amp;_x000A_&lt;')}</row><row r="6"><c r="A6"/></row>`;
  const more = {
    shared:
      '<si><t>no</t></si><si><r><rPr><b/></rPr><t>订单</t></r><r><t xml:space="preserve">号 </t></r><rPh sb="0" eb="1"><t>ding</t></rPh></si>',
    formats:
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
  };
  const wanted = [
    { line: 2, cells: ['订单号', '', '2023-03-15 12:00:00', '0.25'] },
    { line: 5, cells: ['', '12.3', 'true', '#N/A', '', '全&\n<'] },
  ];

  test('is found by what the workbook says, whatever the order of its parts', async () => {
    const parts = partsOf(sheet, more);
    expect(await rowsOf(packed(parts))).toEqual(wanted);
    expect(await rowsOf(packed(parts.toReversed()))).toEqual(wanted);
  });

  test('is read where the archive does not say beforehand how long its parts are', async () => {
    expect(await rowsOf(streamed(partsOf(sheet, more)))).toEqual(wanted);
  });

  test('counts its days from 1904 where the workbook says so', async () => {
    const book = '<workbookPr date1904="1"/>';
    const [row] = await rowsOf(packed(partsOf('<row r="1"><c s="1"><v>1</v></c></row>', { ...more, book })));
    expect(row!.cells).toEqual(['1904-01-02 00:00:00']);
  });

  test('is read no faster than its rows are taken', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `<row>${cell(`A${index + 1}`, `order ${index}`)}</row>`);
    const bytes = packed(partsOf(rows.join('')));
    let askedFor = 0;
    const file = {
      size: bytes.length,
      slice: (start: number, end: number) => {
        askedFor += end - start;
        return new Blob([bytes.slice(start, end)]);
      },
    };
    const { value: first } = await readSheets(file).next();
    const reading = (first as Sheet).rows[Symbol.asyncIterator]();
    await reading.next();
    const atFirst = askedFor;
    let read = 0;
    for (let next = await reading.next(); !next.done; next = await reading.next()) read += next.value.length;
    expect(read).toBe(60_000 - 500);
    expect(atFirst).toBeLessThan(400_000);
    expect(askedFor).toBeGreaterThanOrEqual(atFirst);
  });
});

describe('the sheets of a workbook', () => {
  const row = (text: string) => `<row r="1">${cell('A1', text)}</row>`;
  async function sheetsOf(parts: [string, string][]) {
    const sheets: [string, string[]][] = [];
    for await (const { name, rows } of readSheets(fileOf('a.xlsx', packed(parts)))) {
      const cells: string[] = [];
      try {
        for await (const portion of rows) cells.push(...portion.flatMap((each) => each.cells));
      } catch (error) {
        cells.push((error as Error).message);
      }
      sheets.push([name, cells]);
    }
    return sheets;
  }

  test('are read one after the other, by their names', async () => {
    expect(await sheetsOf(partsOf(row('first')))).toEqual([
      ['a>b', ['first']],
      ['c', ['other']],
    ]);
  });

  test('that are empty are passed over; where all are, the first is there, and empty', async () => {
    expect(await sheetsOf(partsOf(''))).toEqual([['c', ['other']]]);
    const none = partsOf('').map(([name, text]): [string, string] => [name, text.replace(/<row>.*<\/row>/, '')]);
    expect(await sheetsOf(none)).toEqual([['a>b', []]]);
  });

  test('that are damaged cost no other', async () => {
    const sheets = await sheetsOf(partsOf(`<row r="3"><c r="XFD3"><v>1</v></c></row>`));
    expect(sheets).toEqual([
      ['a>b', [expect.stringMatching(/^row 3: /)]],
      ['c', ['other']],
    ]);
  });

  test('are looked into for their first rows alone where nobody asks for the others', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `<row>${cell(`A${index + 1}`, `order ${index}`)}</row>`);
    const parts = partsOf(rows.join('')).map(([name, text]): [string, string] => [
      name,
      name.endsWith('sheet2.xml') ? `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>` : text,
    ]);
    const bytes = packed(parts);
    let askedFor = 0;
    const slice = (start: number, end: number) => {
      askedFor += end - start;
      return new Blob([bytes.slice(start, end)]);
    };
    let sheets = 0;
    for await (const sheet of readSheets({ size: bytes.length, slice })) sheets += Number(sheet.name !== '');
    expect(sheets).toBe(2);
    expect(askedFor).toBeLessThan(bytes.length * 1.5);
    expect(askedFor).toBeLessThan(700_000);
  });

  test('share their texts', async () => {
    const shared = '<si><t>订单号</t></si>';
    const parts = partsOf('<row><c t="s"><v>0</v></c></row>', { shared }).map(([name, text]): [string, string] => [
      name,
      name.endsWith('sheet2.xml') ? text.replace('t="str"><v>other', 't="s"><v>0') : text,
    ]);
    expect(await sheetsOf(parts)).toEqual([
      ['a>b', ['订单号']],
      ['c', ['订单号']],
    ]);
  });
});

describe('a workbook that is made to hurt', () => {
  const refused = async (parts: [string, string][]) =>
    await rowsOf(packed(parts)).then(
      () => 'read',
      (error: Error) => error.message,
    );

  test.each([
    ['a row of a million columns', `<row r="7">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`, /^row 7: .*1000 columns/],
    ['a cell far to the right', '<row r="3"><c r="XFD3"><v>1</v></c></row>', /^row 3: .*1000 columns/],
    [
      'a number of 10 MB',
      `<row r="4"><c r="A4"><v>${'1'.repeat(10_000_000)}</v></c></row>`,
      /^row 4: .*characters|without an end/,
    ],
    [
      'a text of 10 MB in pieces',
      `<row r="5"><c t="inlineStr"><is>${'<t>aaaaaaaaaa</t>'.repeat(1_000_000)}</is></c></row>`,
      /^row 5: .*characters/,
    ],
    [
      'a text of 10 MB',
      `<row r="5"><c t="inlineStr"><is><t>${'a'.repeat(10_000_000)}</t></is></c></row>`,
      /^row 5: .*characters|without an end/,
    ],
    ['a tag without an end', `<row r="5" ${'a'.repeat(9_000_000)}`, /without an end|cut/],
    ['a quote that is never closed', `<row r="5><c>${'<v>1</v>'.repeat(900_000)}`, /without an end|cut/],
  ])('ends at %s, and says at which row', { timeout: 30_000 }, async (_, sheet, message) => {
    expect(await refused(partsOf(sheet))).toMatch(message);
  });

  test('names no file and no address that is ever looked up', async () => {
    const sheet = '<row r="1"><c t="str"><v>&xxe;&amp;amp;</v></c></row>';
    const parts = partsOf(sheet).map(([name, text]): [string, string] => [
      name,
      text.replace('<x:worksheet', '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><x:worksheet'),
    ]);
    expect(await rowsOf(packed(parts))).toEqual([{ line: 1, cells: ['&xxe;&amp;'] }]);
  });

  test('is refused where it is cut anywhere', { timeout: 30_000 }, async () => {
    const bytes = packed(
      partsOf(Array.from({ length: 300 }, (_, row) => `<row>${cell(`A${row + 1}`, 'x')}</row>`).join('')),
    );
    for (let length = 40; length < bytes.length - 1; length += 37)
      await expect(rowsOf(bytes.subarray(0, length))).rejects.toThrow(/expected a workbook/);
  });

  test('is refused where its list points to itself or to nowhere', async () => {
    const bytes = packed(partsOf('<row><c><v>1</v></c></row>'));
    const end = bytes.length - 22;
    for (const at of [0, 1, end, 0xffff_fff0]) {
      const broken = bytes.slice();
      new DataView(broken.buffer).setUint32(end + 16, at, true);
      await expect(rowsOf(broken)).rejects.toThrow(/expected a workbook/);
    }
  });

  test('under a password is said to be so, also within an archive', async () => {
    const archive = zipSync({ 'a.xlsx': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]) });
    const read = async () => {
      for await (const table of readTables(fileOf('a.zip', archive)))
        for await (const portion of table.rows) expect(portion).toEqual([]);
    };
    await expect(read()).rejects.toThrow('without a password');
  });
});
