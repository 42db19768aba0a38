/** What the panel was asked to show from elsewhere (the popup, a key of the browser). Interface state only, in memory. */
import { storedItem } from './stored-item.ts';

/** A customer, the customers of a segment's line (null for all shops), or whoever a text names. */
export type PanelSubject =
  | { shopId: string; customerId: string }
  | { shopId: string | null; query: string }
  | { text: string };

export type PanelFocus = PanelSubject & {
  /** Epoch ms: asking for the same customer twice is two requests. */
  askedAt: number;
};

export const panelFocus = storedItem<PanelFocus | null>('session', 'panelFocus', null);

/** A request older than this was for a panel that is long gone. */
const FRESH_MS = 10_000;

/** Calls back with what is asked for now and later on. @returns how to stop */
export function watchPanelFocus(show: (subject: PanelSubject) => void): () => void {
  const look = (focus: PanelFocus | null) => {
    if (focus && Date.now() - focus.askedAt < FRESH_MS) show(focus);
  };
  void panelFocus.getValue().then(look);
  return panelFocus.watch(look);
}
