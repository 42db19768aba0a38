import { readReplyOutcomes, type ReplyUsage } from '../../lib/views/replies/reply-outcomes.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

const nothing: ReadonlyMap<string, ReplyUsage> = new Map();

/** How replies were used and what came of it, by template id; nothing while it is being read. */
export function useReplyOutcomes(): ReadonlyMap<string, ReplyUsage> {
  return useKeyedQuery('replyOutcomes', 0, () => readReplyOutcomes(database, Date.now())) ?? nothing;
}
