import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { MAX_NAME_CHARS } from '../../../lib/model/limits.ts';
import { momentKinds, momentRepeats, type MomentKind, type MomentRepeats } from '../../../lib/model/occasion.ts';
import { dayOf, formatMinute } from '../../../lib/model/shanghai-time.ts';
import type { ShopMoment } from '../../../lib/model/practice-event.ts';
import { readLaunchWeek, type LaunchWeek } from '../../../lib/views/actions/launch-week.ts';
import { readMoments } from '../../../lib/views/actions/shop-practice.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import type { Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { percentText } from '../../words/amounts.ts';
import styles from './Practice.module.css';

/** Launches, livestreams and members' days: nobody but the shop knows them. */
export function Moments({ shopId, change }: { shopId: string; change: Undoable }) {
  const moments = useKeyedQuery(shopId, 0, () => readMoments(database, shopId)) ?? [];
  return (
    <>
      <ul className={styles.rows}>
        {moments.map((moment) => {
          const { momentId, kind, name, startAt, endAt, repeats } = moment;
          return (
            <li key={momentId} className={styles.row}>
              <span>{t(`occasion_${kind}`, name)}</span>
              <span className={styles.faint}>{`${formatMinute(startAt)} – ${formatMinute(endAt)}`}</span>
              {repeats && <span className={styles.faint}>{t(`momentRepeats_${repeats}`)}</span>}
              <Button
                look="plain"
                aria-label={t('practice_removeOf', name)}
                onClick={() => change.run(() => toBackground.removeMoment({ shopId, momentId }))}
              >
                {t('practice_remove')}
              </Button>
              {kind === 'launch' && <FirstWeek shopId={shopId} launch={moment} />}
            </li>
          );
        })}
      </ul>
      <MomentForm
        onAdd={(moment) =>
          change.run(() => toBackground.setMoment({ shopId, moment: { ...moment, momentId: crypto.randomUUID() } }))
        }
      />
    </>
  );
}

/** Who bought what was launched in its first week, and how many of them had come before. */
function FirstWeek({ shopId, launch }: { shopId: string; launch: ShopMoment }) {
  const now = useNow();
  // All orders of a week's buyers are gone through for it: once a day is enough.
  const asked = `${dayOf(now)} ${now < launch.startAt}`;
  const week = useKeyedQuery(`${shopId} ${launch.momentId}`, asked, () =>
    readLaunchWeek(database, shopId, launch, now),
  );
  return week ? <span className={styles.faint}>{weekText(week, launch)}</span> : null;
}

function weekText({ share, needed, isOver, buyers, regulars }: LaunchWeek, { article }: ShopMoment): string {
  if (buyers === null) return t('launch_unseen', percentText(share), percentText(needed));
  if (buyers === 0) return t('launch_nobody', article!);
  const counted = t('launch_week', buyers, regulars, percentText(regulars / buyers));
  return isOver ? counted : t('launch_underWay', counted);
}

interface NewMoment {
  kind: MomentKind;
  name: string;
  article: string | null;
  startAt: number;
  endAt: number;
  repeats: MomentRepeats | null;
}

function MomentForm({ onAdd }: { onAdd: (moment: NewMoment) => void }) {
  const [kind, setKind] = useState<MomentKind>('launch');
  const [name, setName] = useState('');
  const [article, setArticle] = useState('');
  const [repeats, setRepeats] = useState<MomentRepeats | null>(null);
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [startAt, endAt] = [instantOf(start), instantOf(end)];
  const isRising = startAt !== null && endAt !== null && startAt < endAt;
  const isShort = isRising && endAt - startAt <= 15 * 86_400_000;
  const launched = (kind === 'launch' && article.trim()) || null;
  const moment =
    name.trim() !== '' && isShort ? { kind, name: name.trim(), article: launched, startAt, endAt, repeats } : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!moment) return;
        onAdd(moment);
        setName('');
        setArticle('');
      }}
    >
      <SelectField
        label={t('practice_momentKind')}
        value={kind}
        options={momentKinds.map((value) => ({ value, label: t(`momentKind_${value}`) }))}
        onChange={(value) => setKind(momentKinds.find((one) => one === value)!)}
      />
      <TextField label={t('practice_momentName')} value={name} maxLength={MAX_NAME_CHARS} onChange={setName} />
      {kind === 'launch' && (
        <TextField
          label={t('practice_momentArticle')}
          value={article}
          maxLength={MAX_NAME_CHARS}
          onChange={setArticle}
        />
      )}
      <TextField label={t('practice_momentStart')} type="datetime-local" value={start} onChange={setStart} />
      <TextField label={t('practice_momentEnd')} type="datetime-local" value={end} onChange={setEnd} />
      <SelectField
        label={t('practice_momentRepeats')}
        value={repeats ?? 'once'}
        options={[
          { value: 'once', label: t('momentRepeats_once') },
          ...momentRepeats.map((value) => ({ value, label: t(`momentRepeats_${value}`) })),
        ]}
        onChange={(value) => setRepeats(momentRepeats.find((one) => one === value) ?? null)}
      />
      <Button type="submit" disabled={!moment}>
        {t('practice_add')}
      </Button>
      {startAt !== null && endAt !== null && !isShort && <p className={styles.wrong}>{t('practice_momentWrong')}</p>}
    </form>
  );
}

/** "2026-12-12T20:00", on the Shanghai clock whatever the machine's. */
function instantOf(text: string): number | null {
  const at = Date.parse(`${text}:00+08:00`);
  return Number.isNaN(at) ? null : at;
}
