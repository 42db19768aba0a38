/** The entries of one portion on their way into the store, and what they did there. */
import type { ImportedCase, ImportedLines, ImportedOrder } from '../../model/imported.ts';
import type { Reject } from '../../model/capture.ts';
import type { ImportJobRecord, ShopRecord } from '../../store/records.ts';
import type { Hashes } from '../join-nicks.ts';
import type { WrittenCustomers } from './written-customers.ts';
import type { UndoStep } from './undo-step.ts';

export interface Entries {
  orders: ImportedOrder[];
  lines: ImportedLines[];
  cases: ImportedCase[];
}

export interface PuttingEntries extends Entries {
  job: ImportJobRecord;
  shop: ShopRecord;
  hashes: Hashes;
  step: UndoStep;
  written: WrittenCustomers;
  /** Filled in: as `OrdersPut` has it. */
  told: Map<string, string>;
}

export interface EntriesPut {
  fresh: number;
  newer: number;
  rejects: Reject[];
  /** Customers whose columns change -> their shop. */
  touched: Map<string, string>;
}

export const ELSEWHERE = 'order (belongs to another shop)';
