/** Whom running trials leave alone on a day's list, and who takes part in one. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { Trial } from '../../model/trial.ts';
import type { Due, GivesRight, IsLeftAlone } from '../day-list.ts';
import type { Playbook } from '../playbook.ts';
import { Deal } from './assignment.ts';

/** @returns null where no trial leaves anybody alone */
export function leftAloneBy({ ids }: Ledger, playbooks: readonly Due[], trials: readonly Trial[]): IsLeftAlone | null {
  const deals = playbooks.map(({ id }) => {
    const trial = trials.find(({ playbookId }) => playbookId === id);
    return trial?.arms[0].armId === 'holdOut' ? new Deal(trial) : null;
  });
  return deals.every((deal) => deal === null) ? null : (row, place) => deals[place]?.at(ids, row) === 1;
}

/**
 * A right of the shop takes the place of an offer that is too small, but for those who take part in a trial of the playbook: what is
 * compared is given as it was planned.
 */
export function rightsBeside(
  { ids }: Ledger,
  playbooks: readonly Pick<Playbook, 'id'>[],
  trials: readonly Trial[],
): GivesRight {
  const deals = playbooks.map(({ id }) => {
    const trial = trials.find(({ playbookId }) => playbookId === id);
    return trial ? new Deal(trial) : null;
  });
  return (row, place) => (deals[place]?.at(ids, row) ?? 0) === 0;
}
