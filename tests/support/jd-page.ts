/** The least that a JD console page must show to be read: for tests of what happens around the readers. */
export const ORDER_LIST_URL = 'https://shop.jd.com/jdm/trade/orders/order-list';
export const CHAT_URL = 'https://dongdong.jd.com/';

/** The page's own navigation, without a reload. */
export function navigate(view: Window, url: string): void {
  (view as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

/** What the platform lays over a page while it asks for a proof of being human. */
export const captcha = '<div class="nc-container"></div>';

interface Card {
  orderId: string;
  pin?: string;
  status?: string;
  amount?: string;
}

export function orderCard({ orderId, pin = 'wd_sunshine', status = '等待出库', amount = '¥100.00' }: Card): string {
  const value = (text: string) =>
    `<div class="config-view-item"><span class="config-view-item__value">${text}</span></div>`;
  return `<div class="card">
    <div class="card-header">
      <div class="shop-order-id"><button class="order-info-btn"><span>${orderId}</span></button></div>
      <div class="order-time-info"><span>2026-08-06 10:00:00 下单</span></div>
    </div>
    <div class="card-body">
      <div class="sku-info-list"><div class="sku-info-list__item">
        <div class="card-left__desc"><a class="sku-name" href="//item.jd.com/10000000100151.html">纯棉四件套</a></div>
        <div class="sku-info-card__right">${value('¥100.00')}${value('x1')}</div>
      </div></div>
      <div prop="receivables">${value(amount)}</div>
      <div prop="consigneeInfo"><div class="user-pin">${pin}</div></div>
      <div prop="orderStatus"><div class="order-status"><span>${status}</span></div></div>
    </div>
  </div>`;
}

export function orderList(cards: readonly Card[], account = 'shop_a'): string {
  return `${frame(account)}<div class="order-list-card-table"><div class="table-body">${cards.map(orderCard).join('')}</div></div>`;
}

function frame(account: string): string {
  return account === '' ? '' : `<div class="right-account-top-name" title="${account}">${account}</div>`;
}

/** The chat with these buyers, the first one selected; `header` may still show another one. */
export function chatPage(pins: readonly string[], header = pins[0] ?? ''): string {
  const rows = pins.map(
    (pin, index) =>
      `<div id="u_${pin}imcustomer10001" class="alluser-item ${index === 0 ? 'alluser-current' : ''}"><span class="alluser-item-name" title="${pin}">${pin}</span></div>`,
  );
  return `${rows.join('')}<div class="chat-head-name">${header}</div><div class="EditorContent" contenteditable="true"></div>`;
}

/**
 * happy-dom has no `execCommand`. This stand-in does what browsers do for `insertText`: puts the text where the caret is and
 * fires an input event of the page's own kind. The real one is tested in Chromium (tests/browser).
 * @param accept false for a page that refuses the text
 */
export function standInForExecCommand(document: Document, accept = true): void {
  const execCommand = (command: string, _showsUi: boolean, text: string): boolean => {
    const range = document.getSelection()!.getRangeAt(0);
    if (command !== 'insertText' || !accept) return false;
    range.insertNode(document.createTextNode(text));
    const element =
      range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement!;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    return true;
  };
  Object.assign(document, { execCommand });
}
