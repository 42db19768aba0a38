import { FileFindings } from '../../../components/dashboard/import/FileFindings.tsx';
import { Mapping } from '../../../components/dashboard/import/Mapping.tsx';
import type { ReadableTable, TableHead, UnreadTable } from '../../../components/dashboard/import/examine.ts';
import type { ChosenFile } from '../../../components/dashboard/import/useImport.ts';
import { ImportReplies } from '../../../components/dashboard/replies/ImportReplies.tsx';
import { FileAdds } from '../../../components/dashboard/rules/FileAdds.tsx';
import { LibraryContext } from '../../../components/reply/library-context.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import {
  promiseRules,
  replyTemplates,
  replyVariables,
  sceneRules,
  structureParts,
} from '../../../lib/rules/replies.ts';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const FILE_NAME = '订单导出-2026-11-23-全部订单-含历史归档.csv';

const head: TableHead = {
  table: 0,
  name: FILE_NAME,
  sheet: null,
  columns: ['单号', '拍下时间', '金额', '谁买的', '宝贝', '', '备注（内部）'],
  rows: [
    ['4012345678901234567', '2026-11-20 08:31:12', '128.00', LONG_NAME, LONG_TITLE, '', ''],
    ['4012345678901234568', '2026-11-21 19:02:44', '1,234,567.00', 'tb12**', '挂钩', '', '急'],
  ],
};
const columns: ColumnMapping['columns'] = { orderId: '单号', placedAt: '拍下时间', amount: '金额' };
const summary: ReadableTable['summary'] = {
  file: FILE_NAME,
  sheet: null,
  format: 'csv',
  encoding: 'utf-8',
  platform: 'taobao',
  kind: 'taobao-orders',
  rows: 123_456,
  orders: 98_765,
  lines: 123_456,
  afterSales: 0,
  buyers: 45_678,
  maskedOrders: 1_234,
  dates: { from: '2015-01-01', to: '2026-11-23' },
  rejects: {},
  unknownColumns: [],
};
const plain: ReadableTable = {
  ...head,
  fingerprint: 'one',
  kind: 'taobao-orders',
  platform: 'taobao',
  holds: 'orders',
  mapping: null,
  found: columns,
  lacking: [],
  summary: { ...summary, maskedOrders: 0, dates: { from: '2026-11-01', to: '2026-11-23' } },
  refusals: {},
  preview: { fresh: 98_765, newer: 0, same: 0, withoutOrder: 0, ofShops: {} },
  again: 0,
};
/** Everything that can stand against it does. */
const doubtful: ReadableTable = {
  ...plain,
  table: 1,
  name: `${FILE_NAME} · 明细`,
  summary: { ...summary, unknownColumns: ['备注（内部）', LONG_NAME] },
  lacking: ['buyer'],
  refusals: { 'order id': { count: 12, rows: [3, 4, 9] }, amount: { count: 1, rows: [77] } },
  preview: { fresh: 90_000, newer: 7_000, same: 1_753, withoutOrder: 31, ofShops: { other: 12 } },
  again: 98,
};
const unknownColumns: UnreadTable = {
  ...head,
  table: 2,
  problem: { kind: 'unknownColumns', values: [head.columns.join('、')] },
};
const damaged: UnreadTable = { ...head, table: 3, problem: { kind: 'damagedZip', values: [FILE_NAME] } };
const otherSheet: UnreadTable = { ...unknownColumns, sheet: '说明' };

const file = (state: ChosenFile['state']) => (
  <FileFindings
    chosen={{ key: 'one', file: { name: FILE_NAME } as File, named: [], state }}
    shopFor={{ taobao: { name: LONG_NAME } }}
    shops={[{ shopId: 'other', platform: 'taobao', name: LONG_NAME }]}
    onRemove={nothing}
    onMap={nothing}
  />
);

const mapping = (start: ColumnMapping | null) => (
  <Mapping table={head} start={start} onDone={nothing} onCancel={nothing} />
);

const severity = 'hint' as const;
const name = { zh: '不说竞品', en: 'No word of rivals' };

/** What people bring in from files: what is found there, and which column is what. */
export const fileSamples: readonly Sample[] = [
  {
    file: 'components/dashboard/import/FileFindings.tsx',
    states: {
      'being read': file({ kind: 'reading', rows: 12_345 }),
      failed: file({ kind: 'failed', why: LONG_TITLE }),
      'one export': file({ kind: 'read', examined: { tables: [plain] } }),
      'several tables, much against them': file({
        kind: 'read',
        examined: { tables: [doubtful, damaged, otherSheet] },
      }),
      'unknown columns': file({ kind: 'read', examined: { tables: [unknownColumns] } }),
    },
  },
  {
    file: 'components/dashboard/import/Mapping.tsx',
    states: {
      'nothing said yet': mapping(null),
      'all that is needed': mapping({ platform: 'taobao', holds: 'orders', columns }),
    },
  },
  {
    file: 'components/dashboard/replies/ImportReplies.tsx',
    states: {
      'no file chosen': (
        <LibraryContext
          value={{
            templates: replyTemplates,
            variables: replyVariables,
            scenes: sceneRules.scenes,
            promiseRules,
            structureParts,
          }}
        >
          <ImportReplies shopId={null} onDone={nothing} />
        </LibraryContext>
      ),
    },
  },
  {
    file: 'components/dashboard/rules/FileAdds.tsx',
    states: {
      'a severity, a rule of its own, one replaced, words': (
        <FileAdds
          file={{
            format: 'liuke-shop-rules-1',
            version: '2026-11-23',
            severities: { 'PRO-03': severity },
            rules: [
              { id: 'OWN-01', name: { zh: LONG_NAME, en: LONG_NAME }, severity },
              { id: 'PRO-04', name, severity },
            ],
            concepts: { ourBrand: {} },
          }}
          shipped={{
            version: '1',
            rules: [
              { id: 'PRO-03', name, severity },
              { id: 'PRO-04', name, severity },
            ],
            policies: [],
          }}
        />
      ),
    },
  },
];
