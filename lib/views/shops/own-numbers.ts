/** The shipped playbooks and limits with the numbers that a shop set for itself. */
import { withOwnLimits } from '../../actions/contact-bounds.ts';
import type { ContactLimits } from '../../actions/contact-limits.ts';
import { numberProblems } from '../../actions/number-problems.ts';
import { told, withNumbers, type Numbers } from '../../actions/playbook-numbers.ts';
import type { Playbook } from '../../actions/playbook.ts';
import { contactBounds, contactLimits, numberRanges, playbooks } from '../../rules/playbooks.ts';
import type { OwnNumbers } from './number-changes.ts';

/** In order of precedence, each with the shop's numbers, told in its texts. */
export function ownPlaybooks({ playbooks: own }: OwnNumbers): Playbook[] {
  return playbooks.map((playbook) => ownPlaybook(playbook, own[playbook.id] ?? {}));
}

/** Numbers that another version allowed and this one does not leave the playbook as it ships. */
export function ownPlaybook(shipped: Playbook, numbers: Numbers): Playbook {
  const isUsable = numberProblems(shipped, numbers, numberRanges).length === 0;
  return told(isUsable ? withNumbers(shipped, numbers) : shipped);
}

export function ownLimits({ contactLimits: own }: OwnNumbers): ContactLimits {
  return withOwnLimits(contactLimits, own, contactBounds);
}
