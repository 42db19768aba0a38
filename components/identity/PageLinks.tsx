import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { useLinkDecision } from '../hooks/useLinkDecision.ts';
import { usePageLinks } from '../hooks/usePossibleLinks.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { LinkNote } from './LinkNote.tsx';
import { PossibleLinkRow } from './PossibleLinkRow.tsx';
import styles from './PageLinks.module.css';

const SHOWN_AT_ONCE = 5;

/** The masked buyers of a page who may be one, or a customer who is known: a short list above the buyers. */
export function PageLinks({ state }: { state: PageState }) {
  const links = usePageLinks(state);
  const decisions = useLinkDecision();
  const [isAll, setIsAll] = useState(false);
  if (!links || (links.length === 0 && decisions.change === null)) return null;
  return (
    <section className={styles.links} aria-label={t('link_title')}>
      <LinkNote decisions={decisions} />
      {links.length > 0 && (
        <Disclosure summary={t('link_titleCount', links.length)}>
          <p className={styles.hint}>{t('link_hint')}</p>
          <ul>
            {(isAll ? links : links.slice(0, SHOWN_AT_ONCE)).map((link) => (
              <PossibleLinkRow key={link.parties.join(' ')} link={link} sides={link.sides} decisions={decisions} />
            ))}
          </ul>
          {!isAll && links.length > SHOWN_AT_ONCE && (
            <Button look="plain" onClick={() => setIsAll(true)}>
              {t('link_more', links.length - SHOWN_AT_ONCE)}
            </Button>
          )}
        </Disclosure>
      )}
    </section>
  );
}
