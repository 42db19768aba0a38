/**
 * Whose shop a page of the Taobao console is. No certain place for it is known, so only a
 * labelled or plainly named shop name is taken; without one the page belongs to the platform's unnamed shop.
 */
import type { ShopHint } from '../../model/capture.ts';
import { wholeText } from '../reading/text.ts';

const shopName = '[class*="shop-name"], [class*="shopName"], [data-shop-name]';

export function taobaoShopHints(document: Document): ShopHint[] {
  const element = document.querySelector(shopName);
  const value = element
    ? (element.getAttribute('data-shop-name') ?? wholeText(element)).replace(/^店铺(名称)?\s*[:：]\s*/, '')
    : '';
  return value !== '' && value.length <= 60 ? [{ kind: 'name', value }] : [];
}
