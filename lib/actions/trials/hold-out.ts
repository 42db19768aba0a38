/** Whom running trials leave alone on a day's list. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { Trial } from '../../model/trial.ts';
import type { Due } from '../day-list.ts';
import { Deal } from './assignment.ts';

/**
 * @param due 1 + the place of the playbook, 0 for nobody
 * @returns 1 for every row that the trial of its playbook leaves alone
 */
export function heldOutMask(
  due: Uint8Array,
  { ids }: Ledger,
  playbooks: readonly Due[],
  trials: readonly Trial[],
): Uint8Array {
  const mask = new Uint8Array(due.length);
  const deals = playbooks.map(({ id }) => {
    const trial = trials.find(({ playbookId }) => playbookId === id);
    return trial?.arms[0].armId === 'holdOut' ? new Deal(trial) : null;
  });
  if (deals.every((deal) => deal === null)) return mask;
  for (let row = 0; row < due.length; row += 1) {
    const deal = due[row] === 0 ? null : deals[due[row]! - 1];
    if (deal?.at(ids, row) === 1) mask[row] = 1;
  }
  return mask;
}
