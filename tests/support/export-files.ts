/** Export files of a made-up shop, as the platforms write them. */
import { zipSync } from 'fflate';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { openTable, unrecognised, type ImportPortion } from '../../lib/files/import-table.ts';
import { Summary, type ImportSummary } from '../../lib/files/import-summary.ts';
import { readTables, type SourceFile } from '../../lib/files/read-table.ts';

export type Cell = string | number | Date | null;

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  const blob = new Blob([content as BlobPart]);
  return { name, size: blob.size, slice: (start, end) => blob.slice(start, end) };
}

export async function workbookOf(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  return await workbookWith({ Sheet1: rows });
}

/** @param sheets name -> rows */
export async function workbookWith(sheets: Record<string, readonly (readonly Cell[])[]>): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows as unknown as CellValue[][] })),
  });
}

export function archiveOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? encoder.encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

/** Every cell in quotes, CRLF: as both platforms write. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n';
}

export const jdNames = [
  '订单号',
  '商品ID',
  '商品名称',
  '订购数量',
  '下单时间',
  '京东价',
  '订单金额',
  '商家应收',
  '应付金额',
  '订单状态',
  '下单帐号',
  '客户姓名',
  '联系电话',
  '运费金额',
  '付款确认时间',
] as const;

/** One row of a JD export: an order of ¥45 by one buyer; a test names what it is about. */
export function jdRow(changes: Partial<Record<(typeof jdNames)[number], string>> = {}): string[] {
  const row: Record<string, string> = {
    订单号: '3400070000015838',
    商品ID: '10000000002018',
    商品名称: '棉袜 五双',
    订购数量: '2',
    下单时间: '2026-05-01 11:00:00',
    京东价: '20.00',
    订单金额: '40.00',
    商家应收: '45.00',
    应付金额: '45.00',
    订单状态: '完成',
    下单帐号: 'jd_made_up_01',
    客户姓名: '李**',
    联系电话: '1******1111',
    运费金额: '5.00',
    付款确认时间: '2026-05-01 11:00:20',
    ...changes,
  };
  return jdNames.map((name) => row[name]!);
}

/** Everything that is in the tables of a file. */
export async function importAll(file: SourceFile): Promise<{ portions: ImportPortion[]; summaries: ImportSummary[] }> {
  const portions: ImportPortion[] = [];
  const summaries: ImportSummary[] = [];
  for await (const table of readTables(file)) {
    const { head, plan, portions: read } = await openTable(table);
    if (!plan) throw unrecognised(table.name, head);
    const summary = new Summary(table, plan);
    for await (const portion of read(plan)) {
      portions.push(portion);
      summary.add(portion);
    }
    summaries.push(summary.result());
  }
  return { portions, summaries };
}

/** The orders and rejects of one text of JD rows. */
export async function importJd(...rows: readonly string[][]) {
  const { portions, summaries } = await importAll(fileOf('orders.csv', csvOf([[...jdNames], ...rows])));
  return {
    orders: portions.flatMap(({ orders }) => orders),
    rejects: portions.flatMap(({ rejects }) => rejects),
    summary: summaries[0]!,
  };
}
