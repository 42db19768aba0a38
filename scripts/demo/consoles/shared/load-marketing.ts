/** Refunds and coupons, asked for as the console asks. */
import type { couponList, CouponRecord, refundList, RefundRecord } from '../../answers/taobao-marketing.ts';
import { post } from './post.ts';

const GATEWAY = 'https://h5api.m.taobao.com/h5/mtop.alibaba.refundface2.disputeservice.qianniu.pc.disputelistv2/1.0/';

export async function loadRefunds(): Promise<RefundRecord[]> {
  const answer: ReturnType<typeof refundList> = JSON.parse(await post(GATEWAY, 'data=%7B%7D'));
  return answer.data.resultData.disputeGridVOList;
}

export async function loadCoupons(): Promise<CouponRecord[]> {
  const answer: ReturnType<typeof couponList> = JSON.parse(
    await post('https://shell.mkt.taobao.com/coupon/getActivities', '{}'),
  );
  return answer.model.dataList;
}
