import type { Playbook } from '../../../lib/actions/playbook.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import { offerText } from '../../words/offers.ts';
import { withinText } from '../../words/occasions.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './Practice.module.css';

interface Props {
  choices: Readonly<Record<string, boolean>>;
  onChoose: (id: string, isOn: boolean) => void;
}

/** Every playbook in order of precedence: what, for how much, by when, by whom, after which row of the practice. */
export function PlaybookTable({ choices, onChoose }: Props) {
  return (
    <WideTable label={t('practice_playbooks')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('practice_on')}</th>
            <th scope="col">{t('practice_playbook')}</th>
            <th scope="col">{t('practice_cost')}</th>
            <th scope="col">{t('practice_when')}</th>
            <th scope="col">{t('practice_who')}</th>
            <th scope="col">{t('practice_source')}</th>
          </tr>
        </thead>
        <tbody>
          {playbooks.map((playbook) => (
            <PlaybookRow
              key={playbook.id}
              playbook={playbook}
              isOn={choices[playbook.id] ?? playbook.isOn}
              onChoose={(isOn) => onChoose(playbook.id, isOn)}
            />
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

interface RowProps {
  playbook: Playbook;
  isOn: boolean;
  onChoose: (isOn: boolean) => void;
}

function PlaybookRow({ playbook, isOn, onChoose }: RowProps) {
  const { label, advice, note, offer, cost, who, due, source } = playbook;
  const when = [due ? t(`today_${due.job}`) : t('practice_onCard'), withinText(playbook)];
  return (
    <tr className={isOn ? undefined : styles.off}>
      <td>
        <input
          type="checkbox"
          aria-label={labelText(label)}
          checked={isOn}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <th scope="row" className={table.wrapped}>
        {labelText(label)}
        <p className={styles.advice}>{labelText(advice)}</p>
        {note && <p className={styles.note}>{labelText(note)}</p>}
      </th>
      <td className={table.whole}>{offer ? offerText(offer) : t(`cost_${cost}`)}</td>
      <td className={table.whole}>{when.filter((text) => text !== null).join(' · ')}</td>
      <td className={table.whole}>{t(`who_${who}`)}</td>
      <td className={table.faint}>{source.join(' ')}</td>
    </tr>
  );
}
