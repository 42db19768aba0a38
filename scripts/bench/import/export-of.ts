/** Large exports of JD orders, made up: 80 columns as in 2026, one to three rows an order, three years, three tenths as many buyers. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Zip, ZipDeflate } from 'fflate';
import { jdExports } from '../../../lib/platforms/jd/export-columns.ts';
import { seeded } from '../insight/bench.ts';

const DAY_MS = 86_400_000;
const LAST_AT = Date.UTC(2026, 7, 6);
const TITLES = [
  '棉袜 五双 加厚 冬季 中筒 男女同款',
  '抽纸 4层 便携 24包 家用实惠装',
  '天丝四件套 1.8m 床单款',
  '全脂牛奶粉 罐装 900g',
];
const { columns, ignored } = jdExports[0]!;
export const exportColumns: readonly string[] = [
  ...Object.values(columns).map((names) => names[0]!),
  ...ignored.slice(0, 80 - Object.keys(columns).length),
];

/** Rows of orders that stand together, the newest first, as the console exports them. */
export function* exportRows(rows: number, buyerOf?: (order: number) => number): Generator<string[]> {
  const random = seeded(20_260_806);
  const buyers = Math.ceil(rows / 5);
  const place = (name: string) => exportColumns.indexOf(name);
  let written = 0;
  for (let order = 0; written < rows; order += 1) {
    const lines = Math.min(rows - written, 1 + Math.floor(random() * 2.3));
    const placedAt = LAST_AT - Math.floor((order / rows) * 1095 * DAY_MS * 1.5);
    const buyer = buyerOf?.(order) ?? Math.floor(random() ** 1.5 * buyers);
    const shared: Record<string, string> = {
      订单号: String(3_499_999_999_999_999 - order * 977),
      下单时间: timeText(placedAt),
      付款确认时间: timeText(placedAt + 40_000),
      订单状态: random() < 0.06 ? '(删除)等待出库' : '完成',
      应付金额: (20 + random() * 300).toFixed(2),
      运费金额: '0.00',
      下单帐号: `jd_${Math.imul(buyer, 2_654_435_761) >>> 0}x`,
      支付方式: '在线支付',
      客户姓名: '李**',
      联系电话: '1******1111',
      客户地址: '江苏宿迁市沭阳县**********',
    };
    for (let line = 0; line < lines; line += 1) {
      const cells = Array.from({ length: exportColumns.length }, () => '');
      const sku = Math.floor(random() * 400);
      const own = {
        ...shared,
        商品ID: String(10_000_000_002_018 + sku),
        商品名称: `${TITLES[sku % TITLES.length]} ${sku}`,
        订购数量: String(1 + (sku % 3)),
        京东价: '29.90',
      };
      for (const [name, value] of Object.entries(own)) cells[place(name)] = value;
      yield cells;
      written += 1;
    }
  }
}

/** @param buyerOf whose order it is, by its place; left out, few buyers have many */
export async function writeCsvExport(path: string, rows: number, buyerOf?: (order: number) => number): Promise<void> {
  const out = createWriteStream(path);
  let text = `\uFEFF${exportColumns.map((name) => `"${name}"`).join(',')}\r\n`;
  for (const cells of exportRows(rows, buyerOf)) {
    text += `${cells.map((cell, index) => (index === 0 ? `="${cell}"` : cell === '' ? '' : `"${cell}"`)).join(',')}\r\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

/** A workbook of one sheet, texts where they stand: what large exports are. */
export async function writeXlsxExport(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  const zip = new Zip((error, data) => {
    if (error) throw error;
    out.write(data);
  });
  const encoder = new TextEncoder();
  const part = (name: string, pieces: Iterable<string>) => {
    const file = new ZipDeflate(name, { level: 1 });
    zip.add(file);
    for (const piece of pieces) file.push(encoder.encode(piece));
    file.push(new Uint8Array(0), true);
  };
  for (const [name, text] of Object.entries(workbookParts)) part(name, [text]);
  part('xl/worksheets/sheet1.xml', sheetPieces(rows));
  zip.end();
  out.end();
  await once(out, 'finish');
}

function* sheetPieces(rows: number): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(1, exportColumns)}`;
  let text = '';
  let number = 1;
  for (const cells of exportRows(rows)) {
    number += 1;
    text += rowXml(number, cells);
    if (text.length < 200_000) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData></worksheet>`;
}

function rowXml(number: number, cells: readonly string[]): string {
  const xml = cells.map((cell, index) =>
    cell === '' ? '' : `<c r="${columnName(index)}${number}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${xml.join('')}</row>`;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : String.fromCharCode(64 + Math.floor(index / 26)) + letter;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const workbookParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

function timeText(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
