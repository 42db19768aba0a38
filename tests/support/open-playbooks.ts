/** The playbooks that are open in a shop: those that ship as on, unless told otherwise. */
import { activePlaybooks, type ActivePlaybook } from '../../lib/actions/active-playbooks.ts';
import type { Occasion } from '../../lib/model/occasion.ts';
import { startOfDay } from '../../lib/model/shanghai-time.ts';
import { contactLimits, playbooks } from '../../lib/rules/playbooks.ts';
import { TODAY } from './make-history.ts';

/** Ten in the morning of the day that histories are told from. */
export const THIS_MORNING = startOfDay(TODAY) + 10 * 3_600_000;

export function openPlaybooks({
  choices = {},
  occasions = [],
  asOfDay = TODAY,
  now = THIS_MORNING,
}: {
  choices?: Record<string, boolean>;
  occasions?: readonly Occasion[];
  asOfDay?: number;
  now?: number;
} = {}): ActivePlaybook[] {
  return activePlaybooks(playbooks, { choices, occasions, limits: contactLimits, asOfDay, now });
}

/** Every playbook turned on. */
export const allOn: Record<string, boolean> = Object.fromEntries(playbooks.map(({ id }) => [id, true]));

export function makeOccasion(changes: Partial<Occasion> = {}): Occasion {
  return {
    id: 'one',
    kind: 'launch',
    label: { zh: '秋季新品', en: 'Autumn launch' },
    startAt: THIS_MORNING,
    endAt: THIS_MORNING + 3_600_000,
    certainty: 'fixed',
    ...changes,
  };
}
