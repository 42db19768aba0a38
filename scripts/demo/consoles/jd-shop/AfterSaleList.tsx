/** The list of after-sale cases, as a table. Our own markup: of the real one the captions and values are known, the tags are not. */
import { useState } from 'react';
import type { JdCasePage } from '../../answers/jd-after-sales.ts';
import { platformTime } from '../../answers/platform-text.ts';
import { useLateRows } from '../shared/use-late-rows.ts';
import { useReplica } from '../shared/use-replica.ts';
import { callJd } from './jd-calls.ts';
import { Pager } from './Pager.tsx';
import type { JdRoute } from './routes.ts';
import css from './order-list.module.css';

const tabs = [
  ['all', '全部'],
  ['waitAudit', '待审核'],
] as const;
const captions = [
  '服务单号',
  '订单号',
  '商品信息',
  '客户期望',
  '退款金额',
  '申请原因',
  '申请时间',
  '客户账号',
  '售后状态',
  '退款状态',
];

interface Query {
  tabCode: string;
  pageIndex: number;
  pageSize: number;
}

const startTab = () => new URLSearchParams(location.search).get('tabCode') ?? 'waitAudit';
const loadCases = (query: Query) => callJd<JdCasePage>('dsm.seller.afs.bff.serviceOrderQueryDsmService.page', query);

export function AfterSaleList({ navigate }: { navigate: (route: JdRoute) => void }) {
  const [query, setQuery] = useState<Query>(() => ({ tabCode: startTab(), pageIndex: 1, pageSize: 10 }));
  const { result, load } = useLateRows(query, loadCases);
  const cases = result?.content ?? [];
  const goto = (pageIndex: number) => setQuery({ ...query, pageIndex });
  const setPageSize = (pageSize: number) => setQuery({ ...query, pageIndex: 1, pageSize });
  const selectTab = (tabCode: string) => setQuery({ ...query, tabCode, pageIndex: 1 });
  useReplica({
    page: 'jd-shop',
    ready: () => result !== null,
    setStatus() {},
    goto,
    setPageSize,
    selectTab,
    hideColumns() {},
    orderIds: () => cases.map(({ relationFacetDTO }) => relationFacetDTO.orderId),
    navigate,
  });
  return (
    <section className={css.page}>
      <div className={`jd-tabs ${css.tabs}`}>
        {tabs.map(([tab, name]) => (
          <div
            key={tab}
            className={`jd-tabs__item ${tab === query.tabCode ? `is-active ${css.tabHere}` : css.tab}`}
            onClick={() => selectTab(tab)}
          >
            {tab === query.tabCode && result ? `${name}(${result.totalNum})` : name}
          </div>
        ))}
      </div>
      <table className={`jd-table ${css.cases}`}>
        <thead>
          <tr>
            {captions.map((caption) => (
              <th key={caption}>{caption}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={`${load}-${each.relationFacetDTO.afsServiceId}`}>
              <td>{each.relationFacetDTO.afsServiceId}</td>
              <td>{each.relationFacetDTO.orderId}</td>
              <td>
                {each.wareFacetDTOList.map(({ wareName, wareNum }) => (
                  <div key={wareName}>{`${wareName} x${wareNum}`}</div>
                ))}
              </td>
              <td>{each.customerExceptFacetDTO.customerExpectName}</td>
              <td>{`¥${each.refundFacetDTO.refundAmount.toFixed(2)}`}</td>
              <td>{each.customerApplyFacetDTO.applyReasonFacetDTO.afsReasons}</td>
              <td>{platformTime(each.serviceOrderBaseFacetDTO.afsApplyTime)}</td>
              <td className="user-pin">{each.customerPin}</td>
              <td>{each.serviceOrderStatusFacetDTO.serviceOrderSubStateName}</td>
              <td>{each.refundFacetDTO.refundStatusName ?? '-'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result !== null && cases.length === 0 && <div className={css.empty}>暂无数据</div>}
      <Pager
        current={query.pageIndex}
        pageSize={query.pageSize}
        total={Number(result?.totalNum ?? 0)}
        onPage={goto}
        onPageSize={setPageSize}
      />
    </section>
  );
}
