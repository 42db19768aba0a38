/** One after-sale case seen twice: the one that is further counts, then the later one; gaps are filled from the other. */
import { caseProgress } from '../model/case-progress.ts';
import type { AfterSaleRecord } from '../store/records.ts';

/** @param fromFile the import that brings what is seen now; null for a page: what a page shows is no file's alone */
export function joinedCase(
  before: AfterSaleRecord | undefined,
  seen: AfterSaleRecord,
  fromFile: string | null,
): AfterSaleRecord {
  const { fromFile: _, ...record } = before ? laterCase(before, seen) : seen;
  return fromFile === null ? record : { ...record, fromFile };
}

function laterCase(before: AfterSaleRecord, seen: AfterSaleRecord): AfterSaleRecord {
  const gain = caseProgress[seen.status] - caseProgress[before.status] || seen.seenAt - before.seenAt;
  const [older, newer] = gain >= 0 ? [before, seen] : [seen, before];
  const ended = before.endedBetween ?? endBetween(older, newer);
  return {
    ...newer,
    appliedAt: newer.appliedAt ?? older.appliedAt,
    refundFen: newer.refundFen ?? older.refundFen,
    type: newer.type ?? older.type,
    reason: newer.reason ?? older.reason,
    customerId: newer.customerId ?? older.customerId,
    ...(ended && { endedBetween: ended }),
  };
}

/** Between two looks it came to its end; null where it did not, or nobody saw it open. */
function endBetween(older: AfterSaleRecord, newer: AfterSaleRecord): AfterSaleRecord['endedBetween'] | null {
  const wasOpen = older.status === 'open' || older.status === 'refused';
  const isEnd = newer.status === 'closed' || newer.status === 'refunded';
  return wasOpen && isEnd && older.seenAt <= newer.seenAt ? [older.seenAt, newer.seenAt] : null;
}
