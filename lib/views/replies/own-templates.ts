/** The replies a shop wrote itself. */
import type { OwnTemplate } from '../../model/own-template.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export interface KeptTemplate {
  template: OwnTemplate;
  /** When it was last saved, epoch ms. */
  savedAt: number;
}

/** @returns the newest state of each, in the order in which they were first saved; removed and undone ones left out */
export async function readOwnTemplates(db: LiukeDatabase): Promise<KeptTemplate[]> {
  const events = await readStanding(db, 'templateSaved', 'templateRemoved');
  const templates = new Map<string, KeptTemplate>();
  for (const event of events) {
    if (event.kind === 'templateSaved')
      templates.set(event.template.templateId, { template: event.template, savedAt: event.at });
    if (event.kind === 'templateRemoved') templates.delete(event.templateId);
  }
  return [...templates.values()];
}
