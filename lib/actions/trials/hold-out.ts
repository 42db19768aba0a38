/** Whom running trials leave alone on a day's list. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { Trial } from '../../model/trial.ts';
import type { Due, IsLeftAlone } from '../day-list.ts';
import { Deal } from './assignment.ts';

/** @returns null where no trial leaves anybody alone */
export function leftAloneBy({ ids }: Ledger, playbooks: readonly Due[], trials: readonly Trial[]): IsLeftAlone | null {
  const deals = playbooks.map(({ id }) => {
    const trial = trials.find(({ playbookId }) => playbookId === id);
    return trial?.arms[0].armId === 'holdOut' ? new Deal(trial) : null;
  });
  return deals.every((deal) => deal === null) ? null : (row, place) => deals[place]?.at(ids, row) === 1;
}
