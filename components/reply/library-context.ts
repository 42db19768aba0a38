/** The library within the reply section, and the names of its things on the screen. */
import { createContext, useContext } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { segmentsOf } from '../../lib/replies/placeholders.ts';
import type { ReplyLibrary } from '../../lib/replies/reply-library.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { tiers } from '../../lib/rules/tiers.ts';

export const LibraryContext = createContext<ReplyLibrary | null>(null);

export function useLibrary(): ReplyLibrary {
  const library = useContext(LibraryContext);
  if (!library) throw new Error('expected a reply library around this component');
  return library;
}

/** A template variable by the name a person knows it by; a blank of the shop's own text is called what stands there. */
export function variableLabel({ variables }: ReplyLibrary, name: string): string {
  const variable = variables.find((candidate) => candidate.name === name);
  return variable ? labelText(variable.label) : name;
}

export function sceneLabel({ scenes }: ReplyLibrary, sceneId: string): string {
  const scene = scenes.find(({ id }) => id === sceneId);
  return scene ? labelText(scene.label) : sceneId;
}

export function tierLabel(tierId: string): string {
  const tier = tiers.find(({ id }) => id === tierId);
  return tier ? labelText(tier.label) : tierId;
}

/** "破损 · 补发进度". */
export function templateName(library: ReplyLibrary, { scene, label, group }: ReplyTemplate): string {
  return [group, sceneLabel(library, scene), labelText(label)].filter(Boolean).join(' · ');
}

/** A text with its blanks by name: "预计［预计时间］到". */
export function textWithBlanks(library: ReplyLibrary, text: string): string {
  return segmentsOf(text)
    .map((segment) =>
      segment.kind === 'variable' ? t('replyBlank', variableLabel(library, segment.name)) : segment.text,
    )
    .join('');
}

/** Templates come and go; a contact outlives the one it was made with. */
export function usedTemplateLabel(library: ReplyLibrary | null | undefined, templateId: string | null): string {
  const template = library?.templates.find(({ id, topic }) => id === templateId || topic === templateId);
  return template ? labelText(template.label) : t('unnamedText');
}
