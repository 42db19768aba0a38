/** What a conversation is about (场景), from the buyer's own words. */
import { foldText } from '../compliance/fold.ts';
import type { ReplyScene } from './scene-schema.ts';

export interface SceneMessage {
  from: 'buyer' | 'seller' | 'system';
  text: string;
}

export interface DetectedScene {
  sceneId: string;
  /** The words found, for the person to check. */
  cues: string[];
}

/**
 * The scenes of the buyer's last messages: those after the seller's last one, else the last three. Best first (more and
 * longer cues), empty when no cue is there.
 */
export function detectScenes(messages: readonly SceneMessage[], scenes: readonly ReplyScene[]): DetectedScene[] {
  const texts = openMessages(messages).map((text) => foldText(text).text);
  return scenes
    .map((scene) => ({
      sceneId: scene.id,
      cues: scene.cues.filter((cue) => texts.some((text) => speaks(text, cue, scene.unless))),
    }))
    .filter((found) => found.cues.length > 0)
    .toSorted((a, b) => weight(b.cues) - weight(a.cues));
}

function openMessages(messages: readonly SceneMessage[]): string[] {
  const lastSeller = messages.findLastIndex((message) => message.from === 'seller');
  const buyerTexts = (from: number) =>
    messages.slice(from).flatMap((message) => (message.from === 'buyer' ? [message.text] : []));
  const open = buyerTexts(lastSeller + 1);
  return open.length > 0 ? open : buyerTexts(0).slice(-3);
}

/** The cue stands somewhere outside every `unless` phrase. */
function speaks(text: string, cue: string, unless: readonly string[]): boolean {
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    if (!unless.some((phrase) => covers(text, phrase, at, at + cue.length))) return true;
  }
  return false;
}

function covers(text: string, phrase: string, start: number, end: number): boolean {
  const first = text.indexOf(phrase, Math.max(0, end - phrase.length));
  return first >= 0 && first <= start;
}

function weight(cues: readonly string[]): number {
  return cues.reduce((sum, cue) => sum + cue.length, 0);
}
