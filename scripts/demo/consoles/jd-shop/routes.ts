/** Where the replica's menu leads: the addresses of the real console. */
export const routes = {
  home: '/jdm/home',
  orders: '/jdm/trade/orders/order-list?tabType=allOrders',
  afterSales: '/jdm/trade/after-sale/independent-after-sale/list?tabCode=all',
} as const;

export type JdRoute = keyof typeof routes;

export function routeOf(path: string): JdRoute {
  if (path.startsWith('/jdm/trade/orders/order-list')) return 'orders';
  return path.startsWith('/jdm/trade/after-sale/') ? 'afterSales' : 'home';
}
