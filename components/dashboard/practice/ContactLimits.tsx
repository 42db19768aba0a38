import { useState } from 'react';
import { limitProblems } from '../../../lib/actions/contact-bounds.ts';
import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { contactBounds, contactLimits } from '../../../lib/rules/playbooks.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { limitProblemText } from '../../words/own-numbers.ts';
import { DashSection } from '../DashSection.tsx';
import { OwnNumberField } from '../own-numbers/OwnNumberField.tsx';
import { OwnLimitsForm } from './OwnLimitsForm.tsx';
import styles from './Practice.module.css';

interface Props {
  shopId: string;
  own: Numbers;
}

/** How often a customer may be contacted, over all channels and staff, and when not: no looser than law and platforms allow. */
export function ContactLimits({ shopId, own }: Props) {
  const saved = useUndoable();
  return (
    <DashSection title={t('limits_title')} definition={t('limits_mean')} aside={<UndoNote undoable={saved} />}>
      <LimitsForm key={JSON.stringify(own)} shopId={shopId} own={own} saved={saved} />
    </DashSection>
  );
}

function LimitsForm({ shopId, own, saved }: Props & { saved: Undoable }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fields = contactBounds.map((bound) => {
    const scale = bound.limit === 'minOfferShare' ? 100 : 1;
    const shipped = contactLimits[bound.limit];
    const shownOf = (value: number) => String(Math.round(value * scale * 100) / 100);
    const text = typed[bound.limit] ?? shownOf(own[bound.limit] ?? shipped);
    const value = text.trim() === '' ? Number.NaN : Math.round((Number(text) / scale) * 1e6) / 1e6;
    const [problem] = limitProblems({ [bound.limit]: value }, contactBounds);
    return { limit: bound.limit, shipped, shippedText: shownOf(shipped), text, value, problem };
  });
  const numbers: Numbers = Object.fromEntries(
    fields.filter(({ value, shipped }) => value !== shipped).map(({ limit, value }) => [limit, value]),
  );
  const isWhole = fields.every(({ problem }) => problem === undefined);
  const isChanged = fields.some(({ limit, value, shipped }) => value !== (own[limit] ?? shipped));
  const keep = (next: Numbers) =>
    saved.run(() => toBackground.setOwnNumbers([{ shopId, rule: { what: 'contactLimits' }, numbers: next }]));
  return (
    <OwnLimitsForm {...{ own, numbers, isWhole, isChanged, saved }} onKeep={keep} onForget={() => setTyped({})}>
      <div className={styles.fields}>
        {fields.map(({ limit, text, shippedText, problem }) => (
          <OwnNumberField
            key={limit}
            label={t(`limits_${limit}`)}
            unit={t(`limitsUnit_${limit}`)}
            text={text}
            shipped={shippedText}
            problem={problem ? limitProblemText(problem) : null}
            onChange={(next) => setTyped({ ...typed, [limit]: next })}
          />
        ))}
      </div>
    </OwnLimitsForm>
  );
}
