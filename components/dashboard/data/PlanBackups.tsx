import { useState } from 'react';
import {
  canKeepFolder,
  chooseBackupFolder,
  dropBackupPlan,
  keepBackupPlan,
  type BackupPlan,
} from '../../../lib/browser/backup-plan.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { MIN_PASSPHRASE_CHARS } from '../../../lib/lock/passphrase.ts';
import { newBox } from '../../../lib/files/backup/sealing.ts';
import { useBackupPlan } from '../../hooks/useBackupPlan.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { errorText } from '../../words/files.ts';
import { dayText, minuteText } from '../../words/times.ts';
import { DashSection } from '../DashSection.tsx';
import { makePlannedBackup, nextPlanned } from './planned-backup.ts';
import styles from './data.module.css';

const EVERY_DAYS = [1, 3, 7] as const;

/** Backups by themselves, into a folder of the person's own, under a passphrase that is not kept. */
export function PlanBackups() {
  const { plan, refresh } = useBackupPlan();
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      if (!isClosed) setFailure(errorText(error));
    }
    refresh();
  };
  return (
    <DashSection title={t('plan')} definition={t('planMeans')}>
      {!canKeepFolder() && <Note tone="plain">{t('planCannot')}</Note>}
      {canKeepFolder() && plan === null && <NewPlan onAttempt={(work) => void attempt(work)} />}
      {plan && (
        <>
          <PlanFacts plan={plan} />
          <div className={styles.actions}>
            <Button onClick={() => void attempt(async () => await makeNow(plan))}>{t('planNow')}</Button>
            <Button look="plain" onClick={() => void attempt(dropBackupPlan)}>
              {t('planStop')}
            </Button>
          </div>
        </>
      )}
      {failure !== null && (
        <Note tone="risk" isLive>
          {t('backupFailed', failure)}
        </Note>
      )}
    </DashSection>
  );
}

async function makeNow(plan: BackupPlan): Promise<void> {
  if ((await plan.folder.requestPermission({ mode: 'readwrite' })) !== 'granted') return;
  await makePlannedBackup(plan, Date.now());
}

function PlanFacts({ plan }: { plan: BackupPlan }) {
  const now = useNow();
  const { folder, lastAt } = plan;
  return (
    <Note tone="calm">
      {t('planInto', folder.name)} {lastAt === null ? t('planNone') : t('planLast', minuteText(lastAt, now))}{' '}
      {t('planNext', dayText(nextPlanned(plan, now)))}
    </Note>
  );
}

function NewPlan({ onAttempt }: { onAttempt: (work: () => Promise<unknown>) => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [everyDays, setEveryDays] = useState<number>(EVERY_DAYS[0]);
  const isShort = passphrase.length < MIN_PASSPHRASE_CHARS;
  const begin = async () => {
    const folder = await chooseBackupFolder();
    const plan = { folder, box: await newBox(passphrase), everyDays, lastAt: null };
    await keepBackupPlan(plan);
    await makePlannedBackup(plan, Date.now());
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onAttempt(begin);
      }}
    >
      <TextField label={t('planPassphrase')} type="password" value={passphrase} onChange={setPassphrase} />
      <TextField label={t('backupAgain')} type="password" value={again} onChange={setAgain} />
      <SelectField
        label={t('planEvery')}
        value={String(everyDays)}
        options={EVERY_DAYS.map((days) => ({
          value: String(days),
          label: days === 1 ? t('planDaily') : t('planDays', days),
        }))}
        onChange={(days) => setEveryDays(Number(days))}
      />
      <p className={styles.hint}>
        {passphrase !== '' && isShort
          ? t('backupShort', MIN_PASSPHRASE_CHARS)
          : again !== '' && again !== passphrase
            ? t('backupUnlike')
            : t('planForget')}
      </p>
      <Button type="submit" disabled={isShort || again !== passphrase}>
        {t('planBegin')}
      </Button>
    </form>
  );
}
