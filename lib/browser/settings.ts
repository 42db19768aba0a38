/** Small settings, in the browser's local storage. */
import { storage } from 'wxt/utils/storage';

/** Tier chips beside buyers on seller pages. */
export const overlaySetting = storage.defineItem<boolean>('local:overlay', { fallback: true });

/** When a backup was last saved, epoch ms. */
export const lastBackupSetting = storage.defineItem<number | null>('local:lastBackup', { fallback: null });
