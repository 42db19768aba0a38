import type { Platform } from '../model/platform.ts';
import { canInsert, render, type RenderedReply } from './render.ts';
import type { ReplyTemplate } from './reply-template.ts';

/** Why a reply is suggested, as facts for the interface to put into words. */
export type ReplyReason =
  | { kind: 'scene'; sceneId: string }
  | { kind: 'tier'; tierId: string }
  | { kind: 'ready' }
  | { kind: 'needs'; names: string[] };

export interface ReplySuggestion {
  template: ReplyTemplate;
  rendered: RenderedReply;
  why: ReplyReason[];
}

export interface SuggestRepliesInput {
  templates: readonly ReplyTemplate[];
  /** Best first, as `detectScenes` returns them or as the person chose. None: nothing is suggested. */
  sceneIds: readonly string[];
  /** The tiers of this customer. */
  tierIds: readonly string[];
  platform: Platform;
  values: Readonly<Record<string, string>>;
}

/**
 * The replies that fit the platform, a scene and the tier: by scene, then those written for the tier, then those with
 * the fewest fields left to fill. Equal ones keep the order of the templates.
 */
export function suggestReplies({
  templates,
  sceneIds,
  tierIds,
  platform,
  values,
}: SuggestRepliesInput): ReplySuggestion[] {
  return templates
    .filter((template) => sceneIds.includes(template.scene) && template.platforms.includes(platform))
    .filter((template) => template.tierIds.length === 0 || tierOf(template, tierIds) !== undefined)
    .map((template) => suggestion(template, tierOf(template, tierIds), values))
    .toSorted(
      (a, b) =>
        sceneIds.indexOf(a.template.scene) - sceneIds.indexOf(b.template.scene) ||
        Number(b.template.tierIds.length > 0) - Number(a.template.tierIds.length > 0) ||
        a.rendered.missing.length - b.rendered.missing.length,
    );
}

function tierOf(template: ReplyTemplate, tierIds: readonly string[]): string | undefined {
  return tierIds.find((tierId) => template.tierIds.includes(tierId));
}

function suggestion(
  template: ReplyTemplate,
  tierId: string | undefined,
  values: Readonly<Record<string, string>>,
): ReplySuggestion {
  const rendered = render(template, values);
  const why: ReplyReason[] = [{ kind: 'scene', sceneId: template.scene }];
  if (tierId !== undefined) why.push({ kind: 'tier', tierId });
  why.push(canInsert(rendered) ? { kind: 'ready' } : { kind: 'needs', names: rendered.missing });
  return { template, rendered, why };
}
