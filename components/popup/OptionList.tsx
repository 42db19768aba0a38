import { t } from '../../lib/browser/i18n.ts';
import type { FirstMembers } from '../../lib/views/segments/segment-counts.ts';
import type { AssessedHit } from '../hooks/useSearch.ts';
import { Listbox, OptionGroup } from '../ui/Listbox.tsx';
import type { Offered } from './completions.ts';
import { PersonOption, type Person } from './PersonOption.tsx';
import { WordOptions } from './WordOptions.tsx';
import styles from './OptionList.module.css';

/** Customers under one heading. */
export interface PersonGroup {
  title: string;
  people: readonly Person[];
}

interface Props {
  id: string;
  offered: Offered;
  groups: readonly PersonGroup[];
  /** Counted through all options, words first. */
  active: number | null;
  onTake: (index: number) => void;
}

/** Everything that the arrow keys walk through, in one list: words to write next, then customers. */
export function OptionList({ id, offered, groups, active, onTake }: Props) {
  const idOf = (index: number) => optionId(id, index);
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { people }) => sum + people.length, offered.options.length),
  );
  return (
    <Listbox id={id} label={t('segment_options')} className={styles.list}>
      {offered.options.length > 0 && <WordOptions offered={offered} idOf={idOf} active={active} onTake={onTake} />}
      {groups.map(({ title, people }, at) => (
        <OptionGroup key={title} label={title}>
          <p className={styles.title} aria-hidden>
            {title}
          </p>
          {people.map((person, place) => (
            <PersonOption
              key={person.customer.customerId}
              id={idOf(starts[at]! + place)}
              person={person}
              isActive={active === starts[at]! + place}
              onChoose={() => onTake(starts[at]! + place)}
            />
          ))}
        </OptionGroup>
      ))}
    </Listbox>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The first of a segment, then who was found by name or order number; groups without anybody are left out. */
export function personGroups(first: FirstMembers | undefined, hits: readonly AssessedHit[] | undefined): PersonGroup[] {
  const members = first?.members.map((member): Person => ({ ...member, orderId: null, order: first.order })) ?? [];
  const found = hits?.map((hit): Person => ({ ...hit, order: null })) ?? [];
  return [
    { title: t(`segment_first_${first?.order ?? 'netSpendFen'}`), people: members },
    { title: t('searchResults'), people: found },
  ].filter(({ people }) => people.length > 0);
}
