/** Which customer the panel was asked to show from elsewhere (the popup). Interface state only, in memory. */
import { storedItem } from './stored-item.ts';

export interface PanelFocus {
  shopId: string;
  customerId: string;
  /** Epoch ms: asking for the same customer twice is two requests. */
  askedAt: number;
}

export const panelFocus = storedItem<PanelFocus | null>('session', 'panelFocus', null);
