import { clockState, type Clock } from '../../lib/service/clocks.ts';
import { useNow } from '../hooks/useNow.ts';
import { clockText } from '../words/service.ts';
import styles from './service.module.css';

/** Each clock in a few words; what it says is not said by colour alone. */
export function ClockLine({ clocks }: { clocks: readonly Clock[] }) {
  const now = useNow();
  if (clocks.length === 0) return null;
  return (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={clock.ruleId} className={styles[clockState(clock, now)]}>
          {clockText(clock, now)}
        </li>
      ))}
    </ul>
  );
}
