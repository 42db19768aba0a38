/** A template while it is being written. */
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { OwnTemplate } from '../../../lib/model/own-template.ts';
import type { LibraryRow } from './library-rows.ts';

/** As it is kept; empty texts where nothing is written yet. */
export type Draft = OwnTemplate;

export function emptyDraft(scene: string | null): Draft {
  return {
    templateId: crypto.randomUUID(),
    name: '',
    group: null,
    scene: scene ?? '',
    tone: 'standard',
    platforms: ['jd', 'taobao'],
    text: '',
    owner: null,
    expiresDay: null,
  };
}

/** The same template, to be changed. */
export function draftOf({ own, template }: LibraryRow): Draft {
  return own ?? { ...emptyDraft(template.scene), text: template.text };
}

/** Another one that begins as this one is; whose it is and until when is for the person to say. */
export function copyOf({ own, template }: LibraryRow): Draft {
  return {
    ...emptyDraft(template.scene),
    name: t('libCopyName', labelText(template.label)).slice(0, 40),
    group: own?.group ?? null,
    tone: template.tone,
    platforms: [...template.platforms],
    tierIds: [...template.tierIds],
    stages: [...template.stages],
    text: template.text,
  };
}
