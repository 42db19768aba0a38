/** What PRIVACY.md says, held against the code: each claim that a list or a number makes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import config from '../wxt.config.ts';
import { usualRetention } from '../lib/model/retention.ts';
import { orderSchema, seenOrderSchema } from '../lib/model/order.ts';
import { afterSaleSchema } from '../lib/model/after-sale.ts';
import { reviewSchema } from '../lib/model/review.ts';
import { memberSchema } from '../lib/model/member.ts';
import { contactSchema } from '../lib/model/event.ts';
import { heldKinds } from '../lib/views/data/held-data.ts';
import { z } from '../lib/model/zod.ts';

const [, english = '', chinese = ''] = readFileSync('PRIVACY.md', 'utf8').split(/^## (?:English|中文)$/m);
const parts = [
  ['English', english, '### What it keeps', '### What it may do', '### How long'],
  ['中文', chinese, '### 存什么', '### 权限', '### 保留多久'],
] as const;

interface Manifest {
  permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
}

async function manifestOf(browser: 'chrome' | 'firefox'): Promise<Manifest> {
  const make = config.manifest as (env: object) => Manifest;
  return make({ browser, command: 'build', manifestVersion: 3, mode: 'production' });
}

/** First cells of the table below a heading, and the last ones. */
function rowsBelow(text: string, heading: string): [string, string][] {
  const section = text.split(heading)[1]!.split(/^### /m)[0]!;
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  return rows.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return [cells[1]!, cells.at(-2)!];
  });
}

const named = (cell: string) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name!);

describe.each(parts)('the policy in %s', (_, text, kept, permissions, terms) => {
  test('names every kind of record that the privacy page shows, and no other', () => {
    expect(rowsBelow(text, kept).flatMap(([cell]) => named(cell))).toEqual([...heldKinds].toSorted(byPolicy));
  });

  test('says the terms that hold where nobody chose', () => {
    const said = rowsBelow(text, terms).map(([kind, days]) => [named(kind)[0], Number.parseInt(days, 10)]);
    expect(Object.fromEntries(said)).toEqual(usualRetention);
  });

  test('names every permission that the extension asks for', async () => {
    const rows = rowsBelow(text, permissions);
    const { permissions: asked, optional_host_permissions: hosts } = await manifestOf('chrome');
    expect(
      rows
        .slice(0, -1)
        .flatMap(([cell]) => named(cell))
        .toSorted(),
    ).toEqual(asked.toSorted());
    const domains = named(rows.at(-1)![0]);
    expect(
      hosts.filter((host) => !domains.some((domain) => new URL(host.replace('*.', '')).hostname.endsWith(domain))),
    ).toEqual([]);
    expect((await manifestOf('firefox')).permissions).not.toContain('sidePanel');
  });

  test('says that nothing is sent, as the manifest does', async () => {
    expect(text).toContain("`connect-src 'none'`");
    expect((await manifestOf('chrome')).content_security_policy.extension_pages).toContain("connect-src 'none'");
  });
});

/** Both lists are in one order. */
function byPolicy(one: string, other: string): number {
  const order = rowsBelow(english, '### What it keeps').flatMap(([cell]) => named(cell));
  return order.indexOf(one) - order.indexOf(other);
}

describe('no record has a place for', () => {
  const stored = { orderSchema, afterSaleSchema, reviewSchema, memberSchema, contactSchema };

  test.each(Object.entries(stored))('a receiver, a phone, an address, a courier or a chat: %s', (_, schema) => {
    const fields = JSON.stringify(z.toJSONSchema(schema)).match(/"([A-Za-z]+)":\{/g) ?? [];
    expect(fields.length).toBeGreaterThan(3);
    expect(
      fields.filter((field) => /receiver|phone|mobile|address|street|courier|logistic|message|password/i.test(field)),
    ).toEqual([]);
  });

  test('the phone’s tail, which goes no further than its hash', () => {
    expect(JSON.stringify(z.toJSONSchema(seenOrderSchema))).toContain('phoneTail');
    expect(JSON.stringify(z.toJSONSchema(orderSchema))).not.toContain('phoneTail');
  });
});
