import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { PastedPerson } from '../../lib/model/pasted.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { useAssessments } from '../hooks/useAssessments.ts';
import { Section } from '../ui/Section.tsx';
import { shownName } from '../words/shown-name.ts';
import person from '../styles/person.module.css';
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
        {people.map((one) => {
          const own = assessments?.get(one.customerId)?.tiers[0];
          return (
            <li key={one.customerId}>
              <button type="button" className={styles.person} onClick={() => onChoose(one)}>
                <span className={person.name}>{shownName(one.display)}</span>
                {own && <TierBadge match={own} />}
                <span className={person.end}>
                  {one.orderId === null ? t(`platform_${one.platform}`) : t('orderTail', orderTail(one.orderId))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
