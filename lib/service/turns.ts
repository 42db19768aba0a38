/** The turns of a conversation, as platforms count them: from the first unanswered message of the buyer to the first answer. */
import type { ChatMessage } from '../model/capture.ts';
import type { Turn } from '../model/turn.ts';
import { isSmallTalk } from './small-talk.ts';
import type { SmallTalk } from './small-talk-schema.ts';

/** Of a longer conversation the first message in sight need not be the first of its turn. */
const WHOLE_BELOW = 10;
/** Nobody types so fast: such an answer is a robot's, which counts for no person's. */
const ROBOT_MS = 1000;
/** A month, and the one before. */
const KEPT_MS = 62 * 86_400_000;

/**
 * Turns whose times the page told; one with a message of no time in it is left out.
 * @param messages the oldest first
 * @param seenAt when they were in sight, epoch ms
 */
export function turnsIn(messages: readonly ChatMessage[], seenAt: number, smallTalk: SmallTalk): Turn[] {
  const said = messages.filter(({ from }) => from !== 'system');
  const turns: Turn[] = [];
  let first = 0;
  while (first < said.length) {
    if (said[first]!.from !== 'buyer') {
      first += 1;
      continue;
    }
    const since = said[first]!.at;
    const isAnswer = ({ from, at }: ChatMessage) =>
      from === 'seller' && !(at !== undefined && since !== undefined && at - since < ROBOT_MS);
    const after = said.findIndex((message, index) => index > first && isAnswer(message));
    const end = after < 0 ? said.length : after;
    const answeredAt = said[after]?.at;
    const isWhole = first > 0 || said.length < WHOLE_BELOW;
    if (isWhole && since !== undefined && (after < 0 || answeredAt !== undefined))
      turns.push({
        since,
        answeredAt: answeredAt ?? null,
        openAt: answeredAt === undefined ? Math.max(since, seenAt) : since,
        isThanks: said.slice(first, end).every(({ from, text }) => from !== 'buyer' || isSmallTalk(text, smallTalk)),
      });
    first = end;
  }
  return turns;
}

/** What was known with what is seen now, the oldest first. What is older than two months is left out. */
export function withTurns(known: readonly Turn[], seen: readonly Turn[], now: number): Turn[] {
  const all = new Map(known.map((turn) => [turn.since, turn]));
  for (const turn of seen) {
    const before = all.get(turn.since);
    const answeredAt = before?.answeredAt ?? turn.answeredAt;
    all.set(turn.since, before ? { ...turn, answeredAt, openAt: Math.max(before.openAt, turn.openAt) } : turn);
  }
  return [...all.values()].filter(({ since }) => now - since < KEPT_MS).toSorted((a, b) => a.since - b.since);
}
