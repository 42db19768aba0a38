/**
 * A browser may lose a store whole: its disk fails, or it takes the files for damaged and begins anew. Nothing can be done against it
 * here, so it is found out and said: the browser's settings, kept elsewhere, know that there was something.
 */
import { heldSinceSetting, storeLostSetting } from '../../lib/browser/settings.ts';
import { storageFullItems } from '../../lib/browser/storage-full.ts';
import { isDeletingStore } from '../../lib/pipeline/forget/delete-store.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';

/** @param now epoch ms */
export async function noteStoreLoss(db: LiukeDatabase, now: number): Promise<void> {
  const known = await heldSinceSetting.getValue();
  const [held, secret] = await db.meta.bulkGet(['heldSince', 'identitySecret']);
  if (held) {
    if (known === null) await heldSinceSetting.setValue(Number(held.value));
    return;
  }
  if (known !== null) {
    if (await isDeletingStore(db)) return;
    await storeLostSetting.setValue({ heldSince: known, foundAt: now });
    await heldSinceSetting.setValue(null);
    // A database that goes away in the middle of a write looks like a full disk.
    for (const item of Object.values(storageFullItems)) await item.setValue(null);
  }
  if (secret) await db.meta.put({ name: 'heldSince', value: now });
}
