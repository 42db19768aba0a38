/** The shop's coupons in the new console. */
import { loadCoupons } from '../shared/load-marketing.ts';
import { useLateRows } from '../shared/use-late-rows.ts';
import { CaptionTable } from './CaptionTable.tsx';
import css from './caption-table.module.css';
import { usePlainReplica, type Navigate } from './use-plain-replica.ts';

const captions = ['优惠券名称', '优惠内容', '每人限领', '使用时间', '发行量', '已领取', '状态', '操作'];

export function CouponList({ navigate }: { navigate: Navigate }) {
  const { result } = useLateRows('coupons', loadCoupons);
  usePlainReplica(navigate, () => result !== null);
  const rows = result?.map((record) => ({
    key: record.templateCode,
    cells: {
      优惠券名称: (
        <>
          <div>{record.name}</div>
          <div>{`ID：${record.templateCode}`}</div>
        </>
      ),
      优惠内容: record.threshold,
      每人限领: `${record.personLimit}张`,
      使用时间: (
        <>
          <div>{record.startTime}</div>
          <div>{`至 ${record.endTime}`}</div>
        </>
      ),
      发行量: record.totalCount,
      已领取: record.applyCount,
      状态: record.statusDesc.label,
      操作: <button>查看</button>,
    },
  }));
  return (
    <section className={css.page}>
      <h2>店铺优惠券</h2>
      <CaptionTable captions={captions} rows={rows ?? null} />
    </section>
  );
}
