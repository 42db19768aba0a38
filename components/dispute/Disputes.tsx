import { t } from '../../lib/browser/i18n.ts';
import { readDisputes } from '../../lib/views/disputes.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { DisputeCard } from './DisputeCard.tsx';

/** What this customer disputes and what may be done about it, the one that waits longest first. */
export function Disputes({ customerId }: { customerId: string }) {
  const now = useNow();
  const disputes = useKeyedQuery(customerId, now, () => readDisputes(database, customerId, now));
  if (!disputes) return <Awaited />;
  if (disputes.length === 0) return null;
  return (
    <Section title={t('disputesTitle')}>
      <ul>
        {disputes.map((dispute) => (
          <DisputeCard key={dispute.id} dispute={dispute} />
        ))}
      </ul>
    </Section>
  );
}
