/** Every kind of entry of the audit list is written by what it tells of, once. */
import { expect, test } from 'vitest';
import { auditKinds, type AuditKind } from '../../../lib/model/audit.ts';
import { usualRetention } from '../../../lib/model/retention.ts';
import { noteExport } from '../../../lib/pipeline/append-audit.ts';
import { beginDeletingShop, resumeDeletingShops } from '../../../lib/pipeline/forget/delete-shop.ts';
import { deleteStore } from '../../../lib/pipeline/forget/delete-store.ts';
import { expire, setRetention } from '../../../lib/pipeline/forget/expire.ts';
import { forgetCustomer } from '../../../lib/pipeline/forget/forget-customer.ts';
import { changePassphrase, giveUpSealed, removeLock, setLock } from '../../../lib/pipeline/lock/keep-lock.ts';
import { beginRestore, endRestore } from '../../../lib/pipeline/restore.ts';
import { NOW, PASSPHRASE, ROUNDS, sealedShop, shopOfSecrets } from '../../support/locked-shop.ts';

const YEARS_LATER = NOW + 10 * 365 * 86_400_000;

type Shop = Awaited<ReturnType<typeof shopOfSecrets>>;

const deeds: Record<AuditKind, (shop: Shop) => Promise<unknown>> = {
  exported: ({ db }) => noteExport(db, { kind: 'exported', what: 'orders', rows: 7 }, NOW),
  unmasked: ({ db }) => noteExport(db, { kind: 'unmasked', what: 'orders', reason: 'platform' }, NOW),
  backupSaved: ({ db }) => noteExport(db, { kind: 'backupSaved', bytes: 9 }, NOW),
  async restored({ db }) {
    await beginRestore(db, String((await db.meta.get('identitySecret'))!.value));
    await endRestore(db, NOW);
    await endRestore(db, NOW);
  },
  retentionSet: ({ db }) => setRetention(db, usualRetention, NOW),
  expired: ({ db }) => expire(db, YEARS_LATER),
  customerForgotten: ({ db, ids, customerId }) => forgetCustomer(db, ids, customerId, NOW),
  async shopDeleted({ db, ids, shopId }) {
    await beginDeletingShop(db, ids, shopId, NOW);
    await resumeDeletingShops(db);
  },
  storeDeleted: ({ db }) => deleteStore(db, NOW),
  lockSet: ({ db }) => setLock(db, PASSPHRASE, NOW, ROUNDS),
  lockChanged: ({ db }) => changePassphrase(db, { passphrase: PASSPHRASE, next: `${PASSPHRASE}新` }, NOW),
  lockRemoved: ({ db }) => removeLock(db, PASSPHRASE, NOW),
  sealedDropped: ({ db }) => giveUpSealed(db, NOW),
};
const ofLock = new Set<AuditKind>(['lockChanged', 'lockRemoved', 'sealedDropped']);

test.each(auditKinds)('%s', async (kind) => {
  const shop = ofLock.has(kind) ? await sealedShop() : await shopOfSecrets();
  const before = new Set(await shop.db.audit.toCollection().primaryKeys());
  await deeds[kind](shop);
  const entries = await shop.db.audit.toArray();
  expect(entries.filter(({ id }) => !before.has(id)).map((entry) => entry.kind)).toEqual([kind]);
  expect(JSON.stringify(entries)).not.toMatch(/sunshine|buyer_/);
});
