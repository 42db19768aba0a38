import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { OrderStage } from '../../lib/model/order-stage.ts';
import type { DetectedScene } from '../../lib/replies/scene.ts';

/**
 * What the buyer speaks of. Asked of the background, since the words for it are as large as the panel; the texts are looked at
 * and forgotten. For a moment after a new message the answer is still that before it.
 * @returns undefined before the first answer
 */
export function useScenes(
  messages: readonly ChatMessage[],
  stage: OrderStage | null,
): readonly DetectedScene[] | undefined {
  const heard = messages.length === 0 ? null : JSON.stringify(messages);
  const [answer, setAnswer] = useState<readonly DetectedScene[]>();
  useEffect(() => {
    if (heard === null) return undefined;
    let isCurrent = true;
    const settle = (found: readonly DetectedScene[]) => {
      if (isCurrent) setAnswer(found);
    };
    toBackground.hearScenes({ messages: JSON.parse(heard) as ChatMessage[], stage }).then(settle, () => settle([]));
    return () => {
      isCurrent = false;
    };
  }, [heard, stage]);
  return heard === null ? nothing : answer;
}

const nothing: readonly DetectedScene[] = [];
