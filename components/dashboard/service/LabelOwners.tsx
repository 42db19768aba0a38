import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { LabelOwners as Owners } from '../../../lib/model/label-owners.ts';
import { reasonGroups } from '../../../lib/rules/service.ts';
import type { ReasonGroup } from '../../../lib/service/reason-label-schema.ts';
import { useLabelOwners } from '../../hooks/useLabelOwners.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { OwnerInput } from '../../service/OwnerInput.tsx';
import { ReasonField } from '../../service/ReasonField.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import service from '../../service/service.module.css';
import styles from './LabelOwners.module.css';

/** A label, or all labels of a group. */
interface Row {
  key: string;
  of: keyof Owners;
  id: string;
  name: string;
}

/** The whole group, and after it its labels. */
function rowsOf(group: ReasonGroup): Row[] {
  return [
    { key: `groups ${group.id}`, of: 'groups', id: group.id, name: t('labelOwner_whole', labelText(group.label)) },
    ...group.labels.map(({ id, label }) => ({ key: id, of: 'labels' as const, id, name: labelText(label) })),
  ];
}

/** Who cares for which label (CMP-06): saved as soon as a row is complete. */
export function LabelOwners({ shopId }: { shopId: string }) {
  const owners = useLabelOwners(shopId);
  const undoable = useUndoable();
  if (!owners) return null;
  const set = ({ of, id }: Row, owner: string | null) => {
    const { [id]: _, ...others } = owners[of];
    const changed = { ...owners, [of]: owner === null ? others : { ...others, [id]: owner } };
    undoable.run(() => toBackground.setLabelOwners({ shopId, owners: changed }));
  };
  const names = [...new Set([...Object.values(owners.labels), ...Object.values(owners.groups)])];
  const given = reasonGroups.flatMap(rowsOf).filter(({ of, id }) => owners[of][id] !== undefined);
  return (
    <div className={`${service.tools} ${service.narrow}`}>
      {given.length === 0 && <EmptyLine>{t('labelOwner_none')}</EmptyLine>}
      <ul className={service.tools}>
        {given.map((row) => {
          const owner = owners[row.of][row.id]!;
          return (
            <li key={`${row.key} ${owner}`} className={styles.row}>
              <OwnerOfLabel name={row.name} owner={owner} names={names} onSave={(next) => set(row, next)} />
              <Button look="plain" aria-label={t('practice_removeOf', row.name)} onClick={() => set(row, null)}>
                {t('practice_remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      <AddRow owners={owners} names={names} undoable={undoable} onAdd={set} />
    </div>
  );
}

interface OwnerOfLabelProps {
  name: string;
  owner: string;
  names: readonly string[];
  onSave: (owner: string) => void;
}

/** Saved when it is left; emptied, it is as it was: a row goes by its button. */
function OwnerOfLabel({ name, owner, names, onSave }: OwnerOfLabelProps) {
  const [typed, setTyped] = useState(owner);
  const leave = () => {
    const next = typed.trim();
    if (next === '') setTyped(owner);
    else if (next !== owner) onSave(next);
  };
  return <OwnerInput label={name} typed={typed} owners={names} onType={setTyped} onBlur={leave} />;
}

interface AddRowProps {
  owners: Owners;
  names: readonly string[];
  /** What was done last, here or in the rows above. */
  undoable: Undoable;
  onAdd: (row: Row, owner: string) => void;
}

function AddRow({ owners, names, undoable, onAdd }: AddRowProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [owner, setOwner] = useState('');
  const isFree = ({ of, id }: Row) => owners[of][id] === undefined;
  const row = reasonGroups.flatMap(rowsOf).find((each) => isFree(each) && each.key === chosen);
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!row || owner.trim() === '') return;
        onAdd(row, owner.trim());
        setChosen(null);
        setOwner('');
      }}
    >
      <ReasonField
        label={t('labelOwner_what')}
        none="labelOwner_choose"
        value={row ? chosen : null}
        optionsOf={(group) =>
          rowsOf(group)
            .filter(isFree)
            .map(({ key, name }) => ({ value: key, label: name }))
        }
        onChange={setChosen}
      />
      <OwnerInput label={t('wo_owner')} typed={owner} owners={names} onType={setOwner} />
      <div className={service.line}>
        <Button type="submit" disabled={!row || owner.trim() === ''}>
          {t('practice_add')}
        </Button>
        <UndoNote undoable={undoable} />
      </div>
    </form>
  );
}
