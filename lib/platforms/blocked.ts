/** Pages on which we fall silent at once: login, punish, captcha, risk control. */
import { clean, shortText } from './reading/text.ts';

const blockedHosts =
  /^(passport(\.shop)?\.jd\.com|(?:cf|safe|verify)[\w-]*\.jd\.com|login(myseller)?\.(taobao|tmall)\.com|sec\.taobao\.com|havanalogin\..*|.*\bhavanalogin\b.*)$/;
const blockedPaths = /\/(punish|_____tmd_____|havanalogin|risk_handler)\b/i;

/** Frames and boxes that a platform lays over a page while it asks for a login or a proof of being human. */
const blockedMarks = [
  'iframe[name="baxia-dialog-content"]',
  'iframe#baxia-dialog-content',
  '.baxia-dialog-content',
  'iframe[src*="/punish"]',
  'iframe[src*="login.taobao.com"]',
  '#alibaba-login-box',
  'iframe[name="alibaba-login-box"]',
  'iframe#loginFrame',
  'iframe[name="loginFrame"]',
  'iframe[src*="passport.jd.com"]',
  'iframe[src*="passport.shop.jd.com"]',
  '#nc_1_wrapper',
  '.nc-container',
  '.JDJRV-bigimg',
].join(',');

const blockedTexts =
  /扫码登录更安全|请完成(安全)?验证|拖动滑块|向右滑动(完成)?验证|访问(受限|被拒绝)|rgv587_flag|RGV587_ERROR|亲，请登录|系统检测到.{0,12}异常/;

/** A page about being let in says so in few words; the same words inside a long order list mean nothing, or beside the number of an order. */
const SHORT_PAGE_CHARS = 600;
const ORDER_NUMBER = /(?<!\d)\d{15,20}(?!\d)/;

export function isBlocked(document: Document, url: URL): boolean {
  if (blockedHosts.test(url.hostname) || blockedPaths.test(url.pathname)) return true;
  if (document.querySelector(blockedMarks) !== null) return true;
  const text = clean((document.body && shortText(document.body, SHORT_PAGE_CHARS * 4)) ?? '');
  return text.length <= SHORT_PAGE_CHARS && blockedTexts.test(text) && !ORDER_NUMBER.test(text);
}
