import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import type { PutOff } from '../../lib/model/event.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { dayListRules } from '../../lib/rules/playbooks.ts';

/** From now on: a suggestion that is not for today, or with a reason, not for this customer. @param reason null for "later" */
export function putOffNow(customerId: string, playbookId: string, reason: DeclineReason | null): PutOff {
  const { laterDays, declinedDays } = dayListRules;
  const untilDay = dayOf(Date.now()) + (reason === null ? laterDays : declinedDays);
  return { customerId, playbookId, untilDay, reason };
}
