/** Entries of the audit list, as a person reads them. */
import { t } from '../../lib/browser/i18n.ts';
import type { AuditEntry } from '../../lib/model/audit.ts';
import { retentionKinds } from '../../lib/model/retention.ts';

const grouped = new Intl.NumberFormat('zh-CN');

/** "导出了订单", "以“平台要求”为由，导出不打码的客户". */
export function auditText({ kind, what, reason }: AuditEntry): string {
  if (kind === 'exported') return t('audit_exported', t(`export_${what!}`));
  if (kind === 'unmasked') return t('audit_unmasked', t(`export_${what!}`), t(`unmask_${reason!}`));
  return t(`audit_${kind}`);
}

/** "订单 12 · 售后 1"; nothing for no numbers. */
export function countsText(counts: AuditEntry['counts']): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => t('auditCount', countedLabel(name), grouped.format(count)))
    .join(' · ');
}

const counted = [
  ...retentionKinds,
  'customers',
  'events',
  'answers',
  'waits',
  'costLists',
  'links',
  'shops',
  'coupons',
  'counters',
  'coverage',
  'forgotten',
  'audit',
  'meta',
  'rows',
  'bytes',
] as const;

/** A kind of record by name; one that no list knows as it is called in the store. */
export function countedLabel(name: string): string {
  const known = counted.find((each) => each === name);
  return known ? t(`records_${known}`) : name;
}
