import { expect, test } from 'vitest';
import { afterSaleStatusOf } from '../../../../lib/platforms/taobao/after-sale-words.ts';

test.each([
  ['买家已经申请退款，等待卖家同意', 'open'],
  ['买家已经申请退款,等待商家同意', 'open'],
  ['卖家已经同意退款，等待买家退货', 'open'],
  ['买家已经退货，等待卖家确认收货', 'open'],
  ['等待商家处理', 'open'],
  ['商家拒绝退款', 'refused'],
  ['退款关闭', 'closed'],
  ['退款成功', 'refunded'],
  ['SUCCESS', 'refunded'],
  ['平台处理中', 'unknown'],
  ['constructor', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (text, status) => expect(afterSaleStatusOf(text)).toBe(status));
