import { useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useNow } from '../hooks/useNow.ts';
import type { AssessedHit } from '../hooks/useSearch.ts';
import { useHistoryKeys } from '../keys/useHistoryKeys.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { minuteText } from '../words/times.ts';
import { CompanionHelp } from './CompanionHelp.tsx';
import { LookupResult } from './LookupResult.tsx';
import { FORGET_AFTER_MS, holdsWords } from './lookups.ts';
import { PasteBar } from './PasteBar.tsx';
import { useLookups } from './useLookups.ts';
import { usePastedText } from './usePastedText.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './Companion.module.css';

/** Beside a chat client that nobody can read: what is pasted tells who it is and what they want; the reply is copied back. */
export function Companion({ isShown }: { isShown: boolean }) {
  const lookups = useLookups();
  const { current } = lookups;
  const hasHistory = lookups.canGoBack || lookups.canGoForward;
  const field = useRef<HTMLInputElement>(null);
  const now = useNow();
  const [isClipboardRefused, setIsClipboardRefused] = useState(false);
  const look = (text: string) => {
    setIsClipboardRefused(false);
    lookups.look(text);
  };
  usePastedText({ field, isShown, onText: look });
  useHistoryKeys(
    isShown && lookups.canGoBack ? lookups.goBack : null,
    isShown && lookups.canGoForward ? lookups.goForward : null,
  );
  const open = ({ customer, orderId }: AssessedHit) => {
    const { customerId, shopId, platform, display } = customer;
    lookups.open({ customerId, shopId, platform, display: shownName(display), orderId, isSeen: true });
  };

  return (
    <div className={styles.companion} hidden={!isShown}>
      <header className={styles.header}>
        <PasteBar
          field={field}
          isShown={isShown}
          onText={look}
          onOpen={open}
          onClipboardRefused={() => setIsClipboardRefused(true)}
        />
        {current && (holdsWords(current) || hasHistory) && (
          <p className={styles.line}>
            {hasHistory && (
              <>
                <Button look="plain" disabled={!lookups.canGoBack} title="Alt+←" onClick={lookups.goBack}>
                  {t('companionBack')}
                </Button>
                <Button look="plain" disabled={!lookups.canGoForward} title="Alt+→" onClick={lookups.goForward}>
                  {t('companionForward')}
                </Button>
              </>
            )}
            {holdsWords(current) && (
              <span className={styles.forget}>
                {t('companionForgetAt', minuteText(current.at + FORGET_AFTER_MS, now))}
                <Button look="plain" onClick={lookups.forgetNow}>
                  {t('companionForgetNow')}
                </Button>
              </span>
            )}
          </p>
        )}
        {isClipboardRefused && (
          <div className={styles.note}>
            <Note tone="watch" isLive>
              {t('companionClipboardRefused')}
            </Note>
          </div>
        )}
      </header>
      <main className={styles.main}>
        {current ? (
          <LookupResult
            key={current.id}
            lookup={current}
            onSayBuyer={(name) => void lookups.sayBuyer(name)}
            onSayBuyersWords={() => lookups.sayBuyersWords()}
            onChoose={lookups.choose}
          />
        ) : (
          <CompanionHelp />
        )}
      </main>
    </div>
  );
}
