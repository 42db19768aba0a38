/**
 * Whether a buyer wrote again after a reply was copied or filled, as the chat shows it by the times beside its messages. Nothing of what
 * was written is looked at or kept.
 */
import type { ChatMessage } from '../model/capture.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { AnswerRecord } from '../store/answer-record.ts';
import { standing } from '../views/standing-events.ts';

/** An answer within so long counts as one. */
const ANSWER_MS = 24 * 3_600_000;
/** A copied text goes out soon, or it is another text that goes out. */
const SEND_MS = 30 * 60_000;
/** So far the clock of the platform may be behind ours. */
const SKEW_MS = 3_000;
/** What the chat still shows is of the last days. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;

type Timed = ChatMessage & { at: number };

/**
 * @param messages of the open conversation, the oldest first
 * @param seenAt when they were seen, epoch ms
 */
export async function noteAnswers(
  db: LiukeDatabase,
  customerId: string,
  messages: readonly ChatMessage[],
  seenAt: number,
): Promise<void> {
  const timed = messages.filter((message): message is Timed => message.at !== undefined);
  if (timed.length === 0) return;
  await db.transaction('rw', [db.events, db.answers], async () => {
    const contacts = await contactsOf(db, customerId, seenAt - LOOK_BACK_MS);
    const known = await db.answers.bulkGet(contacts.map(({ id }) => id));
    const answers = contacts.flatMap(({ id, at }, index) => {
      const before = known[index];
      if (before?.isJudged) return [];
      const sentAt = before?.sentAt ?? sentAfter(timed, at, contacts[index + 1]?.at ?? Infinity);
      if (sentAt === null) return [];
      const answer = { contactId: id, customerId, sentAt, seenAt, ...answerTo(sentAt, timed, seenAt) };
      return before && !answer.isJudged ? [] : [answer];
    });
    await db.answers.bulkPut(answers);
  });
}

/** Replies copied or filled for this customer, the oldest first. */
async function contactsOf(db: LiukeDatabase, customerId: string, since: number) {
  const events = await db.events.where('customerId').equals(customerId).toArray();
  return standing(events).filter(
    (event) => event.kind === 'contact' && event.contact.templateId !== null && event.at >= since,
  );
}

/** @param until when the next reply was made ready: what goes out after that is that one */
function sentAfter(messages: readonly Timed[], contactAt: number, until: number): number | null {
  const sent = messages.find(({ from, at }) => from === 'seller' && at >= contactAt - SKEW_MS);
  return sent && sent.at < until && sent.at <= contactAt + SEND_MS ? sent.at : null;
}

function answerTo(
  sentAt: number,
  messages: readonly Timed[],
  seenAt: number,
): Pick<AnswerRecord, 'answeredAt' | 'isJudged'> {
  const sent = messages.findIndex(({ from, at }) => from === 'seller' && at === sentAt);
  const answer = messages.slice(sent + 1).find(({ from, at }) => from === 'buyer' && at >= sentAt);
  if (answer && answer.at <= sentAt + ANSWER_MS) return { answeredAt: answer.at, isJudged: true };
  // Of what has scrolled out of the conversation nothing is known.
  const isAllShown = messages[0]!.at <= sentAt;
  return { answeredAt: null, isJudged: isAllShown && seenAt > sentAt + ANSWER_MS };
}
