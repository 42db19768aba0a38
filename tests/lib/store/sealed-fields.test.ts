/** Every text that the store can hold is either sealed or said, with a reason, to name nobody. */
import { describe, expect, test } from 'vitest';
import { afterSaleSchema } from '../../../lib/model/after-sale.ts';
import { eventSchema } from '../../../lib/model/event.ts';
import { memberSchema } from '../../../lib/model/member.ts';
import { orderSchema } from '../../../lib/model/order.ts';
import { reviewSchema } from '../../../lib/model/review.ts';
import { seenCouponSchema } from '../../../lib/model/seen-coupon.ts';
import { toDoCounterSchema } from '../../../lib/model/to-do-counter.ts';
import type { z } from '../../../lib/model/zod.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { sealedTable } from '../../../lib/store/sealed-fields.ts';
import { oldStore } from '../../support/old-store.ts';

/** Of all tables: ids, hashes, what the platform or we say in fixed words, what the shop says of itself. */
const namesNobody = [
  // Ids and keyed hashes.
  /(^|\.)(id|ids|device|logicalTime|\w*Id|\w*Ids|\w*Hash|party|parties|provenBy|into|fromFile|hints|newOrders|newCases|newCustomers)$/,
  // Platforms' own words of an article, a case, a carrier, a coupon, a place.
  /(^|\.)(items\.title|items\.skuId|carrier|type|reason|status|level|place\.\w+)$/,
  /^(coupons|counters)\./,
  // What the shop calls itself, its rules, texts, columns and days; names of its own staff.
  /^shops\./,
  /^events\.(content|query|label|segment\.\w+|template\.\w+|mapping\..+|numbers\..+|moment\.(name|article)|practice\..+|settings\..+|trial\..+|workOrder\.owner|owner|owners\.\w+\.\*|mend\.by|mend\.cause\.\w+|overrides\.ruleIds|contact\.overrides\.ruleIds)$/,
  /^costLists\./,
  // Pages and their rejects, files and jobs by name, what was worked out.
  /^(captures|coverage|answers|waits|audit|meta|links|linkedParties|nameCounts|dirtyLists|benchmarks|shopModels|jobs|forgotten|columns|patchLists)\./,
];

const isSealedPath = (path: string) => {
  const [table, ...rest] = path.split('.');
  const sealed = sealedTable(table!);
  const inside = rest.join('.');
  if (sealed?.fields.some((field) => field.path === inside)) return true;
  const list = sealed?.lists?.[rest[0]!];
  return list !== undefined && sealedTable(list)!.fields.some((field) => field.path === rest.slice(1).join('.'));
};

/** Paths of the free texts of a schema. */
function textsOf(schema: z.core.$ZodType, path: string): string[] {
  const { def } = schema._zod as unknown as { def: { type: string } & Record<string, unknown> };
  const inner = (one: unknown, at = path) => textsOf(one as z.core.$ZodType, at);
  switch (def.type) {
    case 'string':
      return [path];
    case 'object':
      return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, one]) =>
        inner(one, `${path}.${name}`),
      );
    case 'union':
      return (def.options as unknown[]).flatMap((one) => inner(one));
    case 'array':
      return inner(def.element);
    case 'tuple':
      return (def.items as unknown[]).flatMap((one) => inner(one));
    case 'record':
      return [...inner(def.keyType, `${path}.*`), ...inner(def.valueType, `${path}.*`)];
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
      return [];
    default:
      throw new Error(`expected a kind of schema that this test knows, found ${def.type} at ${path}`);
  }
}

const schemas: Record<string, z.core.$ZodType> = {
  orders: orderSchema,
  afterSales: afterSaleSchema.omit({ buyer: true }),
  reviews: reviewSchema.omit({ buyerKey: true }),
  members: memberSchema.omit({ buyer: true }),
  coupons: seenCouponSchema,
  counters: toDoCounterSchema,
  events: eventSchema,
};

function textsIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, path));
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
}

const fixedWords =
  /\.(platform|quality|kind|kinds|state|from|channel|how|afterSale|matter|what|scope|rating|decision|page)$/;

describe('a text of the store', () => {
  test.each(Object.entries(schemas))('of %s is sealed, or names nobody', (table, schema) => {
    const texts = [...new Set(textsOf(schema, table))];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((path) => !isSealedPath(path) && !namesNobody.some((one) => one.test(path)))).toEqual([]);
  });

  test('as a store of this version holds it is sealed, or names nobody', () => {
    const { records } = oldStore(STORE_VERSION);
    const texts = Object.entries(records).flatMap(([table, rows]) => rows.flatMap((row) => textsIn(row, table)));
    const open = [...new Set(texts)].filter((path) => !isSealedPath(path) && !fixedWords.test(path));
    expect(open.filter((path) => !namesNobody.some((one) => one.test(path)))).toEqual([]);
    expect(texts).toContain('customers.display');
  });

  test('that is sealed is one that there is', () => {
    const known = new Set([
      ...Object.entries(schemas).flatMap(([table, schema]) => textsOf(schema, table)),
      'customers.display',
      'customers.searchName',
      'orders.buyer.quality',
    ]);
    for (const table of ['customers', 'orders', 'reviews', 'events'])
      for (const { path } of sealedTable(table)!.fields) expect(known).toContain(`${table}.${path}`);
  });
});
