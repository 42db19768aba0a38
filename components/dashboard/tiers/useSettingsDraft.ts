import { useState } from 'react';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ShopSettings } from '../../../lib/model/event.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';

export interface SettingsDraft {
  /** In force. */
  stored: ShopSettings;
  /** As the operator moves them. */
  settings: ShopSettings;
  isChanged: boolean;
  change: (settings: ShopSettings) => void;
  discard: () => void;
  save: () => void;
  /** What was saved just now and can be taken back. */
  saved: Undoable;
}

/** A shop's settings being changed; nothing is saved before the operator says so. */
export function useSettingsDraft(shopId: string, stored: ShopSettings): SettingsDraft {
  const [draft, setDraft] = useState<ShopSettings | null>(null);
  const saved = useUndoable();
  const isChanged = draft !== null && !isSame(draft, stored);
  // Once the store has taken it over, the store has the word again: an undo shows.
  if (draft !== null && !isChanged) setDraft(null);
  const settings = draft ?? stored;
  return {
    stored,
    settings,
    isChanged,
    change: setDraft,
    discard: () => setDraft(null),
    save: () => saved.run(() => toBackground.setShopSettings({ shopId, settings })),
    saved,
  };
}

function isSame(a: ShopSettings, b: ShopSettings): boolean {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = ({ categoryId, horizonDays, tiers }: ShopSettings) =>
    JSON.stringify([categoryId, horizonDays, sorted(tiers.variants), sorted(tiers.thresholds)]);
  return text(a) === text(b);
}
