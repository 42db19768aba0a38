/** What the pages of reviews call their values, and what a review says of the shop. */
import type { Rating } from '../../model/review.ts';
import { Naming } from '../reading/named-values.ts';

export const reviewNaming = new Naming({
  orderId: ['订单号', '订单编号', '主订单号', '主订单编号', '交易编号'],
  rating: ['评价类型', '评价等级', '评价结果', '评价性质', '好中差评', '评级'],
  text: ['评价内容', '评论内容', '买家评价', '初评', '初次评价', '首次评价', '评价详情'],
  /** Words, or the rating, or both. */
  rated: ['评价', '评论'],
  ratedAt: ['评价时间', '评论时间'],
  other:
    '追评 追加评价 追评内容 追加评论 商家回复 掌柜回复 卖家回复 商家解释 解释 回复 商品 宝贝 商品信息 宝贝信息 买家 买家昵称 评价人 操作 状态 颜色分类 规格 收货人'.split(
      ' ',
    ),
});
export type ReviewField = typeof reviewNaming extends Naming<infer Field> ? Field : never;

/** As people read them. */
export const ratingLabels: Readonly<Record<string, Rating>> = {
  好评: 'positive',
  中评: 'neutral',
  差评: 'negative',
};

/** What the platform writes for a buyer who wrote nothing. */
export const FILLER = /^(?:此用户(?:没有|未)填写评价(?:内容)?|.{0,20}系统默认好评)[。.!！]*$/;

/** Words before the text of a review. */
export const TEXT_LABEL = /^(?:评价内容|评论内容|买家评价|初评|初次评价|首次评价|评价|评论)\s*[:：]\s*/;

/** The same as a piece of its own. */
export const FIRST_REVIEW = /^(?:初评|初次评价|首次评价|评价内容)$/;

/** Where what came later begins: what the buyer added ("收货3天后追评"), what the shop answered. */
export const LATER =
  /^(?:(?:(?:确认)?收货后?)?\s*\d{0,3}\s*天?后?\s*追(?:评|加)(?:评价|评论|内容)?|(?:商家|掌柜|卖家)?(?:回复|解释))\s*(?:[:：]|$)/;
