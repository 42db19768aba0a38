/** The playbooks for whoever checks their numbers and shows none of them: without their texts, which are most of them. */
import { playbookSchema } from '../actions/playbook.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import data from './playbooks/playbooks.json' with { type: 'json' };

const untold = { zh: '-', en: '-' };

export const numberedPlaybooks = checked(z.array(playbookSchema).readonly(), data).map((playbook) => ({
  ...playbook,
  source: ['-'],
  label: untold,
  rightLabel: null,
  advice: untold,
  note: null,
}));
