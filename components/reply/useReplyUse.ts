import { useState } from 'react';
import { toBackground, toTab } from '../../lib/browser/send.ts';
import type { FillResult } from '../../lib/messaging/answers.ts';
import type { Contact } from '../../lib/model/event.ts';
import { copyText } from '../hooks/useCopy.ts';

/** What became of the last click. */
export type ReplyOutcome =
  | { kind: 'done'; how: Contact['how']; text: string; record: 'none' | 'failed' | { eventId: string } | 'undone' }
  | { kind: 'failed'; because: Extract<FillResult, { filled: false }>['because'] | 'copyRefused' | 'noAnswer' };

/**
 * Copying a text or putting it into the chat box, and writing down that a contact was prepared. Never sends.
 * @param contactOf the contact to record; null where no customer is in focus
 */
export function useReplyUse(contactOf: (how: Contact['how']) => Contact | null) {
  const [outcome, setOutcome] = useState<ReplyOutcome | null>(null);

  /** The same text copied again, or copied and then filled, is one contact. */
  const recordOnce = async (how: Contact['how'], text: string) => {
    if (outcome?.kind === 'done' && outcome.text === text && typeof outcome.record === 'object') return outcome.record;
    const contact = contactOf(how);
    if (!contact) return 'none';
    return await toBackground.recordContact(contact).catch(() => 'failed' as const);
  };
  const finish = async (how: Contact['how'], text: string) =>
    setOutcome({ kind: 'done', how, text, record: await recordOnce(how, text) });

  return {
    outcome,
    async copy(text: string) {
      if (await copyText(text)) await finish('copied', text);
      else setOutcome({ kind: 'failed', because: 'copyRefused' });
    },
    async fill(tabId: number, customerKey: string, text: string) {
      const result = await toTab(tabId)
        .fillReply({ customerKey, text })
        .catch(() => null);
      if (result?.filled) await finish('filled', text);
      else setOutcome({ kind: 'failed', because: result?.because ?? 'noAnswer' });
    },
    async undo() {
      if (outcome?.kind !== 'done' || typeof outcome.record !== 'object') return;
      await toBackground.undoEvent({ eventId: outcome.record.eventId });
      setOutcome({ ...outcome, record: 'undone' });
    },
  };
}
