/**
 * Promises in what the shop itself wrote, as the open chat shows it: what was promised and until when is kept, the words are not. Texts
 * that were made ready here are in the log with their promise already.
 */
import type { ChatMessage } from '../model/capture.ts';
import { promisesIn } from '../replies/promise.ts';
import { promiseRules } from '../rules/replies.ts';
import { promisesInTexts } from '../service/promises.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { appendAll, eventTables } from './append-event.ts';

/** What was said longer ago is past. */
const LOOK_BACK_MS = 24 * 3_600_000;

/**
 * @param messages of the open conversation, the oldest first
 * @param seenAt when they were seen, epoch ms
 */
export async function notePromises(
  db: LiukeDatabase,
  customerId: string,
  messages: readonly ChatMessage[],
  seenAt: number,
): Promise<void> {
  const heard = messages.flatMap(({ from, at, text }) =>
    from !== 'seller' || at === undefined || seenAt - at > LOOK_BACK_MS
      ? []
      : promisesIn(text, promiseRules, at).flatMap(({ what, dueAt }) => (dueAt > seenAt ? { at, what, dueAt } : [])),
  );
  if (heard.length === 0) return;
  await db.transaction('rw', eventTables(db), async () => {
    const events = await db.events.where('customerId').equals(customerId).toArray();
    const known = new Set(events.map(({ id }) => id));
    // Said again, it is the same promise as long as it is open.
    const open = new Set(
      promisesInTexts(events).flatMap(({ outcome, dueAt, what }) => (outcome === 'open' && dueAt > seenAt ? what : [])),
    );
    for (const { at, what, dueAt } of heard) {
      const id = `promise|${customerId}|${at}|${what}`;
      if (known.has(id) || open.has(what)) continue;
      open.add(what);
      await appendAll(db, seenAt, [
        (stamp) => ({
          ...stamp,
          id,
          at,
          kind: 'promiseHeard',
          customerId,
          promise: { what, dueAt },
          promiseDueAt: dueAt,
        }),
      ]);
    }
  });
}
