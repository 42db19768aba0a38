/** A neutral page without orders, to come from and to go to. */
import css from './shell.module.css';
import { usePlainReplica, type Navigate } from './use-plain-replica.ts';

export function Home({ navigate }: { navigate: Navigate }) {
  usePlainReplica(navigate, () => true);
  return (
    <section className={css.home}>
      <h2>工作台首页</h2>
      <div className={css.tiles}>
        {['店铺数据', '重要消息', '常用工具', '规则动态'].map((name) => (
          <div key={name} className={css.tile}>
            <b>{name}</b>
            <p>暂无新内容</p>
          </div>
        ))}
      </div>
    </section>
  );
}
