/** Searching the whole library, the shop's own replies with it. The index is made once and kept until they change. */
import type { Label } from '../../model/label.ts';
import type { Tone } from '../../model/own-template.ts';
import type { Platform } from '../../model/platform.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { libraryTemplate } from '../../replies/own-templates.ts';
import type { ReplyTemplate } from '../../replies/reply-template.ts';
import { indexReplies, searchReplies, type ReplyIndex } from '../../replies/search/search-replies.ts';
import { byTopic } from '../../replies/suggest-replies.ts';
import { replyTemplates, sceneRules } from '../../rules/replies.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readOwnTemplates } from './own-templates.ts';

export interface FoundReplies {
  /** Ids of the best few. */
  ids: string[];
  total: number;
}

const BEST = 8;

/** @param labelOf a label in the interface's language */
export function openReplySearch(db: LiukeDatabase, labelOf: (label: Label) => string) {
  let kept: { key: string; index: Promise<ReplyIndex> } | null = null;
  const nameOf = ({ group, scene, label }: ReplyTemplate) => {
    const of = sceneRules.scenes.find(({ id }) => id === scene)?.label;
    return [group, of && labelOf(of), labelOf(label)].filter(Boolean).join(' · ');
  };
  const indexFor = async (platform: Platform, tone: Tone, today: number) => {
    const own = (await readOwnTemplates(db)).map(({ template }) => libraryTemplate(template));
    const usable = [...own, ...replyTemplates].filter(
      ({ platforms, expiresDay }) => platforms.includes(platform) && (expiresDay === null || expiresDay >= today),
    );
    return indexReplies(byTopic(usable, tone), nameOf);
  };
  return {
    /** The library changed. */
    forget() {
      kept = null;
    },
    /** @param now epoch ms: what has ended is not found */
    async search(asked: { query: string; platform: Platform; tone: Tone }, now: number): Promise<FoundReplies> {
      const key = [asked.platform, asked.tone, dayOf(now)].join(' ');
      if (kept?.key !== key) kept = { key, index: indexFor(asked.platform, asked.tone, dayOf(now)) };
      const found = searchReplies(await kept.index, asked.query);
      return { ids: found.slice(0, BEST).map(({ id }) => id), total: found.length };
    },
  };
}
