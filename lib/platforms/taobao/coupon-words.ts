/** What the pages of coupons call their values, and how they write terms, limits and states. */
import { Naming } from '../reading/named-values.ts';

export const couponNaming = new Naming({
  name: ['优惠券名称', '券名称', '活动名称', '名称', '优惠券', '优惠券信息', '券信息'],
  face: ['面额', '优惠券面额', '券面额', '优惠面额', '优惠金额', '面值'],
  threshold: [
    '使用门槛',
    '门槛',
    '使用条件',
    '优惠条件',
    '满减门槛',
    '最低消费',
    '优惠内容',
    '优惠力度',
    '优惠信息',
    '优惠',
  ],
  limit: ['每人限领', '每人限领张数', '每人限领数', '单人限领', '限领', '限领张数', '领取限制'],
  usedFrom: ['开始时间', '生效时间', '使用开始时间'],
  usedUntil: ['结束时间', '失效时间', '截止时间', '使用结束时间'],
  used: ['使用时间', '使用有效期', '使用期限', '有效期', '有效时间', '券有效期', '活动时间'],
  status: ['状态', '活动状态', '优惠券状态', '券状态', '当前状态'],
  total: ['发行量', '发行总量', '发放量', '发放总量', '总发行量', '总量', '发行张数'],
  claimed: ['已领取', '已领', '领取量', '已领取量', '已领数量', '领取数量', '已领张数'],
  couponId: ['优惠券ID', '券ID', '优惠券编号', '模板ID', '活动ID', 'ID'],
  scope: ['优惠券类型', '券类型', '类型', '适用范围'],
  other: (
    '领取时间 发放时间 投放时间 展示时间 创建时间 更新时间 操作 推广 推广渠道 推广方式 渠道 使用量 已使用 已用 核销 核销量 使用率 领取率 剩余 剩余量 库存 适用商品 商品 标签 ' +
    '备注'
  ).split(' '),
});
export type CouponField = typeof couponNaming extends Naming<infer Field> ? Field : never;

const NUMBER = String.raw`[¥￥]?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)\s*元?`;

/** 满600减220, with the threshold and the face value in its groups; not 每满. */
export const TERMS = new RegExp(String.raw`(?<!每)满\s*${NUMBER}\s*,?，?\s*(?:立|可)?减\s*${NUMBER}(?![\d.,万折%])`);
/** 满600元可用. */
export const FROM = new RegExp(String.raw`^(?:订单|单笔|消费)?满\s*${NUMBER}\s*(?:可用|可使用|使用|以上)?$`);
/** 无门槛, 无使用门槛, 无门槛减10元: the face value in the group. */
export const UNCONDITIONAL = new RegExp(
  String.raw`^(?:无(?:使用)?门槛|无条件|不限门槛)(?:券|使用)?(?:\s*立?减?\s*${NUMBER})?(?:券)?$`,
);

/** 每人限领3张. */
export const PER_PERSON = /(?:每人|单人)?限领?\s*[:：]?\s*(\d{1,4})\s*张|(\d{1,4})\s*张\s*\/\s*人/;
export const UNLIMITED = /^(?:不限(?:张数|制|领|领取)?|无限制?|-1)$|每人不限/;

/** A state as a piece of its own where no caption names it: 领取中, 已结束, 未开始, 即将开始; not what counts pieces (已领取 20). */
export const STATE =
  /^(?!已领|已使用|已用|已发|未使用|已核销)(?:(?:已|未|待|即将)\p{Script=Han}{2,3}|\p{Script=Han}{2,3}中)$/u;

/** Where a coupon is given out, as the pages write it; rarely a name. */
export const couponChannels: ReadonlySet<string> = new Set([
  '全网自动推广',
  '通用领券链接',
  '淘宝直播渠道优惠券',
  '店铺会员专享券',
  '回头客券',
  '权益营销平台券',
  '关注店铺优惠券',
  '促转化',
]);
