/** The order list: tabs, column captions, cards, pager. */
import { useState } from 'react';
import { jdTabs, type JdOrderPage, type JdTab, type JdTabRecord } from '../../answers/jd-api.ts';
import { useReplica } from '../shared/use-replica.ts';
import { withLate } from '../shared/late.ts';
import { useLateRows } from '../shared/use-late-rows.ts';
import { useStatusOverrides } from '../shared/use-status-overrides.ts';
import { callJd } from './jd-calls.ts';
import { OrderCard, SkeletonCard } from './OrderCard.tsx';
import { Pager } from './Pager.tsx';
import type { JdRoute } from './routes.ts';
import css from './order-list.module.css';

const columns = [
  ['sku', '商品信息'],
  ['receivables', '商家应收'],
  ['consigneeInfo', '收货信息'],
  ['orderStatus', '订单状态'],
  ['remark', '商家备注'],
] as const;

interface Query {
  orderTab: string;
  current: number;
  pageSize: number;
}

const startTab = () => new URLSearchParams(location.search).get('tabType') ?? 'allOrders';

async function loadOrders(query: Query): Promise<{ page: JdOrderPage; tabs: JdTabRecord[] }> {
  const [page, tabs] = await Promise.all([
    callJd<JdOrderPage>('dsm.order.bff.orderListBffService.queryOrderPage', query),
    callJd<JdTabRecord[]>('dsm.order.bff.orderListBffService.queryOrderTabs', {}),
  ]);
  return { page, tabs };
}

export function OrderList({ navigate }: { navigate: (route: JdRoute) => void }) {
  const [query, setQuery] = useState<Query>(() => ({ orderTab: startTab(), current: 1, pageSize: 10 }));
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const { result, load } = useLateRows(query, loadOrders);
  const statuses = useStatusOverrides();
  const orders = result?.page.results ?? [];
  const tabs: readonly JdTabRecord[] = result?.tabs ?? jdTabs.map(([tab, tabName]) => ({ tab, tabName }));

  const selectTab = (orderTab: string) => {
    history.replaceState(null, '', withLate(`${location.pathname}?tabType=${orderTab}`));
    setQuery({ ...query, orderTab, current: 1 });
  };
  const goto = (current: number) => setQuery({ ...query, current });
  const setPageSize = (pageSize: number) => setQuery({ ...query, current: 1, pageSize });

  useReplica({
    page: 'jd-shop',
    ready: () => result !== null,
    setStatus: statuses.set,
    goto,
    setPageSize,
    selectTab,
    hideColumns: setHidden,
    orderIds: () => orders.map((order) => order.orderId),
    navigate,
  });

  return (
    <section className={css.page}>
      <div className={`jd-tabs ${css.tabs}`}>
        {tabs.map(({ tab, tabName, todos }) => (
          <div
            key={tab}
            className={`jd-tabs__item ${tab === query.orderTab ? `is-active ${css.tabHere}` : css.tab}`}
            onClick={() => selectTab(tab satisfies JdTab)}
          >
            {todos ? `${tabName}(${todos})` : tabName}
          </div>
        ))}
      </div>
      <div className={`batch-operate-buttons ${css.batch}`}>
        <button>批量出库</button>
        <button>批量备注</button>
        <button>导出订单</button>
      </div>
      <div className={`order-list-card-table ${css.table}`}>
        <div className={css.captions}>
          {columns
            .filter(([prop]) => !hidden.includes(prop))
            .map(([prop, name]) => (
              <div key={prop} className={css[prop]}>
                {name}
              </div>
            ))}
        </div>
        <div className="jd-scrollbar__view">
          <div className="table-body">
            {result === null && Array.from({ length: 5 }, (_, index) => <SkeletonCard key={index} />)}
            {orders.map((order) => (
              <OrderCard
                key={`${load}-${order.orderId}-${statuses.versionOf(order.orderId)}`}
                order={order}
                statusText={statuses.textOf(order.orderId, order.orderStatusInfo.orderStatusName)}
                hidden={hidden}
              />
            ))}
            {result !== null && orders.length === 0 && <div className={css.empty}>暂无订单</div>}
          </div>
        </div>
      </div>
      <Pager
        current={query.current}
        pageSize={query.pageSize}
        total={result?.page.totalItem ?? 0}
        onPage={goto}
        onPageSize={setPageSize}
      />
    </section>
  );
}
