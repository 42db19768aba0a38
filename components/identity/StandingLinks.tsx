import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { StandingLink } from '../../lib/views/links/standing-links.ts';
import type { LinkDecisions } from '../hooks/useLinkDecision.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { partyText } from '../words/links.ts';
import styles from './StandingLinks.module.css';

interface Props {
  links: readonly StandingLink[];
  decisions: LinkDecisions;
}

/** What makes this customer one, and what was ruled out: each can be taken back. Contradictions are never hidden. */
export function StandingLinks({ links, decisions }: Props) {
  const contradicted = links.filter(({ state }) => state === 'contradicted');
  const others = links.filter(({ state }) => state !== 'contradicted');
  return (
    <>
      <Rows links={contradicted} decisions={decisions} />
      {others.length > 0 && (
        <Disclosure summary={t('link_standing', others.length)}>
          <Rows links={others} decisions={decisions} />
        </Disclosure>
      )}
    </>
  );
}

function Rows({ links, decisions }: Props) {
  if (links.length === 0) return null;
  return (
    <ul className={styles.links}>
      {links.map((link) => (
        <Row key={link.parties.map(({ party }) => party).join(' ')} link={link} decisions={decisions} />
      ))}
    </ul>
  );
}

function Row({ link, decisions }: { link: StandingLink; decisions: LinkDecisions }) {
  const { state, eventId, shopId, parties } = link;
  const names = parties.map(partyText).join(t('link_and'));
  const pair = { shopId, parties: [parties[0].party, parties[1].party] as [string, string] };
  return (
    <li className={styles.link}>
      <span className={styles.what}>
        <strong className={styles.names}>{names}</strong>
        <span className={state === 'contradicted' ? styles.doubt : styles.why}>{whyText(link)}</span>
      </span>
      {state === 'contradicted' && (
        <Button look="plain" aria-label={t('link_confirmNamed', names)} onClick={() => decisions.confirm(pair)}>
          {t('link_confirm')}
        </Button>
      )}
      {eventId === null ? (
        <Button look="plain" aria-label={t('link_refuseNamed', names)} onClick={() => decisions.refuse(pair)}>
          {t('link_refuse')}
        </Button>
      ) : (
        <Button look="plain" aria-label={t('link_undoNamed', names)} onClick={() => decisions.undo(eventId)}>
          {t('undo')}
        </Button>
      )}
    </li>
  );
}

function whyText({ state, provenBy }: StandingLink): string {
  const orders = provenBy.slice(0, 3).map(orderTail).join(t('listSeparator'));
  return state === 'proven' || state === 'contradicted' ? t(`link_is_${state}`, orders) : t(`link_is_${state}`);
}
