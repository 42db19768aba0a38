import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { ScenesByStage } from '../../lib/replies/scene.ts';

/** Where nothing is said, and where the background gave no answer. */
export const nothingHeard: ScenesByStage = {
  none: [],
  unpaid: [],
  paid: [],
  shipped: [],
  signed: [],
  afterSale: [],
  cancelled: [],
};

/**
 * What the buyer speaks of. Asked of the background, since the words for it are as large as the panel; the texts are looked at
 * and forgotten. For a moment after a new message the answer is still that before it.
 * @returns undefined before the first answer
 */
export function useScenes(messages: readonly ChatMessage[]): ScenesByStage | undefined {
  const heard = messages.length === 0 ? null : JSON.stringify(messages);
  const [answer, setAnswer] = useState<ScenesByStage>();
  useEffect(() => {
    if (heard === null) return undefined;
    let isCurrent = true;
    const settle = (found: ScenesByStage) => {
      if (isCurrent) setAnswer(found);
    };
    toBackground.hearScenes({ messages: JSON.parse(heard) as ChatMessage[] }).then(settle, () => settle(nothingHeard));
    return () => {
      isCurrent = false;
    };
  }, [heard]);
  return heard === null ? nothingHeard : answer;
}
