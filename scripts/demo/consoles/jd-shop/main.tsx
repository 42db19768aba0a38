/** The frame of JD's seller console: header, menu, and the sub-system of the current route. */
import { useEffect, useState } from 'react';
import type { JdAccount } from '../../answers/jd-api.ts';
import { mount } from '../shared/mount.tsx';
import { useRoute } from '../shared/use-route.ts';
import { Home } from './Home.tsx';
import { callJd } from './jd-calls.ts';
import { OrderList } from './OrderList.tsx';
import css from './shell.module.css';

const ORDER_LIST = '/jdm/trade/orders/order-list';
const routes = { home: '/jdm/home', orders: `${ORDER_LIST}?tabType=allOrders` };

const menu = [
  ['首页', routes.home],
  ['订单管理', routes.orders],
  ['商品管理', null],
  ['售后管理', null],
  ['营销中心', null],
  ['店铺装修', null],
  ['资金结算', null],
] as const;

function Shell() {
  const { path, go } = useRoute();
  const isOrders = path.startsWith(ORDER_LIST);
  const navigate = (route: 'home' | 'orders') => go(routes[route]);
  return (
    <div className={css.shell}>
      <header className={css.header}>
        <div className={css.brand}>
          商家后台<span className={css.demo}>演示</span>
        </div>
        <Account />
      </header>
      <div className={css.below}>
        <nav className={css.menu}>
          {menu.map(([name, target]) => (
            <a
              key={name}
              className={
                target !== null && (isOrders ? target === routes.orders : target === routes.home)
                  ? css.menuHere
                  : css.menuItem
              }
              href={target ?? '#'}
              onClick={(event) => {
                event.preventDefault();
                if (target !== null) go(target);
              }}
            >
              {name}
            </a>
          ))}
        </nav>
        <main className={css.main}>
          <micro-app-jm-sub-system-block name={isOrders ? 'order' : 'home'}>
            <micro-app-body>
              {isOrders ? <OrderList navigate={navigate} /> : <Home navigate={navigate} />}
            </micro-app-body>
          </micro-app-jm-sub-system-block>
        </main>
      </div>
    </div>
  );
}

/** Name of the signed-in account; the shop's ids appear while the pointer rests on it. */
function Account() {
  const [account, setAccount] = useState<JdAccount | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    void callJd<JdAccount>('dsm.shell.navigation.accountFacade.findAccountInfo', {}).then(setAccount);
  }, []);
  if (!account) return null;
  return (
    <div className={css.account} onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <span className={css.avatar}>{account.shopName[0]}</span>
      <span className={`shop-menu-accountV1__right-account-top-name ${css.accountName}`} title={account.pin}>
        {account.pin}
      </span>
      {isOpen && (
        <div className={css.shopCard}>
          <b>{account.shopName}</b>
          {[
            ['店铺ID', account.venderId],
            ['商家ID', account.venderId],
          ].map(([key, text]) => (
            <div key={key} className="shop-menu-shop-cardV1__textItem">
              <span className="shop-menu-shop-cardV1__textItem-key">{key}：</span>
              <span className="shop-menu-shop-cardV1__textItem-text">{text}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

mount(<Shell />);
