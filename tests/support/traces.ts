/** Where in the whole store a text stands: names and ids of somebody who is to be gone. */
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { readColumns } from './read-columns.ts';

/** @returns table and record for every record that holds one of the texts; the columns are read as what they say */
export async function tracesOf(db: LiukeDatabase, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const look = (place: string, record: unknown) => {
    const written = JSON.stringify(record);
    for (const text of texts) if (written.includes(text)) found.push(`${place}: ${text}`);
  };
  for (const table of db.tables) {
    if (table.name === 'forgotten') continue;
    for (const record of (await table.toArray()) as unknown[]) look(table.name, record);
  }
  for (const row of await readColumns(db)) look('columns (read)', row);
  return found;
}
