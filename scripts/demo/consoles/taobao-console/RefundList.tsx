/** The list of refunds of the new console. */
import type { RefundRecord } from '../../answers/taobao-marketing.ts';
import { loadRefunds } from '../shared/load-marketing.ts';
import { useLateRows } from '../shared/use-late-rows.ts';
import { CaptionTable } from './CaptionTable.tsx';
import css from './caption-table.module.css';
import { usePlainReplica, type Navigate } from './use-plain-replica.ts';

const captions = ['商品', '退款类型', '退款金额', '退款原因', '退款状态', '申请时间', '操作'];

export function RefundList({ navigate }: { navigate: Navigate }) {
  const { result } = useLateRows('refunds', loadRefunds);
  usePlainReplica(navigate, () => result !== null);
  return (
    <section className={css.page}>
      <h2>退款管理</h2>
      <CaptionTable
        captions={captions}
        rows={result?.map((record) => ({ key: record.disputeId, cells: cellsOf(record) })) ?? null}
      />
    </section>
  );
}

function cellsOf({ disputeId, bizOrderId, disputeBodyVO, ...record }: RefundRecord) {
  const [yuan, fen] = disputeBodyVO.refundFee.split('.');
  return {
    商品: (
      <>
        <div>{`退款编号：${disputeId}`}</div>
        <a>{`订单号：${bizOrderId}`}</a>
        <div>{record.itemTitle}</div>
        <div>{record.buyerNick}</div>
      </>
    ),
    退款类型: record.bizClaimType,
    退款金额: (
      <>
        <span>￥</span>
        <span>{yuan}</span>
        <span>{`.${fen}`}</span>
        <div>{`交易金额：￥${disputeBodyVO.buyerActualFee}`}</div>
      </>
    ),
    退款原因: record.refundReason,
    退款状态: record.statusDesc,
    申请时间: record.applyDateTime,
    操作: <button>退款详情</button>,
  };
}
