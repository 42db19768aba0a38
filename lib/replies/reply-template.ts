/** A reply (话术) as it is offered: who may get it, in which scene, in which tone, and where its wording comes from. */
import type { Label } from '../model/label.ts';
import type { Tone } from '../model/own-template.ts';
import type { Platform } from '../model/platform.ts';
import type { OrderStage } from '../model/order-stage.ts';

export interface ReplyTemplate {
  id: string;
  /** The same thing said in another tone has the same topic. */
  topic: string;
  scene: string;
  label: Label;
  tone: Tone;
  platforms: readonly Platform[];
  /** Empty: for every tier. */
  tierIds: readonly string[];
  /** Where an order must stand; empty: anywhere. */
  stages: readonly OrderStage[];
  text: string;
  /** It answers something that buyers ask for in words of their own; without them it seldom fits. Left out for no. */
  isSpecific?: boolean;
  /** The variables the text asks for. */
  variables: readonly string[];
  /** The practice the wording follows, by its id; null for a shop's own. */
  source: string | null;
  /** The shop's drawer; null for shipped ones and for none. */
  group: string | null;
  owner: string | null;
  /** The last Shanghai day on which it is offered; null for no end. */
  expiresDay: number | null;
}

/** A shop's own templates have no other source than the shop. */
export function isOwn({ source }: ReplyTemplate): boolean {
  return source === null;
}
