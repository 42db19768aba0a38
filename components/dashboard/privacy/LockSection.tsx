import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { isLongEnough, MIN_PASSPHRASE_CHARS } from '../../../lib/lock/passphrase.ts';
import { autoLockChoices, type Unlocked } from '../../../lib/model/lock.ts';
import { useLock, useSecondsUntil, type LockShown } from '../../hooks/useLock.ts';
import { LockProblem } from '../../lock/LockProblem.tsx';
import { UnlockForm } from '../../lock/UnlockForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { Deliberate } from '../../ui/Deliberate.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { percentText } from '../../words/amounts.ts';
import { DashSection } from '../DashSection.tsx';
import styles from './privacy.module.css';

/** A passphrase that seals names, keys and notes on the disk: set, open, close, change, take off, give up. */
export function LockSection() {
  const lock = useLock();
  if (lock === undefined) return null;
  return (
    <DashSection title={t('lock')} definition={t('lockMeans')}>
      {lock === null ? <SetLock /> : <Kept lock={lock} />}
    </DashSection>
  );
}

function SetLock() {
  return (
    <>
      <p className={styles.why}>{t('lockNoWayBack')}</p>
      <PassphraseForm
        submit={t('lockSet')}
        isNew
        onSubmit={async (_, passphrase) => await toBackground.setLock({ passphrase })}
      />
    </>
  );
}

function Kept({ lock }: { lock: LockShown }) {
  return (
    <>
      <Note tone={lock.state === 'on' ? 'good' : 'watch'} isLive>
        {stateText(lock)}
      </Note>
      {lock.isLocked ? <Locked lock={lock} /> : lock.state !== 'opening' && <Open lock={lock} />}
    </>
  );
}

function stateText({ state, isLocked, progress }: LockShown): string {
  if (state === 'on') return t(isLocked ? 'lockIsClosed' : 'lockIsOpen');
  return t(`lockState_${state}`, percentText(progress ?? 0));
}

function Locked({ lock: { state } }: { lock: LockShown }) {
  if (state === 'dropping') return null;
  return (
    <>
      <UnlockForm />
      <Deliberate
        start={t('lockGiveUp')}
        look="plain"
        says={t('lockGiveUpMeans')}
        agree={t('lockGiveUpAgree')}
        confirm={t('lockGiveUpNow')}
        onConfirm={() => void toBackground.giveUpSealed({})}
      />
    </>
  );
}

function Open({ lock: { autoLockMinutes } }: { lock: LockShown }) {
  return (
    <>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => void toBackground.lockNow({})}>
          {t('lockNow')}
        </Button>
      </div>
      <div className={styles.search}>
        <SelectField
          label={t('lockAfter')}
          value={String(autoLockMinutes ?? '')}
          options={[
            ...autoLockChoices.map((minutes) => ({ value: String(minutes), label: t('lockMinutes', minutes) })),
            { value: '', label: t('lockNever') },
          ]}
          onChange={(value) => void toBackground.setAutoLock({ minutes: value === '' ? null : Number(value) })}
        />
      </div>
      <Disclosure summary={t('lockChange')}>
        <PassphraseForm
          submit={t('lockChange')}
          isOld
          isNew
          onSubmit={async (passphrase, next) => await toBackground.changePassphrase({ passphrase, next })}
        />
      </Disclosure>
      <Disclosure summary={t('lockRemove')}>
        <p className={styles.why}>{t('lockRemoveMeans')}</p>
        <PassphraseForm
          submit={t('lockRemove')}
          isOld
          onSubmit={async (passphrase) => await toBackground.removeLock({ passphrase })}
        />
      </Disclosure>
    </>
  );
}

interface FormProps {
  submit: string;
  /** Asks for the one that holds. */
  isOld?: boolean;
  /** Asks for a new one, twice. */
  isNew?: boolean;
  onSubmit: (old: string, next: string) => Promise<Unlocked>;
}

function PassphraseForm({ submit, isOld = false, isNew = false, onSubmit }: FormProps) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Unlocked | null>(null);
  const waiting = useSecondsUntil(answer && 'waitUntil' in answer ? answer.waitUntil : 0);
  const isShort = isNew && !isLongEnough(next);
  const isOther = isNew && again !== next;
  const send = async () => {
    setBusy(true);
    try {
      setAnswer(await onSubmit(old, next));
    } finally {
      setBusy(false);
      for (const clear of [setOld, setNext, setAgain]) clear('');
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isOld && <TextField label={t('lockPassphrase')} type="password" value={old} onChange={setOld} />}
      {isNew && <TextField label={t('lockNewPassphrase')} type="password" value={next} onChange={setNext} />}
      {isNew && <TextField label={t('backupAgain')} type="password" value={again} onChange={setAgain} />}
      {next !== '' && isShort && <p className={styles.why}>{t('backupShort', MIN_PASSPHRASE_CHARS)}</p>}
      {again !== '' && isOther && <p className={styles.why}>{t('backupUnlike')}</p>}
      <Button
        type="submit"
        look="quiet"
        disabled={isBusy || isShort || isOther || (isOld && old === '') || waiting > 0}
      >
        {submit}
      </Button>
      <LockProblem answer={answer} waitingSeconds={waiting} />
      {answer?.ok && isOld && isNew && (
        <Note tone="good" isLive>
          {t('lockChanged')}
        </Note>
      )}
    </form>
  );
}
