import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { Heard } from '../../lib/replies/heard.ts';

/** Where nothing is said, and where the background gave no answer. */
export const nothingHeard: Heard = {
  scenes: { none: [], unpaid: [], paid: [], shipped: [], signed: [], afterSale: [], cancelled: [] },
  topics: {},
};

/**
 * What the buyer speaks of. Asked of the background, since the words for it are as large as the panel; the texts are looked at
 * and forgotten. For a moment after a new message the answer is still that before it.
 * @returns undefined before the first answer
 */
export function useHeard(messages: readonly ChatMessage[]): Heard | undefined {
  const asked = messages.length === 0 ? null : JSON.stringify(messages);
  const [answer, setAnswer] = useState<Heard>();
  useEffect(() => {
    if (asked === null) return undefined;
    let isCurrent = true;
    const settle = (found: Heard) => {
      if (isCurrent) setAnswer(found);
    };
    toBackground.hearBuyer({ messages: JSON.parse(asked) as ChatMessage[] }).then(settle, () => settle(nothingHeard));
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return asked === null ? nothingHeard : answer;
}
