/** The library as rows of the screen: what each reply is, whose, and how it fared. */
import { isOwn, type ReplyTemplate } from '../../../lib/replies/reply-template.ts';
import { libraryTemplate, retirementOf, type Retirement } from '../../../lib/replies/own-templates.ts';
import type { ReplyLibrary } from '../../../lib/replies/reply-library.ts';
import type { OwnTemplate, Tone } from '../../../lib/model/own-template.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import type { KeptTemplate } from '../../../lib/views/replies/own-templates.ts';
import type { ReplyUsage } from '../../../lib/views/replies/reply-outcomes.ts';

export interface LibraryRow {
  template: ReplyTemplate;
  /** Null for a shipped one. */
  own: OwnTemplate | null;
  usage: ReplyUsage | null;
  /** Shipped ones are never put away. */
  retirement: Retirement;
}

/** What is to be seen; null for all. */
export interface LibraryFilter {
  whose: 'all' | 'own' | 'shipped';
  scene: string | null;
  tone: Tone | null;
  platform: Platform | null;
  /** '' for those in no group. */
  group: string | null;
  state: Exclude<Retirement, null> | null;
}

export const everything: LibraryFilter = {
  whose: 'all',
  scene: null,
  tone: null,
  platform: null,
  group: null,
  state: null,
};

/** @param now epoch ms */
export function rowsOf(
  { templates }: ReplyLibrary,
  kept: readonly KeptTemplate[],
  usage: ReadonlyMap<string, ReplyUsage>,
  now: number,
): LibraryRow[] {
  const own = kept.map(({ template, savedAt }): LibraryRow => {
    const listed = libraryTemplate(template);
    const used = usage.get(listed.id) ?? null;
    const lastDay = dayOf(Math.max(savedAt, used?.lastUsedAt ?? 0));
    const retirement = retirementOf(template, lastDay, dayOf(now), used ?? undefined);
    return { template: listed, own: template, usage: used, retirement };
  });
  const shipped = templates
    .filter((template) => !isOwn(template))
    .map((template): LibraryRow => ({
      template,
      own: null,
      usage: usage.get(template.id) ?? null,
      retirement: null,
    }));
  return [...own, ...shipped];
}

export function isWanted({ template, own, retirement }: LibraryRow, filter: LibraryFilter): boolean {
  return (
    (filter.whose === 'all' || (filter.whose === 'own') === (own !== null)) &&
    (filter.scene === null || template.scene === filter.scene) &&
    (filter.tone === null || template.tone === filter.tone) &&
    (filter.platform === null || template.platforms.includes(filter.platform)) &&
    (filter.group === null || (own !== null && (template.group ?? '') === filter.group)) &&
    (filter.state === null || retirement === filter.state)
  );
}

/** The drawers that are in use, in the order of their names. */
export function groupsOf(kept: readonly KeptTemplate[]): string[] {
  return [...new Set(kept.flatMap(({ template }) => template.group ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'zh'),
  );
}
