import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { PastedPerson } from '../../lib/model/pasted.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { useAssessments } from '../hooks/useAssessments.ts';
import { Section } from '../ui/Section.tsx';
import { shownName } from '../words/shown-name.ts';
import styles from './PeopleChoice.module.css';

interface Props {
  title: string;
  people: readonly PastedPerson[];
  onChoose: (person: PastedPerson) => void;
}

/** Who it may be: the user knows, we do not. */
export function PeopleChoice({ title, people, onChoose }: Props) {
  const assessments = useAssessments(people.map(({ customerId }) => customerId));
  if (people.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {people.map((person) => {
          const own = assessments?.get(person.customerId)?.tiers[0];
          return (
            <li key={person.customerId}>
              <button type="button" className={styles.person} onClick={() => onChoose(person)}>
                <span className={styles.name}>{shownName(person.display)}</span>
                {own && <TierBadge match={own} />}
                <span className={styles.end}>
                  {person.orderId === null
                    ? t(`platform_${person.platform}`)
                    : t('orderTail', orderTail(person.orderId))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
