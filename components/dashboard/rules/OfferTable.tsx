import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ShippedRules } from '../../../lib/messaging/answers.ts';
import { Choices } from '../../ui/Choices.tsx';
import styles from './ShopRules.module.css';

interface Props {
  policies: ShippedRules['policies'];
  offers: Readonly<Record<string, boolean>>;
  onChange: (offers: Record<string, boolean>) => void;
}

type Answer = 'yes' | 'no' | 'unknown';

/** By each thing that a shop may promise, whether this one really offers it. */
export function OfferTable({ policies, offers, onChange }: Props) {
  const options = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`rulesOffer_${value}`) }));
  const answerOf = (id: string): Answer => (offers[id] === undefined ? 'unknown' : offers[id] ? 'yes' : 'no');
  const set = (id: string, answer: Answer) => {
    const { [id]: _old, ...others } = offers;
    onChange(answer === 'unknown' ? others : { ...others, [id]: answer === 'yes' });
  };
  return (
    <ul className={styles.rows}>
      {policies.map(({ id, name }) => (
        <li key={id} className={styles.row}>
          <span className={styles.what}>{labelText(name)}</span>
          <Choices
            label={labelText(name)}
            value={answerOf(id)}
            options={options}
            onChange={(answer) => set(id, answer)}
          />
        </li>
      ))}
    </ul>
  );
}
