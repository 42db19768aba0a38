/**
 * What JD's pages of after-sale cases and disputes write before their values and above their columns. Names and states are those of
 * public tools for these pages, 2024 to 2026, and of the export of 2018 (服务单号, 客户预期处理方式); a `prop` is the name of the
 * console's own record.
 */
import type { AfterSaleStatus } from '../../model/after-sale.ts';
import type { Labels } from './detail-labels.ts';

export interface CaseField {
  /** Before a value, on its line or in a box of its own. Longer labels stand before those they begin with. */
  labels: Labels;
  /** Above a column; a caption may name two things (服务单号/订单号). */
  caption: RegExp;
  props: readonly string[];
}

export type CaseFieldName = 'caseId' | 'orderId' | 'type' | 'status' | 'refund' | 'reason' | 'appliedAt' | 'buyer';
export type CaseFields = Readonly<Record<CaseFieldName, CaseField>>;

export const afterSaleFields: CaseFields = {
  caseId: {
    labels: '售后服务单号 服务单编号 服务单号 服务单 售后单编号 售后单号'.split(' '),
    caption: /^(?:售后)?(?:服务单|售后单)(?:号|编号|信息)?(?=$|[/／、（( ])/,
    props: ['afsServiceId', 'serviceId', 'afterSaleId'],
  },
  orderId: {
    labels: ['订单编号', '订单号'],
    caption: /(?<!新)订单(?:号|编号|信息)/,
    props: ['orderId'],
  },
  type: {
    labels:
      '售后类型 售后方式 服务类型 服务单类型 申请类型 客户期望处理方式 客户预期处理方式 期望处理方式 客户期望 客户预期 处理方式 类型'.split(
        ' ',
      ),
    caption: /^(?:售后|服务|服务单|申请)?类型|^售后方式|期望|预期|^处理方式/,
    props: ['customerExpectName', 'customerExpect', 'afsType'],
  },
  status: {
    labels: '售后状态 售后单状态 服务单状态 处理状态 当前状态 退款状态 状态'.split(' '),
    caption: /^(?:售后单?|服务单|处理|当前|退款)?(?:状态|进度)|[/／、]\s*(?:售后|处理|退款)?状态$/,
    props: ['serviceOrderSubStateName', 'serviceOrderMainStateName', 'afsStatusTitle', 'refundStatusName', 'status'],
  },
  refund: {
    labels: '实际退款金额 实退金额 退款金额 退款总额 退款总金额'.split(' '),
    caption: /退款(?:总)?(?:金额|额)|[实应]退金额/,
    props: ['refundAmount'],
  },
  reason: {
    labels: '客户申请原因 申请售后原因 申请原因 售后原因 退款原因 退货原因 退换原因 原因'.split(' '),
    caption: /(?<!审核|拒绝|关闭|登记|收货)原因/,
    props: ['afsReasons', 'applyReason'],
  },
  appliedAt: {
    labels: '售后申请时间 申请售后时间 服务单申请时间 申请时间'.split(' '),
    caption: /申请(?:售后)?时间/,
    props: ['afsApplyTime', 'applyTime'],
  },
  buyer: {
    labels:
      '下单帐号 下单账号 用户帐号 用户账号 客户帐号 客户账号 买家帐号 买家账号 申请账号 申请帐号 用户名 咚咚号 用户pin 客户pin 买家pin'.split(
        ' ',
      ),
    caption: /(?:下单|用户|客户|买家|申请)[帐账]号|用户名|咚咚号|(?:用户|客户|买家)pin/i,
    props: ['customerPin', 'afsApplyPin', 'userPin'],
  },
};

export const disputeFields: CaseFields = {
  ...afterSaleFields,
  caseId: {
    labels: '交易纠纷单号 纠纷单编号 纠纷单号 纠纷编号 纠纷单ID 纠纷单id 纠纷ID 纠纷单'.split(' '),
    caption: /^(?:交易)?纠纷(?:单)?(?:号|编号|ID|信息)?(?=$|[/／、（( ])/i,
    props: ['arbitId'],
  },
  status: {
    labels: '纠纷单状态 纠纷状态 处理状态 当前状态 状态'.split(' '),
    caption: /^(?:纠纷单?|处理|当前)?(?:状态|进度)|[/／、]\s*(?:纠纷|处理)?状态$/,
    props: ['arbitStateDesc'],
  },
  reason: {
    labels: ['纠纷原因', '申请原因', '投诉原因', '原因'],
    caption: /^(?:纠纷|申请|投诉)?原因/,
    props: ['arbitReason'],
  },
};

/** What a buyer may ask for (客户期望), in the platform's words. */
export const caseTypes: ReadonlySet<string> = new Set(
  '退货退款 仅退款 未收货退款 已收货退款 退款 退货 换货 维修 返修 补件 补发 价保 上门换新 取消订单'.split(' '),
);

/** Asked for, where the page shows no amount that was paid back. */
export const askedLabels: Labels = ['申请退款金额', '申请退款额', '应退金额', '退款申请金额', '申请金额'];

/** States of a case and of a dispute. 完成 says that it has ended, and another text beside it how. */
export const caseStatusLabels: Readonly<Record<string, AfterSaleStatus>> = {
  申请退款: 'open',
  待审核: 'open',
  审核中: 'open',
  待商家审核: 'open',
  商家审核中: 'open',
  待收货: 'open',
  待商家收货: 'open',
  待处理: 'open',
  待商家处理: 'open',
  商家处理中: 'open',
  处理中: 'open',
  商家同意: 'open',
  审核通过: 'open',
  待客户发货: 'open',
  待客户寄回: 'open',
  待客户确认: 'open',
  待客户处理: 'open',
  待退款: 'open',
  退款中: 'open',
  换新中: 'open',
  维修中: 'open',
  退款成功: 'refunded',
  退款完成: 'refunded',
  已退款: 'refunded',
  退款关闭: 'closed',
  关闭: 'closed',
  已关闭: 'closed',
  撤销: 'closed',
  已撤销: 'closed',
  客户撤销: 'closed',
  用户撤销: 'closed',
  取消: 'closed',
  已取消: 'closed',
  完成: 'closed',
  已完成: 'closed',
  商家拒绝: 'refused',
  商家拒绝退款: 'refused',
  审核不通过: 'refused',
  已拒绝: 'refused',
  待回复: 'open',
  待举证: 'open',
  待执行: 'open',
  待商家回复: 'open',
  待商家举证: 'open',
  待商家执行: 'open',
  待客户回复: 'open',
  待客户举证: 'open',
  待京东处理: 'open',
  京东介入: 'open',
  京东处理中: 'open',
  和解中: 'open',
  已申诉: 'open',
  申诉中: 'open',
  可申诉: 'closed',
  已和解: 'closed',
  商家已和解: 'closed',
  纠纷单关闭: 'closed',
  纠纷关闭: 'closed',
};

/** `refundStatus` in the console's records, from public parsers. */
export const refundCodes: Readonly<Record<string, AfterSaleStatus>> = { 20: 'refunded' };

/** The end, without a word of how: another state beside one of these counts. */
export const endedLabels: ReadonlySet<string> = new Set(['完成', '已完成']);

/** A state as it is written, blanks left out (完 成); `unknown` for a text that the table does not have. */
export function caseStatusOf(text: string): AfterSaleStatus {
  const label = text.replace(/\s/g, '');
  return Object.hasOwn(caseStatusLabels, label) ? caseStatusLabels[label]! : 'unknown';
}
