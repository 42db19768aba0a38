import type { Playbook } from '../../../lib/actions/playbook.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { type OwnNumbers } from '../../../lib/views/shops/number-changes.ts';
import { ownPlaybooks } from '../../../lib/views/shops/own-numbers.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { offerText } from '../../words/offers.ts';
import { withinText } from '../../words/occasions.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './Practice.module.css';

interface Props {
  choices: Readonly<Record<string, boolean>>;
  own: OwnNumbers;
  onChoose: (id: string, isOn: boolean) => void;
  onEdit: (id: string) => void;
}

/** Every playbook in order of precedence: what, for how much, by when, by whom, after which row of the practice. */
export function PlaybookTable({ choices, own, onChoose, onEdit }: Props) {
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
            <th scope="col">{t('own_numbers')}</th>
          </tr>
        </thead>
        <tbody>
          {ownPlaybooks(own).map((playbook) => (
            <PlaybookRow
              key={playbook.id}
              playbook={playbook}
              isOn={choices[playbook.id] ?? playbook.isOn}
              isOwn={Object.keys(own.playbooks[playbook.id] ?? {}).length > 0}
              onChoose={(isOn) => onChoose(playbook.id, isOn)}
              onEdit={() => onEdit(playbook.id)}
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
  /** With numbers of the shop's own. */
  isOwn: boolean;
  onChoose: (isOn: boolean) => void;
  onEdit: () => void;
}

function PlaybookRow({ playbook, isOn, isOwn, onChoose, onEdit }: RowProps) {
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
      <th scope="row" className={`${table.sentence} ${styles.playbook}`}>
        {labelText(label)}
        <p className={styles.advice}>{labelText(advice)}</p>
        {note && <p className={styles.note}>{labelText(note)}</p>}
      </th>
      <td className={styles.brief}>{offer ? offerText(offer) : t(`cost_${cost}`)}</td>
      <td className={styles.brief}>{when.filter((text) => text !== null).join(' · ')}</td>
      <td className={table.whole}>{t(`who_${who}`)}</td>
      <td className={styles.source}>{source.join(' ')}</td>
      <td className={table.whole}>
        <Button look="plain" aria-label={t('own_editOf', labelText(label))} onClick={onEdit}>
          {t('own_edit')}
        </Button>{' '}
        {isOwn && <Badge tone="watch">{t('own_changed')}</Badge>}
      </td>
    </tr>
  );
}
