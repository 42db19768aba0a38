import { t } from '../../lib/browser/i18n.ts';
import { useCustomerLinks } from '../hooks/useCustomerLinks.ts';
import { useLinkDecision } from '../hooks/useLinkDecision.ts';
import { usePossibleLinks } from '../hooks/usePossibleLinks.ts';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { LinkNote } from './LinkNote.tsx';
import { PossibleLinkRow } from './PossibleLinkRow.tsx';
import { StandingLinks } from './StandingLinks.tsx';
import styles from './CustomerLinks.module.css';

/** Who else this customer may be, and what makes them one. Nothing is joined because it looks alike: the person says so. */
export function CustomerLinks({ customerId }: { customerId: string }) {
  const links = useCustomerLinks(customerId);
  const found = usePossibleLinks(customerId);
  const possible = found ?? [];
  const decisions = useLinkDecision();
  if (!links || !found) return <Awaited />;
  if (possible.length + links.standing.length === 0 && decisions.change === null) return null;
  const { parties, standing } = links;
  return (
    <Section title={t(possible.length > 0 ? 'link_title' : 'link_titleStanding')}>
      <LinkNote decisions={decisions} />
      {possible.length > 0 && (
        <>
          <p className={styles.hint}>{t('link_hint')}</p>
          <ul>
            {possible.map((link) => (
              <PossibleLinkRow
                key={link.parties.join(' ')}
                link={link}
                sides={link.sides.filter(({ party }) => !parties.includes(party))}
                decisions={decisions}
              />
            ))}
          </ul>
        </>
      )}
      <StandingLinks links={standing} decisions={decisions} />
    </Section>
  );
}
