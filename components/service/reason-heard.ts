import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import { reasonGroups } from '../../lib/rules/service.ts';

/** The label of what the buyer speaks of; null where nothing is heard, or nothing that is one. */
export async function reasonHeard(messages: readonly ChatMessage[]): Promise<string | null> {
  if (messages.length === 0) return null;
  const heard = await toBackground.hearBuyer({ messages: [...messages] }).catch(() => null);
  const labels = reasonGroups.flatMap((group) => group.labels);
  const ids = (heard?.scenes.none ?? []).flatMap(
    ({ sceneId }) => labels.find(({ sceneIds }) => sceneIds.includes(sceneId))?.id ?? [],
  );
  return ids[0] ?? null;
}
