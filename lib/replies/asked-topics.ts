/** What of a scene a buyer asks for: which replies answer just that, by words of their own. */
import type { AskedTopic } from './asked-topic-schema.ts';
import { compileScenes } from './scene-weights.ts';
import type { SceneRules } from './scene-schema.ts';
import { clausesOf, literal, openMessages, type SceneMessage } from './spoken-clauses.ts';

/** Topic of a reply -> the buyer's words that it answers. */
export type AskedTopics = Readonly<Record<string, { words: string; isSaidLast: boolean }>>;

/** So many characters may stand where a pattern has 「…」, within a clause. */
const GAP = '.{0,6}';

/**
 * @param messages of the conversation, the oldest first; those that are still to be answered are looked at
 * @returns of each topic the words that were said last
 */
export function askedTopics(
  messages: readonly SceneMessage[],
  topicWords: readonly AskedTopic[],
  rules: SceneRules,
): AskedTopics {
  const { plain } = compileScenes(rules);
  const open = openMessages(messages, rules.words.again).map((text) => clausesOf(text, plain));
  const asked = topicWords.flatMap(({ topics, words }) => {
    const pattern = patternOf(words);
    const heard = open.flatMap((clauses, at) =>
      clauses.flatMap((clause) => {
        const [found] = pattern.exec(clause) ?? [];
        return found === undefined ? [] : { words: found, isSaidLast: at === open.length - 1 };
      }),
    );
    return heard.length === 0 ? [] : topics.map((topic) => [topic, heard.at(-1)!] as const);
  });
  return Object.fromEntries(asked);
}

function patternOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.split('…').map(literal).join(GAP)).join('|'));
}
