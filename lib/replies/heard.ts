/** What a buyer's words come to, for whoever answers them. */
import type { AskedTopic } from './asked-topic-schema.ts';
import { askedTopics, type AskedTopics } from './asked-topics.ts';
import { scenesByStage, type ScenesByStage } from './scene.ts';
import type { SceneRules } from './scene-schema.ts';
import type { SceneMessage } from './spoken-clauses.ts';

export interface Heard {
  scenes: ScenesByStage;
  /** Replies that answer just what was asked. */
  topics: AskedTopics;
}

export function hearBuyer(
  messages: readonly SceneMessage[],
  sceneRules: SceneRules,
  topicWords: readonly AskedTopic[],
): Heard {
  return { scenes: scenesByStage(messages, sceneRules), topics: askedTopics(messages, topicWords, sceneRules) };
}
