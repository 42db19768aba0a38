import { useState } from 'react';
import { fillFields } from '../../lib/replies/fill-fields.ts';
import { valuesFor } from '../../lib/replies/fill-values.ts';
import { blanksOf } from '../../lib/replies/placeholders.ts';
import { orderStageOf } from '../../lib/replies/order-stage.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { suggestReplies, type SuggestRepliesInput } from '../../lib/replies/suggest-replies.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { useNow } from '../hooks/useNow.ts';
import { useReplyOutcomes } from '../hooks/useReplyOutcomes.ts';
import { useTone } from '../hooks/useTone.ts';
import { useLibrary } from './library-context.ts';
import { sceneOf } from '../../lib/actions/suggest.ts';
import { replyOfferOf, type ReplyContext } from './reply-context.ts';

const SHOWN_AT_ONCE = 3;

/**
 * What the buyer speaks of, which replies fit, and what the person chose among them.
 * @param isAsked begins with the scene of the suggestion that the words were asked for
 */
export function useReplyChoice(context: ReplyContext, isAsked: boolean) {
  const { platform, tierIds, orders, heard, suggestion } = context;
  const { templates, variables, scenes } = useLibrary();
  const now = useNow();
  const [tone, setTone] = useTone();
  const outcomes = useReplyOutcomes();
  const suggestedScene = suggestion && sceneOf(suggestion);
  const [pickedScenes, setPickedScenes] = useState(isAsked && suggestedScene ? [suggestedScene] : null);
  const [chosenTopic, setChosenTopic] = useState<string | null>(null);
  const [orderId, setOrderId] = useState<string | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});

  const order = orders.find((candidate) => candidate.orderId === orderId) ?? orders[0] ?? null;
  const stage = orderStageOf(order, order !== null && context.openOrderIds.includes(order.orderId));
  const detected = heard?.scenes[stage ?? 'none'] ?? [];
  const offeredScenes =
    detected.length > 0 ? detected.map(({ sceneId }) => sceneId) : suggestedScene ? [suggestedScene] : [];
  const sceneIds = pickedScenes ?? offeredScenes;

  // A scene that a suggestion or a person chose says nothing of what the buyer said.
  const spokenOf = sceneIds.filter((id) => detected.some(({ sceneId }) => sceneId === id));
  const problem = spokenOf.flatMap((id) => scenes.find((scene) => scene.id === id)?.problem ?? [])[0];
  const known = valuesFor({
    order,
    orderSeenAt: order?.seenAt ?? null,
    offer: replyOfferOf(suggestion),
    right: suggestion?.instead?.benefit.label.zh ?? null,
    points: context.points,
    past: context.wholePast,
    shopName: context.shopName,
    problem: problem ?? null,
    now,
  });
  const input: SuggestRepliesInput = {
    templates,
    sceneIds,
    tierIds,
    about: suggestion?.instead ? 'rights' : null,
    asked: heard?.topics ?? {},
    stage,
    tone,
    platform,
    outcomes,
    today: dayOf(now),
    fill: ({ variables: names, text }) => fillFields([...names, ...blanksOf(text)], variables, known, typed, now),
  };
  const inScene = suggestReplies(input).slice(0, SHOWN_AT_ONCE);
  const isAmong = chosenTopic === null || inScene.some(({ template }) => template.topic === chosenTopic);
  const others = isAmong ? [] : suggestionsOf(chosenTopic, input);
  const shown = [...others, ...inScene];

  /** From the first touch on, the scenes stay: a new message must not take a half-written reply away. */
  const settle = () => setPickedScenes((picked) => picked ?? offeredScenes);
  return {
    tone,
    setTone,
    orderId: order?.orderId ?? null,
    setOrderId,
    /** Of that order; null where it is not known. */
    stage,
    /** False until it is known what the buyer speaks of. */
    isHeard: heard !== undefined,
    detected,
    outcomes,
    sceneIds,
    pickScene: (sceneId: string) => {
      setPickedScenes([sceneId]);
      setChosenTopic(null);
    },
    /** The best three; before them one that was searched for. */
    shown,
    /** How many of those stand before the best three. */
    before: others.length,
    chosen: shown.find(({ template }) => template.topic === chosenTopic) ?? shown[0] ?? null,
    choose: ({ topic }: ReplyTemplate) => {
      settle();
      setChosenTopic(topic);
    },
    typed,
    type: (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value })),
  };
}

/** A reply that was searched for is shown whatever scene and tier it was written for. */
function suggestionsOf(topic: string, input: SuggestRepliesInput) {
  const templates = input.templates.filter((template) => template.topic === topic);
  const [first] = templates;
  return first ? suggestReplies({ ...input, templates, sceneIds: [first.scene], tierIds: first.tierIds }) : [];
}
