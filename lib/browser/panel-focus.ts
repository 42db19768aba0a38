/** Which customer the panel was asked to show from elsewhere (the popup). Interface state only, in memory. */
import { storage } from 'wxt/utils/storage';

export interface PanelFocus {
  shopId: string;
  customerId: string;
  /** Epoch ms: asking for the same customer twice is two requests. */
  askedAt: number;
}

export const panelFocus = storage.defineItem<PanelFocus | null>('session:panelFocus', { fallback: null });
