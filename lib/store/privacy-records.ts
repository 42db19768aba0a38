/** What is kept of those who are not to be kept, and the long work of forgetting. */
import type { AuditEntry } from '../model/audit.ts';
import type { Command } from '../model/command.ts';
import type { SealedTableName } from './sealed-fields.ts';

/**
 * A tombstone: of a customer by the keyed hash that was their id, of an order by a keyed hash of its record's id.
 * Of a shop that was deleted, by what pages call it: its id lives on, for the ids of its customers rest on it.
 */
export interface ForgottenRecord {
  id: string;
  /** Epoch ms. */
  at: number;
  /** Of a shop alone. */
  shopId?: string;
}

export type AuditRecord = AuditEntry;

/** Records that are gone, by table. */
export type GoneCounts = Record<string, number>;

/**
 * A customer whose records are gone already: copies of them in undo steps and in the bytes of the columns are still to go. Then it
 * goes, too, and with it the ids that it names.
 */
export interface ForgetJobRecord {
  id: `forget|${string}`;
  customerIds: string[];
  orderRecordIds: string[];
  caseIds: string[];
  counts: GoneCounts;
  /** By which it was asked for; older records have none. */
  command?: Command | null;
  startedAt: number;
}

/** A shop that is being deleted, table by table. */
export interface DeleteShopJobRecord {
  id: `deleteShop|${string}`;
  shopId: string;
  counts: GoneCounts;
  command?: Command | null;
  startedAt: number;
}

/** When the last run over records that are older than they are kept began, epoch ms. */
export interface ExpiredMetaRecord {
  name: 'expiredAt';
  value: number;
  /** After a long absence: the next run that is due begins, however long that takes. */
  isPutOff?: true;
}

/** Such a run, while it is under way. */
export interface ExpireJobRecord {
  id: 'expire';
  startedAt: number;
  /** Orders are gone through by their keys; this far it is. */
  afterOrderId: string;
  counts: GoneCounts;
}

/** The tables are empty; the browser's settings are still to go. */
export interface DeleteStoreJobRecord {
  id: 'deleteStore';
}

/** After the lock was set, removed or given up: records are gone through table by table, this far. */
export interface SealJobRecord {
  id: 'seal';
  table: SealedTableName;
  /** The last key that was gone through; empty at the beginning of a table. */
  after: string;
  done: number;
  /** When it began. */
  total: number;
}

export type PrivacyJobRecord =
  | SealJobRecord
  | ForgetJobRecord
  | DeleteShopJobRecord
  | ExpireJobRecord
  | DeleteStoreJobRecord;
