import { labelText } from '../../../lib/browser/i18n.ts';
import { benefits } from '../../../lib/rules/playbooks.ts';
import { Switch } from '../../ui/Switch.tsx';

interface Props {
  /** Ids of those that the shop has; null where it said nothing. */
  chosen: readonly string[] | null;
  onChange: (chosen: string[]) => void;
}

/** Which rights the shop has: one of them is given where a coupon would be too small to be noticed. */
export function Benefits({ chosen, onChange }: Props) {
  const has = new Set(chosen ?? benefits.filter(({ isUsual }) => isUsual).map(({ id }) => id));
  return (
    <ul>
      {benefits.map(({ id, label }) => (
        <li key={id}>
          <Switch
            label={labelText(label)}
            isOn={has.has(id)}
            onChange={(isOn) =>
              onChange(benefits.map((one) => one.id).filter((one) => (one === id ? isOn : has.has(one))))
            }
          />
        </li>
      ))}
    </ul>
  );
}
