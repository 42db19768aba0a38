/** What a moment between shop and customer was about, in words. */
import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { isOpen } from '../../lib/service/work-order.ts';
import type { Moment } from '../../lib/views/customers/moments.ts';
import { yuanText } from './amounts.ts';
import { offerText } from './offers.ts';
import { reasonText } from './service.ts';
import { shownNote } from './shown-name.ts';

/** "…8831 · 已完成 · ¥128.00", "差评 · 洗一次就起球". */
export function momentText(moment: Moment): string {
  return partsOf(moment)
    .filter((part) => part !== '')
    .join(' · ');
}

function partsOf(moment: Moment): string[] {
  switch (moment.kind) {
    case 'order':
    case 'trouble': {
      const { orderId, status, amountFen } = moment.order;
      return [orderTail(orderId), t(`status_${status}`), yuanText(amountFen)];
    }
    case 'redeemed':
      return [orderTail(moment.order.orderId), offerText(moment.offer)];
    case 'case': {
      const { orderId, type, refundFen } = moment.afterSale;
      return [orderTail(orderId), type ?? t('caseOfNoType'), refundFen === null ? '' : yuanText(refundFen)];
    }
    case 'review':
      return [t(`rating_${moment.review.rating}`), shownNote(moment.review.text)];
    case 'workOrder':
      return [reasonText(moment.workOrder.labelId), t(isOpen(moment.workOrder) ? 'exportState_open' : 'wo_closed')];
    default:
      return [t(`contactNoted_${moment.contact.channel === 'chat' ? 'other' : moment.contact.channel}`)];
  }
}
