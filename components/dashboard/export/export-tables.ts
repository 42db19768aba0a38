/** The tables that can be saved: which columns they have, and what stands in them, names masked unless told otherwise. */
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ExportCell } from '../../../lib/files/write-table.ts';
import type { MetricName } from '../../../lib/insight/metrics.ts';
import { compileSegment, count } from '../../../lib/insight/segments/evaluate.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';
import type { ExportSet } from '../../../lib/model/audit.ts';
import { formatMinute } from '../../../lib/model/shanghai-time.ts';
import { paidBackFen } from '../../../lib/model/order-cases.ts';
import type { WorkOrder, WorkOrderStep } from '../../../lib/service/work-order.ts';
import type { OrderRecord } from '../../../lib/store/records.ts';
import {
  auditForExport,
  contactsForExport,
  customersForExport,
  ordersForExport,
  workOrdersForExport,
  type ContactForExport,
  type CustomerForExport,
  type WorkOrderForExport,
} from '../../../lib/views/data/export-rows.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { shopLexicon } from '../../../lib/views/segments/segment-lexicon.ts';
import { readShopMeasures } from '../../../lib/views/shops/shop-measures.ts';
import { database } from '../../hooks/database.ts';
import { auditText, countsText } from '../../words/audit.ts';
import { SaidError } from '../../words/files.ts';
import { reasonText, stepText } from '../../words/service.ts';
import { metricLabel, wordsFor } from '../numbers.ts';
import { shownName } from '../../words/shown-name.ts';
import { isSealed } from '../../../lib/model/sealed.ts';

export interface ExportWish {
  what: ExportSet;
  shop: ShopChoice;
  /** The line of a segment, where that is what is wanted. */
  query: string;
  isMasked: boolean;
}

export interface ExportTable {
  head: string[];
  portions: AsyncIterable<ExportCell[][]>;
  /** Rows that there will be; null where nobody counted. */
  total: number | null;
}

/** Digits of a customer's code: the same person has the same one in every table. */
const CODE_CHARS = 12;

const figures: readonly MetricName[] = [
  'purchaseCount',
  'orderCount',
  'recencyDays',
  'daysSinceFirst',
  'netSpendFen',
  'averageFen',
  'cycleDays',
  'dueInDays',
  'health',
  'returnPercent',
  'doNotDisturb',
];

/** @throws Error of a segment that cannot be read */
export async function openExportTable(wish: ExportWish, now: number): Promise<ExportTable> {
  switch (wish.what) {
    case 'orders':
      return await ordersTable(wish);
    case 'contacts':
      return contactsTable(wish);
    case 'workOrders':
      return workOrdersTable(wish);
    case 'audit':
      return await auditTable();
    default:
      return await customersTable(wish, now);
  }
}

async function customersTable({ what, shop, query, isMasked }: ExportWish, now: number): Promise<ExportTable> {
  const reading = await readShopMeasures(database, shop.shopId, now);
  const lexicon = shopLexicon(reading.context.tiers);
  const parsed = what === 'segment' ? parseSegment(query, lexicon) : null;
  if (parsed && !parsed.ok) throw new SaidError(t('exportNoSegment'));
  const mask = parsed && compileSegment(parsed.value, lexicon.vocabulary)(reading.measures);
  const cells = ({ customerId, display, tier, numbers, notes }: CustomerForExport): ExportCell[] => [
    nameCell(display, isMasked),
    codeOf(customerId),
    tier ? labelText(tier.label) : '',
    ...figures.map((name) => figureCell(name, numbers[name] ?? null)),
    (notes?.tags ?? []).map(({ tag }) => tag).join(t('exportBetween')),
    // What people wrote in their own words may name somebody: it is in a file with whole names alone.
    ...(isMasked ? [] : [notes?.note?.text ?? '']),
  ];
  return {
    head: [
      t('dashCustomer'),
      t('exportCode'),
      t('dashTier'),
      ...figures.map(figureLabel),
      t('notes_tag'),
      ...(isMasked ? [] : [t('notes_note')]),
    ],
    portions: mapped(customersForExport(database, reading, mask, figures), cells),
    total: mask ? count(mask) : reading.measures.size,
  };
}

async function ordersTable({ shop, isMasked }: ExportWish): Promise<ExportTable> {
  const cells = (order: OrderRecord): ExportCell[] => [
    { id: order.orderId },
    formatMinute(order.placedAt),
    order.paidAt === null ? '' : formatMinute(order.paidAt),
    t(`status_${order.status}`),
    yuan(order.amountFen),
    yuan(order.freightFen),
    yuan(paidBackFen(order)),
    nameCell(order.buyer.display ?? order.buyer.key, isMasked),
    order.customerId === null ? '' : codeOf(order.customerId),
    order.carrier ?? '',
    order.items.reduce((sum, { quantity }) => sum + quantity, 0),
    order.items.map(({ title, quantity }) => `${title} ×${quantity}`).join(t('exportBetween')),
  ];
  return {
    head: [
      t('field_orderId'),
      t('field_orderTime'),
      t('field_paymentTime'),
      t('field_orderStatus'),
      withYuan(t('field_amount')),
      withYuan(t('field_freight')),
      withYuan(t('field_refund')),
      t('dashCustomer'),
      t('exportCode'),
      t('field_carrier'),
      t('exportPieces'),
      t('field_orderLines'),
    ],
    portions: mapped(ordersForExport(database, shop.shopId), cells),
    total: await database.orders.where('shopId').equals(shop.shopId).count(),
  };
}

function contactsTable({ shop, isMasked }: ExportWish): ExportTable {
  const cells = ({ at, customerId, display, channel, how, templateId, playbookId, isOffer }: ContactForExport) => [
    formatMinute(at),
    nameCell(display, isMasked),
    codeOf(customerId),
    t(`exportChannel_${channel}`),
    t(`exportHow_${how}`),
    templateId ?? '',
    playbookId ?? '',
    t(isOffer ? 'evidence_yes' : 'evidence_no'),
  ];
  return {
    head: [
      t('auditWhen'),
      t('dashCustomer'),
      t('exportCode'),
      t('exportChannel'),
      t('exportHow'),
      t('exportTemplate'),
      t('exportPlaybook'),
      t('exportOffer'),
    ],
    portions: mapped(contactsForExport(database, shop.shopId), cells),
    total: null,
  };
}

/** What people wrote in their own words may name somebody: it is in a file with whole names alone. */
function workOrdersTable({ shop, isMasked }: ExportWish): ExportTable {
  const cells = ({ order, display }: WorkOrderForExport): ExportCell[] => [
    formatMinute(order.openedAt),
    t(`wo_from_${order.from}`),
    reasonText(order.labelId),
    t(`exportState_${stateOf(order)}`),
    order.owner ?? '',
    nameCell(display, isMasked),
    order.customerId === null ? '' : codeOf(order.customerId),
    order.orderId === null ? '' : { id: order.orderId },
    order.caseId === null ? '' : { id: order.caseId },
    yuan(order.amountFen),
    order.steps.map(stepLine).join(t('exportBetween')),
    order.toldAt === null ? '' : formatMinute(order.toldAt),
    order.closedAt === null ? '' : formatMinute(order.closedAt),
    ...(isMasked ? [] : [order.notes.map(({ at, text }) => `${formatMinute(at)} ${text}`).join(t('exportBetween'))]),
  ];
  return {
    head: [
      t('exportOpenedAt'),
      t('exportFrom'),
      t('wo_reason'),
      t('exportState'),
      t('wo_owner'),
      t('dashCustomer'),
      t('exportCode'),
      t('field_orderId'),
      t('field_caseId'),
      t('wo_amount'),
      t('wo_step'),
      t('exportToldAt'),
      t('exportClosedAt'),
      ...(isMasked ? [] : [t('wo_note')]),
    ],
    portions: mapped(workOrdersForExport(database, shop.shopId), cells),
    total: null,
  };
}

function stateOf({ mergedInto, closedAt, toldAt }: WorkOrder): 'merged' | 'closed' | 'told' | 'open' {
  if (mergedInto !== null) return 'merged';
  if (closedAt !== null) return 'closed';
  return toldAt === null ? 'open' : 'told';
}

/** Done at once, or promised until a time and what became of that. */
function stepLine({ stepId, at, dueAt, doneAt, isBroken }: WorkOrderStep): string {
  const said = `${formatMinute(at)} ${stepText(stepId)}`;
  if (dueAt === null) return said;
  if (isBroken) return t('exportStepBroken', said, formatMinute(dueAt));
  return doneAt === null
    ? t('exportStepOpen', said, formatMinute(dueAt))
    : t('exportStepKept', said, formatMinute(dueAt), formatMinute(doneAt));
}

async function auditTable(): Promise<ExportTable> {
  return {
    head: [t('auditWhen'), t('auditWhat'), t('auditHowMany')],
    portions: mapped(auditForExport(database), (entry) => [
      formatMinute(entry.at),
      auditText(entry),
      countsText(entry.counts),
    ]),
    total: await database.audit.count(),
  };
}

async function* mapped<Row>(portions: AsyncIterable<Row[]>, cells: (row: Row) => ExportCell[]) {
  for await (const rows of portions) yield rows.map(cells);
}

function nameCell(display: string | null, isMasked: boolean): ExportCell {
  if (display === null) return '';
  return isMasked || isSealed(display) ? shownName(display) : { id: display };
}

function codeOf(customerId: string): string {
  return customerId.slice(0, CODE_CHARS);
}

function yuan(fen: number | null): number | null {
  return fen === null ? null : Math.round(fen) / 100;
}

function withYuan(label: string): string {
  return t('exportInYuan', label);
}

function figureLabel(name: MetricName): string {
  return wordsFor(name).unit === 'fen' ? withYuan(metricLabel(name)) : metricLabel(name);
}

function figureCell(name: MetricName, value: number | null): ExportCell {
  const { unit } = wordsFor(name);
  if (value === null) return null;
  if (unit === 'flag') return t(value === 0 ? 'evidence_no' : 'evidence_yes');
  return unit === 'fen' ? yuan(value) : Math.round(value * 10) / 10;
}
