/** The words of decoys: what stands on such pages beside the orders, and is none of theirs. */
import type { Random } from '../../demo/shop/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** "k3f-x9q_a" */
export function fakeHash(random: Random): string {
  return random.text(LETTERS, 1) + random.text(`${LETTERS}0123456789`, random.int(2, 7));
}

const yuan = (random: Random) => `¥${random.int(1, 400)}.${random.text('0123456789', 2)}`;
const time = (random: Random) =>
  `2026-11-${random.int(10, 28)} ${random.int(10, 23)}:${random.int(10, 59)}:${random.int(10, 59)}`;
const digits = (random: Random, length: number) => `9${random.text('0123456789', length - 1)}`;

type Words = (random: Random) => string;

const states: readonly Words[] = [
  (random) => random.pick(['已完成', '已取消', '待出库', '待付款', '交易成功', '交易关闭', '未发货', '卖家已发货']),
];

/** Beside the list: sums, notices, other papers, other people. */
export const wordsOutside: readonly Words[] = [
  (random) => `今日实收 ${yuan(random)}`,
  (random) => `应付金额：${yuan(random)}`,
  (random) => `<b>${yuan(random)}</b> 优惠券待领取`,
  (random) => `运费 ${yuan(random)} 起`,
  (random) => `${time(random)} 系统公告：发货新规`,
  (random) => `采购单号：${digits(random, 16)}`,
  (random) => `运单号 ${digits(random, 15)}`,
  (random) => `<span>售后单号</span> <span>${digits(random, 16)}</span>`,
  (random) => `jd_${random.text('abcdef0123456789', 13)}`,
  () => '王**',
  () => '客服小李 在线',
  (random) => `第 ${random.int(1, 9)} 页 x${random.int(2, 9)}`,
  ...states,
];

/** In an order: what seller and buyer wrote, tags, promises. */
export const wordsOfRemark: readonly Words[] = [
  (random) => `备注：补差 ${yuan(random)}`,
  (random) => `返现 ${yuan(random)} 别发错`,
  (random) => `${time(random)} 已电话确认`,
  (random) => `${time(random)} 付款提醒已发`,
  (random) => `原订单号：${digits(random, 16)}`,
  (random) => `运单号 ${digits(random, 15)}`,
  (random) => `jd_${random.text('abcdef0123456789', 13)} 的朋友`,
  (random) => `一起发 x${random.int(2, 9)}`,
  () => '老客户',
  () => '收货人 王**',
  ...states,
];

/** In a line of an order, below its title. */
export const wordsOfPromotion: readonly Words[] = [
  () => '满199减20',
  () => '7天无理由',
  () => '秒杀',
  (random) => `券 减${random.int(1, 50)}元`,
  (random) => `淘金币抵 ${yuan(random)}`,
  (random) => `定金 ${yuan(random)}`,
];
