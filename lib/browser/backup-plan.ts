/**
 * The plan of backups into a folder that a person chose. The folder's handle can be kept in no other place than IndexedDB, so the plan
 * has a small database of its own, which the page of the data alone writes; nothing of the shop is in it.
 */
import type { Box } from '../model/backup-lock.ts';

/** As far as browsers have it: Chromium does, Firefox does not. */
export interface BackupFolder {
  readonly name: string;
  getFileHandle(name: string, options: { create: true }): Promise<BackupFile>;
  removeEntry(name: string): Promise<void>;
  queryPermission(asked: { mode: 'readwrite' }): Promise<PermissionState>;
  /** On a click only. */
  requestPermission(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface BackupFile {
  createWritable(): Promise<{
    write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
  getFile(): Promise<File>;
}

export interface BackupPlan {
  folder: BackupFolder;
  box: Box;
  everyDays: number;
  /** When one was last written and compared, epoch ms; null for none yet. */
  lastAt: number | null;
}

const DATABASE = 'liuke-backup-plan';
const TABLE = 'plans';
const ONLY = 'plan';

export async function readBackupPlan(): Promise<BackupPlan | null> {
  return (await inTable<BackupPlan | undefined>('readonly', (table) => table.get(ONLY))) ?? null;
}

export async function keepBackupPlan(plan: BackupPlan): Promise<void> {
  await inTable('readwrite', (table) => table.put(plan, ONLY));
}

export async function dropBackupPlan(): Promise<void> {
  await inTable('readwrite', (table) => table.delete(ONLY));
}

/** Whether this browser can write into a folder at all. */
export function canKeepFolder(): boolean {
  return pickerOf().showDirectoryPicker !== undefined;
}

/** @throws DOMException `AbortError` when the person closed the dialog */
export async function chooseBackupFolder(): Promise<BackupFolder> {
  return await pickerOf().showDirectoryPicker!({ id: 'liuke-backup', mode: 'readwrite' });
}

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<BackupFolder>;
}

function pickerOf(): Picker {
  return globalThis as unknown as Picker;
}

async function inTable<Result>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<Result> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(TABLE));
  const database = (await answer(opening)) as IDBDatabase;
  try {
    return (await answer(ask(database.transaction(TABLE, mode).objectStore(TABLE)))) as Result;
  } finally {
    database.close();
  }
}

async function answer(asking: IDBRequest): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    asking.addEventListener('success', () => resolve(asking.result));
    asking.addEventListener('error', () =>
      reject(asking.error ?? new Error('expected an answer of the browser, found none')),
    );
  });
}
