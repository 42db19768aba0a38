/** The frame of JD's seller console: header, menu, and the sub-system of the current route. */
import { useEffect, useState } from 'react';
import type { JdAccount } from '../../answers/jd-api.ts';
import { mount } from '../shared/mount.tsx';
import { useRoute } from '../shared/use-route.ts';
import { AfterSaleList } from './AfterSaleList.tsx';
import { Home } from './Home.tsx';
import { callJd } from './jd-calls.ts';
import { OrderList } from './OrderList.tsx';
import { routeOf, routes, type JdRoute } from './routes.ts';
import css from './shell.module.css';

const pages = {
  home: ['home', Home],
  orders: ['order', OrderList],
  afterSales: ['after-sale', AfterSaleList],
} as const;

const menu: readonly (readonly [string, JdRoute | null])[] = [
  ['首页', 'home'],
  ['订单管理', 'orders'],
  ['商品管理', null],
  ['售后管理', 'afterSales'],
  ['营销中心', null],
  ['店铺装修', null],
  ['资金结算', null],
];

function Shell() {
  const { path, go } = useRoute();
  const here = routeOf(path);
  const [name, SubSystem] = pages[here];
  const navigate = (route: JdRoute) => go(routes[route]);
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
          {menu.map(([title, target]) => (
            <a
              key={title}
              className={target === here ? css.menuHere : css.menuItem}
              href={target === null ? '#' : routes[target]}
              onClick={(event) => {
                event.preventDefault();
                if (target !== null) navigate(target);
              }}
            >
              {title}
            </a>
          ))}
        </nav>
        <main className={css.main}>
          <micro-app-jm-sub-system-block name={name}>
            <micro-app-body>
              <SubSystem navigate={navigate} />
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
