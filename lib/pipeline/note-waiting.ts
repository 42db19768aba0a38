/**
 * Since when a buyer waits for an answer in the chat, and when it came. Times alone are kept. What was not looked at is not known: an
 * answer that came unseen is no answer in time.
 */
import type { ChatMessage } from '../model/capture.ts';
import { detectScenes } from '../replies/scene.ts';
import { smallTalk } from '../rules/clocks.ts';
import { sceneRules } from '../rules/replies.ts';
import { reasonGroups } from '../rules/service.ts';
import type { Matter } from '../model/matter.ts';
import type { Turn } from '../model/turn.ts';
import { turnsIn, withTurns } from '../service/turns.ts';
import { seenWait } from '../service/waiting.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { WaitRecord } from '../store/wait-record.ts';

/** Looked at again within so long, it was never out of sight. */
const IN_SIGHT_MS = 120_000;

const labels = reasonGroups.flatMap((group) => group.labels);

/**
 * @param messages of the open conversation, the oldest first
 * @param seenAt when they were seen, epoch ms
 */
export async function noteWaiting(
  db: LiukeDatabase,
  { shopId, customerId }: { shopId: string; customerId: string },
  messages: readonly ChatMessage[],
  seenAt: number,
): Promise<void> {
  if (messages.length === 0) return;
  await db.transaction('rw', [db.waits, db.forgotten], async () => {
    if (await db.forgotten.get(customerId)) return;
    const known = await db.waits.get(customerId);
    const before = known?.state === 'waiting' ? known : null;
    const turns = withTurns(known?.turns ?? [], turnsIn(messages, seenAt, smallTalk), seenAt);
    const seen = seenWait(messages, before?.since ?? null, smallTalk);
    if (seen.isWaiting) {
      const since = seen.since ?? before?.since ?? seenAt;
      const isExact = seen.since !== null;
      // Anew each time: who asked something may come to complain while they wait.
      const matter = matterOf(messages);
      const wait = { customerId, shopId, since, isExact, matter, seenAt, state: 'waiting' as const, answeredAt: null };
      await db.waits.put({ ...wait, turns });
    } else if (before) {
      await db.waits.put({ ...before, ...answered(before, seen.answeredAt, seenAt), seenAt, turns });
    } else if (known ? JSON.stringify(known.turns ?? []) !== JSON.stringify(turns) : turns.length > 0) {
      await db.waits.put({ ...(known ?? answeredAtFirst(turns, { customerId, shopId, seenAt }, messages)), turns });
    }
  });
}

/** Conversations that are in sight until now, be it the last moment. Nothing new is to be read there. */
export async function noteInSight(db: LiukeDatabase, customerIds: readonly string[], now: number): Promise<void> {
  await db.transaction('rw', db.waits, async () => {
    for (const wait of await db.waits.bulkGet([...customerIds])) {
      if (wait?.state === 'waiting' && wait.seenAt < now) await db.waits.put({ ...wait, seenAt: now });
    }
  });
}

/** Of a buyer who had their answer before we looked. */
function answeredAtFirst(
  turns: readonly Turn[],
  seen: Pick<WaitRecord, 'customerId' | 'shopId' | 'seenAt'>,
  messages: readonly ChatMessage[],
): WaitRecord {
  const { since, answeredAt } = turns.findLast((turn) => turn.answeredAt !== null) ?? turns.at(-1)!;
  return { ...seen, since, isExact: true, matter: matterOf(messages), state: 'answered', answeredAt };
}

function answered(
  before: WaitRecord,
  answeredAt: number | null,
  seenAt: number,
): Pick<WaitRecord, 'state' | 'answeredAt'> {
  if (answeredAt !== null) return { state: 'answered', answeredAt };
  return seenAt - before.seenAt <= IN_SIGHT_MS
    ? { state: 'answered', answeredAt: seenAt }
    : { state: 'unseen', answeredAt: null };
}

/** By what their words are about; a question where they say nothing that is known. */
function matterOf(messages: readonly ChatMessage[]): Matter {
  const [scene] = detectScenes(messages, sceneRules);
  return labels.find(({ sceneIds }) => scene && sceneIds.includes(scene.sceneId))?.matter ?? 'general';
}
