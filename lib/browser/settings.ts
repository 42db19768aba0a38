/** Small settings, in the browser's local storage. */
import { storage } from 'wxt/utils/storage';
import type { Platform } from '../model/platform.ts';
import type { Tone } from '../model/own-template.ts';

/** Tier chips beside buyers on seller pages. */
export const overlaySetting = storage.defineItem<boolean>('local:overlay', { fallback: true });

/** When a backup was last saved, epoch ms. */
export const lastBackupSetting = storage.defineItem<number | null>('local:lastBackup', { fallback: null });

/** Precise mode, per platform: reading what the page's own calls are answered. Off unless somebody switched it on. */
export const preciseSettings = {
  jd: storage.defineItem<boolean>('local:preciseJd', { fallback: false }),
  taobao: storage.defineItem<boolean>('local:preciseTaobao', { fallback: false }),
} as const satisfies Record<Platform, unknown>;

/** The tone that replies are suggested in. */
export const toneSetting = storage.defineItem<Tone>('local:tone', { fallback: 'standard' });
