/** Names and notes as they may be shown: masked, or said to be locked. */
import { t } from '../../lib/browser/i18n.ts';
import { maskName } from '../../lib/model/identity.ts';
import { isSealed } from '../../lib/model/sealed.ts';

/** A name masked; one that the lock has sealed as such. */
export function shownName(display: string): string {
  return isSealed(display) ? t('lockedName') : maskName(display);
}

/** @param pageName as the page shows it: that is there to be seen, locked or not */
export function customerName(display: string | null, pageName: string | null): string {
  if (display !== null && !isSealed(display)) return maskName(display);
  if (pageName !== null) return shownName(pageName);
  return display === null ? t('unnamedBuyer') : t('lockedName');
}

/** What a person wrote, unless the lock has sealed it. */
export function shownNote(text: string): string {
  return isSealed(text) ? t('lockedNote') : text;
}
