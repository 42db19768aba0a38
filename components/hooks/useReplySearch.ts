import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { Tone } from '../../lib/model/own-template.ts';
import type { Platform } from '../../lib/model/platform.ts';
import type { FoundReplies } from '../../lib/views/replies/reply-search.ts';

export interface SearchAnswer extends FoundReplies {
  /** What it is the answer to. */
  query: string;
}

/**
 * Replies that fit what is typed. Asked of the background, which reads pinyin; for a moment the answer is still that to the
 * query before.
 * @returns null for an empty query and before the first answer
 */
export function useReplySearch(query: string, platform: Platform, tone: Tone): SearchAnswer | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const isAsked = query.trim() !== '';
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    const settle = (found: FoundReplies) => {
      if (isCurrent) setAnswer({ ...found, query });
    };
    toBackground.searchReplies({ query, platform, tone }).then(settle, () => settle({ ids: [], total: 0 }));
    return () => {
      isCurrent = false;
    };
  }, [isAsked, query, platform, tone]);
  return isAsked ? answer : null;
}
