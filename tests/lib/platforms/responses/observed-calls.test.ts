import { describe, expect, test } from 'vitest';
import { isNeverRead, isObserved } from '../../../../lib/platforms/responses/observed-calls.ts';
import { responseReaders } from '../../../../lib/platforms/responses/read-response.ts';
import { answerUrls } from '../../../support/make-answers.ts';

const jd = (api: string) => `https://sff.jd.com/api?v=1.0&appId=ANY&api=${api}`;
const mtop = (api: string) => `https://h5api.m.taobao.com/h5/${api}/1.0/?jsv=2.6.1`;

describe('a call', () => {
  test.each([
    ...Object.values(answerUrls),
    jd('dsm.order.manage.orderlist.queryOrderPage'),
    jd('dsm.seller.afs.serviceOrderQueryDsmService.page'),
    mtop('mtop.alibaba.refundface2.disputeservice.qianniu.pc.disputelist'),
    'https://acs.m.taobao.com/h5/mtop.rm.sellercenter.list.data.pc/2.0/',
    'https://shell.mkt.taobao.com/coupon/getList?pageSize=256',
  ])('is looked at: %s', (url) => {
    expect(isObserved(new URL(url))).toBe(true);
    expect(responseReaders.filter((reader) => reader.matches(new URL(url)))).toHaveLength(1);
  });

  test.each([
    jd('dsm.order.bff.orderSensitiveInfoBffService.getSensitiveInfo'),
    jd('dsm.order.bff.orderSensitiveInfoBffService.bindVirtualNumber'),
    jd('dsm.order.decrypt.queryOrderPage'),
    jd('dsm.order.decryptService.batchDecrypt'),
    jd('dsm.support.dialog.LoginFacadeService.getLoginInfoByDomain'),
    jd('dsm.user.consentService.queryOrderPage'),
    jd('dsm.order.bff.orderVenderRemarkBffService.batchSubmitVenderRemark'),
    jd('dsm.base.service.ducc.query'),
    'https://api.m.jd.com/client.action?functionId=decryptBindPhone&api=x.queryOrderPage',
    'https://passport.shop.jd.com/api?api=x.queryOrderPage',
    'https://wuliu2.taobao.com/user/getRealReceiverInfo?orderId=1',
    'https://login.m.taobao.com/h5/mtop.rm.sellercenter.list.data.pc/1.0/',
    'https://trade.taobao.com/trade/json/memoInfo.htm?orderid=1',
  ])('is never looked at, whatever else its name says: %s', (url) => {
    expect(isNeverRead(new URL(url))).toBe(true);
    expect(isObserved(new URL(url))).toBe(false);
  });

  test.each([
    jd('dsm.order.bff.orderListBffService.queryOrderTabs'),
    jd('dsm.order.bff.orderListBffService.queryOrderPageX'),
    `${jd('dsm.order.bff.orderListBffService.queryOrderPage')}&api=dsm.other.call`,
    'https://sff.jd.com.evil.example/api?api=a.queryOrderPage',
    'https://evil.example/api?api=a.queryOrderPage',
    'https://buyertrade.taobao.com/trade/itemlist/asyncBought.htm',
    'https://evil.example/trade/itemlist/asyncSold.htm',
    mtop('mtop.taobao.wireless.amp2.im.paas.message.list'),
    `${mtop('mtop.rm.sellercenter.list.data.pc')}&api=mtop.other`,
    'https://shell.mkt.taobao.com/coupon/createActivity',
    'https://kf.jd.com/waiterSession/queryChatLog?cid=1',
  ])('is not looked at: %s', (url) => {
    expect(isObserved(new URL(url))).toBe(false);
  });
});
