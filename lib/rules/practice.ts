/** What of the practice is no playbook: advice that is refused with the rule it breaks, and rows that are none, with the reason. */
import { refusedPlaybookSchema } from '../actions/playbook.ts';
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import noPlaybook from './playbooks/no-playbook.json' with { type: 'json' };
import refused from './playbooks/refused.json' with { type: 'json' };

export const refusedPlaybooks = checked(z.array(refusedPlaybookSchema).readonly(), refused);

/** Rule id -> why it is no playbook. */
export const notPlaybooks = checked(
  z.record(z.string().regex(/^(ACT|CAL|CHN)-\d{2}$/), labelSchema).readonly(),
  noPlaybook,
);
