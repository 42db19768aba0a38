/** What the reading of customers rests on, whoever reads them. */
import type { Table } from 'dexie';
import type { LiukeDatabase } from './database.ts';

/**
 * Tables of a shop's context and of its customers' rows. Whoever asks for several of them at once does so in one transaction: to begin one
 * for each question takes longer than the answers.
 */
export function readingTables(db: LiukeDatabase): Table[] {
  return [db.orders, db.customers, db.linkedParties, db.events, db.benchmarks, db.coverage, db.shopModels];
}
