import { Fragment } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { LinkSide, PossibleLink } from '../../lib/model/possible-link.ts';
import type { LinkDecisions } from '../hooks/useLinkDecision.ts';
import { Button } from '../ui/Button.tsx';
import { comparisonText, likelihoodText, partyText } from '../words/links.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './PossibleLinkRow.module.css';

interface Props {
  link: PossibleLink;
  /** Those that are named: both, or the one that is not the customer whose card it is. */
  sides: readonly LinkSide[];
  decisions: LinkDecisions;
}

/** Two who may be one buyer: who, why, how likely, and the two answers. */
export function PossibleLinkRow({ link, sides, decisions }: Props) {
  const isBusy = decisions.change?.state === 'saving';
  const { shopId, parties } = link;
  const texts = sides.map(sideText);
  const names = texts.join(t('link_and'));
  return (
    <li className={styles.row}>
      <p className={styles.who}>
        <strong className={styles.names}>
          {texts.map((text, index) => (
            <Fragment key={sides[index]!.party}>
              {index > 0 && t('link_and')}
              <span className={styles.side}>{text}</span>
            </Fragment>
          ))}
        </strong>
        <span className={styles.likelihood} title={t('link_likelihoodExplained')}>
          {t('link_likelihood', likelihoodText(link.probability))}
        </span>
      </p>
      <ul className={styles.evidence} aria-label={t('link_evidence')}>
        {link.comparisons.map((comparison) => (
          <li key={comparison.of}>{comparisonText(comparison)}</li>
        ))}
      </ul>
      <div className={styles.answers}>
        <Button
          disabled={isBusy}
          aria-label={t('link_confirmNamed', names)}
          onClick={() => decisions.confirm({ shopId, parties })}
        >
          {t('link_confirm')}
        </Button>
        <Button
          look="plain"
          disabled={isBusy}
          aria-label={t('link_refuseNamed', names)}
          onClick={() => decisions.refuse({ shopId, parties })}
        >
          {t('link_refuse')}
        </Button>
      </div>
    </li>
  );
}

/** A mask is told apart by its order, a customer by the name. */
function sideText({ name, customerId, orderIds, placedAt }: LinkSide): string {
  if (customerId === null) return partyText({ name, placedAt });
  return t('link_customer', name === null ? t('noName') : shownName(name), orderIds.length);
}
