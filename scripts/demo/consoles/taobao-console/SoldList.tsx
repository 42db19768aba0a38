/** The sold list of the new console. */
import { useState } from 'react';
import { taobaoTabs } from '../../answers/taobao-api.ts';
import { useReplica } from '../shared/use-replica.ts';
import { loadSoldList } from '../shared/load-sold-list.ts';
import { pageNumbers } from '../shared/page-numbers.ts';
import { useLateRows } from '../shared/use-late-rows.ts';
import { useStatusOverrides } from '../shared/use-status-overrides.ts';
import { captions, Columns } from './Columns.tsx';
import { OrderTable } from './OrderTable.tsx';
import css from './sold-list.module.css';
import type { Navigate } from './use-plain-replica.ts';

export function SoldList({ navigate }: { navigate: Navigate }) {
  const [query, setQuery] = useState({ tab: 'latest3Months', page: 1, pageSize: 15, isHidden: true });
  const [isPunished, setPunished] = useState(new URLSearchParams(location.search).get('punish') === '1');
  const { result, load } = useLateRows(query, loadSoldList);
  const statuses = useStatusOverrides();
  const orders = result?.mainOrders ?? [];
  const last = result?.page.totalPage ?? 1;
  const goto = (page: number) => setQuery({ ...query, page });
  const setPageSize = (pageSize: number) => setQuery({ ...query, page: 1, pageSize });
  const selectTab = (tab: string) => setQuery({ ...query, page: 1, tab });

  useReplica({
    page: 'taobao-console',
    ready: () => result !== null,
    setStatus: statuses.set,
    goto,
    setPageSize,
    selectTab,
    orderIds: () => orders.map((order) => order.id),
    navigate,
    punish: setPunished,
  });

  return (
    <section className={css.page}>
      <div className={css.tabs}>
        {taobaoTabs.map(([tab, name]) => (
          <div
            key={tab}
            className={`next-tabs-tab ${tab === query.tab ? `active ${css.tabHere}` : css.tab}`}
            onClick={() => selectTab(tab)}
          >
            <div className="next-tabs-tab-inner">{name}</div>
          </div>
        ))}
      </div>
      <div className={css.filters}>
        <input aria-label="搜索" placeholder="订单号 / 商品标题" />
        <button>搜索订单</button>
        <button>批量导出</button>
        <span>展开筛选项</span>
      </div>
      <div className="next-table next-table-medium">
        <div className="next-table-inner">
          <div className="next-table-header">
            <table className={css.head}>
              <Columns />
              <thead>
                <tr>
                  {captions.map((caption) => (
                    <th key={caption} className="next-table-header-node">
                      {caption}
                    </th>
                  ))}
                </tr>
              </thead>
            </table>
          </div>
          <div className="next-table-body">
            {result === null && Array.from({ length: 4 }, (_, index) => <div key={index} className={css.skeleton} />)}
            {orders.map((order) => (
              <OrderTable
                key={`${load}-${order.id}-${statuses.versionOf(order.id)}`}
                order={order}
                statusText={statuses.textOf(order.id, order.statusInfo.text)}
              />
            ))}
            {result !== null && orders.length === 0 && (
              <div className={css.empty}>没有符合条件的宝贝，请尝试其他搜索条件</div>
            )}
          </div>
        </div>
      </div>
      <div className={`next-pagination ${css.pager}`}>
        <span>共 {result?.page.totalNumber ?? 0} 条</span>
        <div className="next-pagination-list">
          {pageNumbers(query.page, last).map((page) =>
            page < 0 ? (
              <span key={page}>…</span>
            ) : (
              <button
                key={page}
                className={`next-btn ${page === query.page ? `next-current ${css.pageHere}` : ''}`}
                onClick={() => goto(page)}
              >
                {page}
              </button>
            ),
          )}
        </div>
        <button className="next-btn next-next" disabled={query.page >= last} onClick={() => goto(query.page + 1)}>
          下一页
        </button>
      </div>
      {isPunished && <Punish />}
    </section>
  );
}

/** The captcha that the platform lays over a page it distrusts. */
function Punish() {
  return (
    <div className={css.veil}>
      <iframe
        name="baxia-dialog-content"
        sandbox="allow-scripts"
        className={css.captcha}
        src="https://myseller.taobao.com/_____tmd_____/punish?x5step=1"
      />
    </div>
  );
}
