/** Taking those off a day's list whom a running trial leaves alone. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { Trial } from '../../model/trial.ts';
import type { DuePlaybook } from '../day-list.ts';
import type { Job } from '../job.ts';
import { Deal } from './assignment.ts';

/**
 * @param due 1 + the place of the playbook, 0 for nobody; those left alone become nobody
 * @returns how many they are, by job
 */
export function leaveOutHeldOut(
  due: Uint8Array,
  { ids }: Ledger,
  playbooks: readonly DuePlaybook[],
  trials: readonly Trial[],
): Record<Job, number> {
  const heldOut = { calm: 0, wake: 0, thank: 0 };
  for (const trial of trials) {
    const place = 1 + playbooks.findIndex(({ id }) => id === trial.playbookId);
    if (place === 0 || trial.arms[0].armId !== 'holdOut') continue;
    const deal = new Deal(trial);
    const { job } = playbooks[place - 1]!.due;
    for (let row = 0; row < due.length; row += 1) {
      if (due[row] !== place || deal.at(ids, row) !== 1) continue;
      due[row] = 0;
      heldOut[job] += 1;
    }
  }
  return heldOut;
}
