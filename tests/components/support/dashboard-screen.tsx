/** The insight page over the seller's store, with what a person does on it. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import { Dashboard } from '../../../components/dashboard/Dashboard.tsx';
import type { LogEvent } from '../../../lib/model/event.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import './patience.ts';

/** Opens the page at one of its parts. */
export function openDashboard(section = 'overview'): void {
  location.hash = `#${section}`;
  render(<Dashboard />);
}

/** The only shop there is was looked at on all of the last days, or on the first and the last of them. */
export async function sawDays(db: LiukeDatabase, days: number, isWhole = true): Promise<string> {
  const [shop] = await db.shops.toArray();
  const { shopId } = shop!;
  const asOfDay = dayOf(Date.now());
  const spans: [number, number][] = isWhole
    ? [[asOfDay - days, asOfDay]]
    : [
        [asOfDay - days, asOfDay - days],
        [asOfDay, asOfDay],
      ];
  await db.coverage.update(shopId, { asOfDay, spans });
  return shopId;
}

/** A row of a table, by what its head says: its cells' texts. */
export function cellsOf(table: HTMLElement, head: string): string[] {
  const row = within(table)
    .getByRole('rowheader', { name: (name) => name.startsWith(head) })
    .closest('tr')!;
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

export const tableOf = async (name: string) => await screen.findByRole('table', { name });

export function drag(slider: string, value: number): void {
  const [first] = screen.getAllByRole('slider', { name: slider });
  fireEvent.change(first!, { target: { value: String(value) } });
}

export const kindsIn = async (db: LiukeDatabase): Promise<LogEvent['kind'][]> =>
  (await db.events.orderBy('logicalTime').toArray()).map(({ kind }) => kind);
