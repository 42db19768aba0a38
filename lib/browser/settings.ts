/** Small settings, in the browser's local storage. */
import { browser } from 'wxt/browser';
import type { Platform } from '../model/platform.ts';
import type { Tone } from '../model/own-template.ts';
import { storedItem } from './stored-item.ts';

/** Tier chips beside buyers on seller pages. */
export const overlaySetting = storedItem<boolean>('local', 'overlay', true);

/** When a backup was last saved, epoch ms. */
export const lastBackupSetting = storedItem<number | null>('local', 'lastBackup', null);

/** Since when there is something to lose, epoch ms: the first start of a version that reminds of backups. */
export const backupSinceSetting = storedItem<number | null>('local', 'backupSince', null);

/** Since when the store holds something, epoch ms: it says so itself, too, and where it does not any more, it was lost. */
export const heldSinceSetting = storedItem<number | null>('local', 'heldSince', null);

/** A store that the browser lost, until a person has read it: since when it had held something, and when that was found, epoch ms. */
export const storeLostSetting = storedItem<{ heldSince: number; foundAt: number } | null>('local', 'storeLost', null);

/** Precise mode, per platform: reading what the page's own calls are answered. Off unless somebody switched it on. */
export const preciseSettings = {
  jd: storedItem<boolean>('local', 'preciseJd', false),
  taobao: storedItem<boolean>('local', 'preciseTaobao', false),
} as const satisfies Record<Platform, unknown>;

/** Whether reading a platform's pages was taken back: what is open falls silent by it. The background alone says so. */
export const withdrawnSettings = {
  jd: storedItem<boolean>('local', 'withdrawnJd', false),
  taobao: storedItem<boolean>('local', 'withdrawnTaobao', false),
} as const satisfies Record<Platform, unknown>;

/** The step at which the guided tour was left, counted from 0. */
export const tourStepSetting = storedItem<number>('local', 'tourStep', 0);

/** The tone that replies are suggested in. */
export const toneSetting = storedItem<Tone>('local', 'tone', 'standard');

/** Lines of segments that somebody starred in the popup. */
export const pinnedSegments = storedItem<readonly string[]>('local', 'pinnedSegments', []);

/** The name under which whoever sits here looks after work orders; empty for nobody in particular. */
export const ownNameSetting = storedItem<string>('local', 'ownName', '');

/** The shop that the insight page showed last; null before any was chosen. */
export const insightShopSetting = storedItem<string | null>('local', 'insightShop', null);

/** All settings back to what they were at first, and what tabs show with them. Precise mode is to be switched off before. */
export async function clearSettings(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
