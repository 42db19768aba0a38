/** The border of a report's rows, one by one: a row that does not pass is a reject with a name, the others go on. */
import { afterSaleSchema } from '../model/after-sale.ts';
import type { Captured, PageReport, Reject } from '../model/capture.ts';
import { memberSchema } from '../model/member.ts';
import { seenOrderSchema } from '../model/order.ts';
import { reviewSchema } from '../model/review.ts';
import { seenCouponSchema } from '../model/seen-coupon.ts';
import { toDoCounterSchema } from '../model/to-do-counter.ts';
import type { z } from '../model/zod.ts';

/** @param rejects those of rows that do not pass are added to it */
export function parseRows(report: PageReport, rejects: Reject[]): Captured {
  const of = <Row>(name: string, schema: z.ZodType<Row>, rows: readonly unknown[]) =>
    rows.flatMap((row) => {
      const parsed = schema.safeParse(row);
      if (parsed.success) return [parsed.data];
      const issue = parsed.error.issues[0]!;
      rejects.push({ what: `${issue.path.join(' ') || name}: ${issue.message}`.slice(0, 120) });
      return [];
    });
  return {
    orders: of('order', seenOrderSchema, report.orders),
    afterSales: of('case', afterSaleSchema, report.afterSales),
    reviews: of('review', reviewSchema, report.reviews),
    coupons: of('coupon', seenCouponSchema, report.coupons),
    members: of('member', memberSchema, report.members),
    counters: of('counter', toDoCounterSchema, report.counters),
  };
}
