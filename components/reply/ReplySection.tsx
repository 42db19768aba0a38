import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { valuesFor } from '../../lib/replies/fill-values.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { detectScenes } from '../../lib/replies/scene.ts';
import { suggestReplies, type ReplySuggestion } from '../../lib/replies/suggest-replies.ts';
import { replyScenes, replyTemplates } from '../../lib/rules/replies.ts';
import { useNow } from '../hooks/useNow.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Section } from '../ui/Section.tsx';
import { OrderChoice } from './OrderChoice.tsx';
import { OtherReplies } from './OtherReplies.tsx';
import { ReplyEditor } from './ReplyEditor.tsx';
import { ReplyOption } from './ReplyOption.tsx';
import { SceneChoice } from './SceneChoice.tsx';
import { replyOfferOf, type ReplyContext } from './reply-context.ts';
import styles from './ReplySection.module.css';

const SHOWN_AT_ONCE = 3;

interface Props {
  context: ReplyContext;
  /** The person asked for the words of the suggestion: its scene comes before the one the chat speaks of. */
  isAsked: boolean;
}

/** What to say: the scene, the replies that fit it best, and the chosen one made ready. */
export function ReplySection({ context, isAsked }: Props) {
  const { platform, tierIds, orders, chat, suggestion } = context;
  const now = useNow();
  const section = useRef<HTMLElement>(null);
  const suggestedScene = suggestion?.playbook.sceneId ?? null;
  const [pickedScenes, setPickedScenes] = useState(isAsked && suggestedScene ? [suggestedScene] : null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [orderId, setOrderId] = useState<string | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});

  useEffect(() => {
    if (!isAsked) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  }, [isAsked]);

  const detected = chat ? detectScenes(chat.messages, replyScenes) : [];
  const offeredScenes =
    detected.length > 0 ? detected.map(({ sceneId }) => sceneId) : suggestedScene ? [suggestedScene] : [];
  const sceneIds = pickedScenes ?? offeredScenes;
  const order = orders.find((candidate) => candidate.orderId === orderId) ?? orders[0] ?? null;
  const known = valuesFor({ order, offer: replyOfferOf(suggestion), now });
  const inScene = suggestReplies({ templates: replyTemplates, sceneIds, tierIds, platform, values: known });
  const onPlatform = replyTemplates.filter((template) => template.platforms.includes(platform));
  const shown = withChosen(inScene.slice(0, SHOWN_AT_ONCE), onPlatform, chosenId, (template) =>
    suggestReplies({
      templates: [template],
      sceneIds: [template.scene],
      tierIds: template.tierIds,
      platform,
      values: known,
    }),
  );
  const chosen = shown.find((reply) => reply.template.id === chosenId) ?? shown[0];

  /** From the first touch on, the scenes stay: a new message must not take a half-written reply away. */
  const settle = () => setPickedScenes((picked) => picked ?? offeredScenes);
  const choose = (template: ReplyTemplate) => {
    settle();
    setChosenId(template.id);
  };

  return (
    <Section title={t('repliesTitle')} ref={section}>
      <div className={styles.choices}>
        <SceneChoice
          sceneId={sceneIds[0] ?? null}
          detected={detected}
          onChoose={(sceneId) => {
            setPickedScenes([sceneId]);
            setChosenId(null);
          }}
        />
        <OrderChoice orders={orders} orderId={order?.orderId ?? null} onChoose={setOrderId} />
      </div>
      {shown.length === 0 && <EmptyLine>{t(sceneIds.length === 0 ? 'chooseSceneFirst' : 'noReplyInScene')}</EmptyLine>}
      <ul>
        {shown.map((reply) => (
          <ReplyOption
            key={reply.template.id}
            reply={reply}
            isChosen={reply === chosen}
            onChoose={() => choose(reply.template)}
          >
            <ReplyEditor
              context={context}
              template={reply.template}
              known={known}
              typed={typed}
              onType={(name, value) => {
                choose(reply.template);
                setTyped((before) => ({ ...before, [name]: value }));
              }}
            />
          </ReplyOption>
        ))}
      </ul>
      <OtherReplies
        templates={onPlatform.filter((template) => !shown.some((reply) => reply.template === template))}
        onChoose={choose}
      />
    </Section>
  );
}

/** The chosen reply stays on the list though it is not among the best. */
function withChosen(
  best: ReplySuggestion[],
  all: readonly ReplyTemplate[],
  chosenId: string | null,
  suggestionsOf: (template: ReplyTemplate) => ReplySuggestion[],
): ReplySuggestion[] {
  const chosen = all.find((template) => template.id === chosenId);
  return !chosen || best.some((reply) => reply.template === chosen) ? best : [...suggestionsOf(chosen), ...best];
}
