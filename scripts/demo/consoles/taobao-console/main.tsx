/** The frame of the Taobao/Tmall seller console, an icestark shell with one sub-application per route. */
import { mount } from '../shared/mount.tsx';
import { useRoute } from '../shared/use-route.ts';
import { Home } from './Home.tsx';
import css from './shell.module.css';
import { SoldList } from './SoldList.tsx';

const routes = { home: '/home.htm/QnworkbenchHome/', sold: '/home.htm/trade-platform/tp/sold' } as const;
const menu = [
  ['首页', 'home'],
  ['交易', 'sold'],
  ['商品', null],
  ['店铺', null],
  ['营销', null],
  ['客服', null],
  ['财务', null],
] as const;

function Shell() {
  const { path, go } = useRoute();
  const isSold = /^\/home\.htm\/trade-platform\/tp\/(sold|order)/.test(path);
  const navigate = (route: 'home' | 'sold') => go(routes[route]);
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
          {menu.map(([name, route]) => (
            <a
              key={name}
              href={route ? routes[route] : '#'}
              className={route === (isSold ? 'sold' : 'home') ? css.menuHere : css.menuItem}
              onClick={(event) => {
                event.preventDefault();
                if (route) navigate(route);
              }}
            >
              {name}
            </a>
          ))}
        </nav>
        <div id="qn-worbench-container" className={css.main}>
          <div id="icestark-container">
            <div id="icestarkNode" key={isSold ? 'sold' : 'home'}>
              {isSold ? <SoldList navigate={navigate} /> : <Home navigate={navigate} />}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

mount(<Shell />);
