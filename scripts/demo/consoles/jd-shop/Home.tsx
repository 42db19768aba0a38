/** A neutral page without orders, to come from and to go to. */
import { useReplica } from '../shared/use-replica.ts';
import css from './shell.module.css';

export function Home({ navigate }: { navigate: (route: 'home' | 'orders') => void }) {
  useReplica({
    page: 'jd-shop',
    ready: () => true,
    setStatus() {},
    goto() {},
    setPageSize() {},
    selectTab() {},
    hideColumns() {},
    orderIds: () => [],
    navigate,
  });
  return (
    <section className={css.home}>
      <h2>欢迎回来</h2>
      <div className={css.tiles}>
        {['待办事项', '经营概览', '活动报名', '平台公告', '服务市场', '学习中心'].map((name) => (
          <div key={name} className={css.tile}>
            <b>{name}</b>
            <p>暂无新内容</p>
          </div>
        ))}
      </div>
    </section>
  );
}
