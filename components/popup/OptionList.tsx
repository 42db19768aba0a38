import { t } from '../../lib/browser/i18n.ts';
import { Listbox, OptionGroup } from '../ui/Listbox.tsx';
import type { Choice, ChoiceGroup } from './choices.ts';
import type { Offered } from './completions.ts';
import { MaskedOrderOption } from './MaskedOrderOption.tsx';
import { PersonOption } from './PersonOption.tsx';
import { SegmentOption } from './SegmentOption.tsx';
import { WordOptions } from './WordOptions.tsx';
import styles from './OptionList.module.css';

interface Props {
  id: string;
  offered: Offered;
  groups: readonly ChoiceGroup[];
  /** Counted through all options, words first. */
  active: number | null;
  onTake: (index: number) => void;
}

/** Everything that the arrow keys walk through, in one list: words to write next, then who was found. */
export function OptionList({ id, offered, groups, active, onTake }: Props) {
  const idOf = (index: number) => optionId(id, index);
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { choices }) => sum + choices.length, offered.options.length),
  );
  return (
    <Listbox id={id} label={t('segment_options')} className={styles.list}>
      {offered.options.length > 0 && <WordOptions offered={offered} idOf={idOf} active={active} onTake={onTake} />}
      {groups.map(({ title, choices }, at) => (
        <OptionGroup key={title} label={title}>
          <p className={styles.title} aria-hidden>
            {title}
          </p>
          {choices.map((choice, place) => (
            <ChoiceOption
              key={choice.id}
              choice={choice}
              id={idOf(starts[at]! + place)}
              isActive={active === starts[at]! + place}
              onChoose={() => onTake(starts[at]! + place)}
            />
          ))}
        </OptionGroup>
      ))}
    </Listbox>
  );
}

interface ChoiceProps {
  choice: Choice;
  id: string;
  isActive: boolean;
  onChoose: () => void;
}

function ChoiceOption({ choice, ...rest }: ChoiceProps) {
  switch (choice.of) {
    case 'person':
      return <PersonOption person={choice.person} {...rest} />;
    case 'maskedOrder':
      return <MaskedOrderOption order={choice.order} {...rest} />;
    default:
      return <SegmentOption segment={choice.segment} count={choice.count} {...rest} />;
  }
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
