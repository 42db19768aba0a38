import { Suspense, useEffect, useState } from 'react';
import { companionMode, rememberCompanionBounds, type CompanionMode } from '../../lib/browser/companion-window.ts';
import { t } from '../../lib/browser/i18n.ts';
import { KeyHelpButton } from '../keys/KeyHelpButton.tsx';
import { Choices } from '../ui/Choices.tsx';
import { later } from '../ui/later.ts';
import { Companion } from './Companion.tsx';
import styles from './CompanionWindow.module.css';

const LockButton = later(async () => (await import('../lock/LockButton.tsx')).LockButton);
const LockLine = later(async () => (await import('../lock/LockLine.tsx')).LockLine);
const Panel = later(async () => (await import('../panel/Panel.tsx')).Panel);

/** The window of our own: beside Qianniu it keeps to what was pasted; or it follows the page, as the side panel does. */
export function CompanionWindow() {
  const [mode, setMode] = useState<CompanionMode | null>(null);
  useEffect(() => {
    void companionMode.getValue().then(setMode);
    return companionMode.watch(setMode);
  }, []);
  useEffect(rememberCompanionBounds, []);
  if (mode === null) return null;
  return (
    <>
      <nav className={styles.modes}>
        <Choices
          label={t('companionModes')}
          value={mode}
          options={[
            { value: 'chat', label: t('companionMode_chat') },
            { value: 'page', label: t('companionMode_page') },
          ]}
          onChange={(next) => void companionMode.setValue(next)}
        />
        {mode === 'chat' && (
          <Suspense fallback={null}>
            <LockButton />
          </Suspense>
        )}
        {mode === 'chat' && <KeyHelpButton screen="companion" />}
        <span className={styles.promise} title={t('promiseOffline')}>
          {t('networkRequests')}
        </span>
      </nav>
      {/* The panel has one of its own. */}
      {mode === 'chat' && (
        <Suspense fallback={null}>
          <LockLine />
        </Suspense>
      )}
      <Companion isShown={mode === 'chat'} />
      {mode === 'page' && (
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
      )}
    </>
  );
}
