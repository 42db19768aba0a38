/** A page without orders, to come from and to go to: what waits, in numbers. */
import { useEffect, useState } from 'react';
import { homeCounters } from '../../../../lib/platforms/jd/home-counters.ts';
import type { JdHomeDisplay } from '../../answers/jd-after-sales.ts';
import { useReplica } from '../shared/use-replica.ts';
import { callJd } from './jd-calls.ts';
import type { JdRoute } from './routes.ts';
import css from './shell.module.css';

export function Home({ navigate }: { navigate: (route: JdRoute) => void }) {
  const [display, setDisplay] = useState<JdHomeDisplay | null>(null);
  useEffect(() => {
    void callJd<JdHomeDisplay>('dsm.shop.home.schedule.findHomeDisplay', {}).then(setDisplay);
  }, []);
  useReplica({
    page: 'jd-shop',
    ready: () => display !== null,
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
      <div className={css.todos}>
        {display?.realSchedules
          .flatMap(({ data }) => data)
          .map(({ id, value }) => (
            <a key={id} className={css.todo}>
              <b>{value}</b>
              <span>{homeCounters.find(({ jdId }) => jdId === id)?.labels[0]}</span>
            </a>
          ))}
      </div>
      <div className={css.tiles}>
        {['经营概览', '活动报名', '平台公告', '服务市场', '学习中心'].map((name) => (
          <div key={name} className={css.tile}>
            <b>{name}</b>
            <p>暂无新内容</p>
          </div>
        ))}
      </div>
    </section>
  );
}
