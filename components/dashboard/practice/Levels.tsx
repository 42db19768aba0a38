import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { MAX_NAME_CHARS } from '../../../lib/model/limits.ts';
import type { ShopPractice } from '../../../lib/model/practice-event.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { yuanText } from '../../words/amounts.ts';
import styles from './Practice.module.css';

type Level = ShopPractice['levels'][number];
const MOST_LEVELS = 6;

interface Props {
  levels: readonly Level[];
  onChange: (levels: Level[]) => void;
}

/** From how much net spend on a customer is of which level; the platform grants it, here is counted how far it is. */
export function Levels({ levels, onChange }: Props) {
  const [name, setName] = useState('');
  const [yuan, setYuan] = useState('');
  const fromFen = Math.round(Number(yuan) * 100);
  const isNew = !levels.some((level) => level.fromFen === fromFen);
  const canAdd = name.trim() !== '' && yuan !== '' && fromFen > 0 && isNew && levels.length < MOST_LEVELS;
  const add = () => {
    onChange([...levels, { name: name.trim(), fromFen }].toSorted((a, b) => a.fromFen - b.fromFen));
    setName('');
    setYuan('');
  };
  return (
    <>
      {levels.length === 0 && <EmptyLine>{t('practice_noLevels')}</EmptyLine>}
      <ul className={styles.rows}>
        {levels.map((level) => (
          <li key={level.fromFen} className={styles.row}>
            <span>{level.name}</span>
            <span className={styles.faint}>{t('practice_levelFrom', yuanText(level.fromFen))}</span>
            <Button
              look="plain"
              aria-label={t('practice_removeOf', level.name)}
              onClick={() => onChange(levels.filter((one) => one !== level))}
            >
              {t('practice_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canAdd) add();
        }}
      >
        <TextField label={t('practice_levelName')} value={name} maxLength={MAX_NAME_CHARS} onChange={setName} />
        <TextField label={t('practice_levelYuan')} type="number" min={1} value={yuan} onChange={setYuan} />
        <Button type="submit" disabled={!canAdd}>
          {t('practice_add')}
        </Button>
      </form>
    </>
  );
}
