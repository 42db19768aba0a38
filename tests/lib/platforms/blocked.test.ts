import { describe, expect, test } from 'vitest';
import { isBlocked } from '../../../lib/platforms/blocked.ts';
import { documentOf } from '../../support/load-fixture.ts';

const LIST = 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold';
const blocks = (html: string, url = LIST) => isBlocked(documentOf(html), new URL(url));

describe('we fall silent', () => {
  test.each([
    'https://passport.jd.com/uc/login',
    'https://passport.shop.jd.com/login/index.action',
    'https://login.taobao.com/member/login.jhtml',
    'https://loginmyseller.taobao.com/',
    'https://login.tmall.com/',
    'https://sec.taobao.com/query.htm',
    'https://myseller.taobao.com/_____tmd_____/punish?x5secdata=1',
    'https://trade.taobao.com/punish',
    'https://cfe.m.jd.com/privatedomain/risk_handler/03101900/',
  ])('at the address %s', (url) => {
    expect(blocks('<p>any</p>', url)).toBe(true);
  });

  test.each([
    '<iframe name="baxia-dialog-content"></iframe>',
    '<iframe src="//x.example/_____tmd_____/punish?a=1"></iframe>',
    '<div id="alibaba-login-box"></div>',
    '<iframe id="loginFrame"></iframe>',
    '<iframe src="https://passport.shop.jd.com/x"></iframe>',
    '<div id="nc_1_wrapper"></div>',
  ])('before %s, also where a list is below it', (mark) => {
    expect(blocks(`<p>${'订单号 4502330000000151029 '.repeat(200)}</p>${mark}`)).toBe(true);
  });

  test.each(['扫码登录更安全', '请完成验证', '请拖动滑块', '{"rgv587_flag":"sm"}', 'RGV587_ERROR::SM', '访问受限'])(
    'at a short page that says %s',
    (text) => {
      expect(blocks(`<p>${text}</p>`)).toBe(true);
      expect(blocks(`<p>${text}</p><script>${'x'.repeat(50_000)}</script>`)).toBe(true);
    },
  );
});

describe('we go on', () => {
  test('where a buyer wrote such words into a long list', () => {
    expect(blocks(`<p>备注：扫码登录更安全</p>${'<p>订单号 4502330000000151029</p>'.repeat(100)}`)).toBe(false);
  });

  test('at an empty page', () => {
    expect(blocks('')).toBe(false);
  });

  test('at pages whose address only resembles such a one', () => {
    expect(blocks('<p>any</p>', 'https://shop.jd.com/jdm/trade/risk/warning-center')).toBe(false);
    expect(blocks('<p>any</p>', 'https://shop.jd.com/jdm/punishment-records')).toBe(false);
  });
});
