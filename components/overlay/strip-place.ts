/** Where the strip stands: at the right, where the buyer's own words seldom are, over the part of the page that holds the chat box, its tools included, and never over a dialog. */

import { liesOver } from './layers.ts';

/** As style properties; from the edges of the viewport. */
export interface StripPlace {
  right: string;
  width: string;
  bottom: string;
  maxHeight: string;
}

const GAP_PX = 6;
const MIN_WIDTH_PX = 280;
const MAX_WIDTH_PX = 480;
const MIN_HEIGHT_PX = 40;
/** The box with its tools takes up so much of the window at most; what is larger holds the messages as well. */
const FOOT_SHARE = 0.4;

/**
 * @param host of our own layer, which covers nothing
 * @returns null while the box is off screen or covered, or something lies where the strip would be
 */
export function stripPlace(editor: HTMLElement, view: Window, host: Element): StripPlace | null {
  if (!editor.isConnected) return null;
  const box = editor.getBoundingClientRect();
  const [width, height] = [view.innerWidth, view.innerHeight];
  if (box.width === 0 || box.bottom <= 0 || box.top >= height) return null;
  const foot = footOf(editor, height).getBoundingClientRect();
  const bottom = Math.min(foot.top, height) - GAP_PX;
  if (bottom < MIN_HEIGHT_PX) return null;
  const wide = Math.min(Math.max(Math.min(foot.width - 2 * GAP_PX, MAX_WIDTH_PX), MIN_WIDTH_PX), width - 2 * GAP_PX);
  const left = Math.min(Math.max(GAP_PX, foot.right - GAP_PX - wide), width - wide - GAP_PX);
  const middle = (Math.max(box.top, 0) + Math.min(box.bottom, height)) / 2;
  const topAt = (x: number, y: number) =>
    editor.ownerDocument.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
  const isFree = (x: number, y: number) => !liesOver(topAt(x, y), editor);
  if (!isFree(box.left + box.width / 2, middle)) return null;
  if (![left + 4, left + wide / 2, left + wide - 4].every((x) => isFree(x, bottom - MIN_HEIGHT_PX / 2))) return null;
  return {
    right: `${Math.round(width - left - wide)}px`,
    width: `${Math.round(wide)}px`,
    bottom: `${Math.round(height - bottom)}px`,
    maxHeight: `${Math.round(bottom - GAP_PX)}px`,
  };
}

function footOf(editor: Element, viewHeight: number): Element {
  let foot = editor;
  for (let next = foot.parentElement; next; next = next.parentElement) {
    if (next.getBoundingClientRect().height > viewHeight * FOOT_SHARE) break;
    foot = next;
  }
  return foot;
}
