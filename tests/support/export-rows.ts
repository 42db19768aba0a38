/** Rows of exports under the columns that they had over the years, made up, and what each comes to. */
import { readdirSync, readFileSync } from 'node:fs';
import { plainName } from '../../lib/files/recognise.ts';
import type { ExportField, ExportKind } from '../../lib/platforms/export-kind.ts';
import { jdExports } from '../../lib/platforms/jd/export-columns.ts';
import { taobaoExports } from '../../lib/platforms/taobao/export-columns.ts';
import { csvOf, fileOf, importAll } from './export-files.ts';

export const exportKinds: readonly ExportKind[] = [...jdExports, ...taobaoExports];
export const kindOf = (id: string): ExportKind => exportKinds.find((kind) => kind.id === id)!;

const FOLDER = 'tests/fixtures/exports';
/** Lists of columns as the exports have them; a file's name begins with the kind it is of. */
export const columnLists: readonly { file: string; kind: ExportKind; names: string[] }[] = readdirSync(FOLDER).map(
  (file) => ({
    file,
    kind: exportKinds.find(({ id }) => file.startsWith(`${id}-`))!,
    names: JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as string[],
  }),
);

/** What must never come along with a row. */
export const NEVER = '不应留下';

/** One row of each kind, and what it comes to. */
export const made: Record<string, Partial<Record<ExportField, string>>> = {
  'jd-orders': {
    orderId: '3400070000015838',
    placedAt: '2026-05-01 11:00:00',
    paidAt: '2026-05-01 11:00:20',
    status: '等待确认收货',
    amount: '45.00',
    paidAmount: '44.00（系统计算中，该值仅供参考）',
    freight: '5.00',
    buyer: 'jd_made_up_01',
    title: '棉袜 五双',
    skuId: '10000000002018',
    quantity: '2',
    unitPrice: '20.00',
    address: `浙江杭州市余杭区${NEVER}**********`,
  },
  'jd-after-sales': {
    caseId: '1234567890',
    orderId: '3400070000015838',
    appliedAt: '2026-05-03 09:00:00',
    caseStatus: '待审核',
    type: '退货',
    refund: '40.00',
  },
  'taobao-item-sales': {
    lineId: '126520551000123458',
    orderId: '126520551000123457',
    placedAt: '2026-05-01 11:00:00',
    paidAt: '2026-05-01 11:00:20',
    status: '卖家已发货，等待买家确认',
    paidAmount: '30.00',
    amount: '50.00',
    refund: '20.00',
    refundStatus: '退款成功',
    buyer: '晴天_2020',
    title: '雪平锅 20 厘米',
    skuId: '77',
    quantity: '1',
    unitPrice: '50.00',
    carrier: '中通快递',
    address: `浙江省 杭州市 余杭区 ${NEVER}(310000)`,
    newAddress: '否',
  },
  'taobao-orders': {
    orderId: '126520551000123457',
    placedAt: '2026-05-01 11:00:00',
    paidAt: '2026-05-01 11:00:20',
    status: '卖家已发货，等待买家确认',
    amount: '470.00',
    paidAmount: '370.00',
    refund: '100.00',
    freight: '12.00',
    buyer: '晴天_2020',
    title: '雪平锅 20 厘米',
    pieces: '1',
    carrier: '中通快递',
    address: `浙江省 杭州市 余杭区 ${NEVER}(310000)`,
    newAddress: '否',
  },
  'taobao-lines': {
    orderId: '126520551000123457',
    status: '买家已付款，等待卖家发货',
    title: '雪平锅 20 厘米',
    quantity: '1',
    unitPrice: '239.00',
  },
};

const taobaoOrder = {
  orderId: '126520551000123457',
  placedAt: Date.parse('2026-05-01T11:00:00+08:00'),
  paidAt: Date.parse('2026-05-01T11:00:20+08:00'),
  status: 'shipped',
  buyer: { display: '晴天_2020', key: null, quality: 'probable' },
  carrier: '中通快递',
};
export const expected: Record<string, object> = {
  'jd-orders': {
    order: {
      orderId: '3400070000015838',
      placedAt: Date.parse('2026-05-01T11:00:00+08:00'),
      paidAt: Date.parse('2026-05-01T11:00:20+08:00'),
      status: 'shipped',
      amountFen: 4500,
      freightFen: 500,
      buyer: { display: 'jd_made_up_01', key: 'jd_made_up_01', quality: 'stable' },
      items: [{ title: '棉袜 五双', quantity: 2, unitPriceFen: 2000, skuId: '10000000002018', afterSale: 'none' }],
    },
    refundedFen: null,
    tellsAfterSales: false,
    line: 2,
  },
  'jd-after-sales': {
    afterSale: {
      caseId: '1234567890',
      orderId: '3400070000015838',
      appliedAt: Date.parse('2026-05-03T09:00:00+08:00'),
      refundFen: 4000,
      type: '退货',
      status: 'open',
      reason: null,
      buyer: { display: null, key: null, quality: 'masked' },
    },
    line: 2,
  },
  'taobao-item-sales': {
    order: {
      ...taobaoOrder,
      amountFen: null,
      freightFen: null,
      items: [{ title: '雪平锅 20 厘米', quantity: 1, unitPriceFen: 5000, skuId: '77', afterSale: 'refunded' }],
    },
    refundedFen: 2000,
    tellsAfterSales: true,
    line: 2,
  },
  'taobao-orders': {
    order: {
      ...taobaoOrder,
      amountFen: 47_000,
      freightFen: 1200,
      items: [{ title: '雪平锅 20 厘米', quantity: 1, unitPriceFen: null, skuId: null, afterSale: 'none' }],
    },
    refundedFen: 10_000,
    tellsAfterSales: false,
    line: 2,
  },
  'taobao-lines': {
    orderId: '126520551000123457',
    items: [{ title: '雪平锅 20 厘米', quantity: 1, unitPriceFen: 23_900, skuId: null, afterSale: 'none' }],
    line: 2,
  },
};

/** What a file comes to: its kind, the columns nobody knows, all that it brings and all that it refuses. */
export async function readRows(names: readonly string[], ...rows: readonly string[][]) {
  const { portions, summaries } = await importAll(fileOf('a.csv', csvOf([[...names], ...rows])));
  const [{ kind, unknownColumns } = { kind: null, unknownColumns: [] }] = summaries;
  return {
    kind,
    unknownColumns,
    entries: portions.flatMap(({ orders, lines, afterSales }) => [...orders, ...lines, ...afterSales]),
    rejects: portions.flatMap(({ rejects }) => rejects.map(({ what }) => what)),
  };
}

/** A row under the names of a list: the kind's own values, and in each column that is not kept what must never come along. */
export function rowUnder(names: readonly string[], { id, columns }: ExportKind): string[] {
  const fields = Object.entries(columns) as [ExportField, readonly string[]][];
  const first = fields.map(([field, aliases]) => {
    const plain = names.map(plainName);
    return [aliases.map((alias) => plain.indexOf(plainName(alias))).find((at) => at >= 0), made[id]![field]] as const;
  });
  const values = new Map(first);
  return names.map((_, at) => values.get(at) ?? NEVER);
}
