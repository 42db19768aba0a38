/** The frame of the Taobao/Tmall seller console, an icestark shell with one sub-application per route. */
import { mount } from '../shared/mount.tsx';
import { useRoute } from '../shared/use-route.ts';
import { CouponList } from './CouponList.tsx';
import { Home } from './Home.tsx';
import { RefundList } from './RefundList.tsx';
import css from './shell.module.css';
import { SoldList } from './SoldList.tsx';

const routes = {
  home: '/home.htm/QnworkbenchHome/',
  sold: '/home.htm/trade-platform/tp/sold',
  refunds: '/home.htm/trade-platform/refund-list',
  coupons: '/home.htm/coupon',
} as const;
type Route = keyof typeof routes;
const pages = { home: Home, sold: SoldList, refunds: RefundList, coupons: CouponList };
const menu = [
  ['首页', 'home'],
  ['交易', 'sold'],
  ['退款', 'refunds'],
  ['商品', null],
  ['店铺', null],
  ['营销', 'coupons'],
  ['客服', null],
  ['财务', null],
] as const;

function Shell() {
  const { path, go } = useRoute();
  const route = routeOf(path);
  const Page = pages[route];
  const navigate = (to: Route) => go(routes[to]);
  return (
    <div id="ice-container" className={css.shell}>
      <header className={css.header}>
        <div className={css.brand}>
          商家工作台<span className={css.demo}>演示</span>
        </div>
        <div className={css.account}>青屿山房旗舰店:小林</div>
      </header>
      <div className={css.below}>
        <nav className={css.menu}>
          {menu.map(([name, to]) => (
            <a
              key={name}
              href={to ? routes[to] : '#'}
              className={to === route ? css.menuHere : css.menuItem}
              onClick={(event) => {
                event.preventDefault();
                if (to) navigate(to);
              }}
            >
              {name}
            </a>
          ))}
        </nav>
        <div id="qn-worbench-container" className={css.main}>
          <div id="icestark-container">
            <div id="icestarkNode" key={route}>
              <Page navigate={navigate} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function routeOf(path: string): Route {
  if (/^\/home\.htm\/trade-platform\/tp\/(sold|order)/.test(path)) return 'sold';
  if (/^\/home\.htm\/trade-platform\/(tp\/)?refund-list/.test(path)) return 'refunds';
  return path.startsWith('/home.htm/coupon') ? 'coupons' : 'home';
}

mount(<Shell />);
