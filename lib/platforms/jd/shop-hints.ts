/** Whose shop a page of the JD console is: its frame names the account, its shop card the vender id. */
import type { ShopHint } from '../../model/capture.ts';
import { textOf, wholeText } from '../reading/text.ts';

const account = '[class*="right-account-top-name"], .content-pin[title]';
const shopCardItem = '[class*="shop-cardV1__textItem"], [class*="shop-card"] [class*="textItem"]';

export function jdShopHints(document: Document): ShopHint[] {
  const hints: ShopHint[] = [];
  const accountElement = document.querySelector(account);
  const accountName = accountElement ? wholeText(accountElement) : '';
  if (accountName !== '') hints.push({ kind: 'account', value: accountName });
  for (const item of document.querySelectorAll(shopCardItem)) {
    const vender = /^商家ID\s*[:：]?\s*(\d+)$/.exec(textOf(item));
    if (vender) hints.push({ kind: 'vender', value: vender[1]! });
  }
  return hints;
}
