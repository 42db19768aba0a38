import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { clockBound, isAllowed } from '../../../lib/service/own-clocks.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { useOwnNumbers } from '../../hooks/useOwnNumbers.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { OwnNumberField } from '../own-numbers/OwnNumberField.tsx';
import { OwnNumbersActions } from '../own-numbers/OwnNumbersActions.tsx';
import { WideTable } from '../WideTable.tsx';
import styles from '../practice/Practice.module.css';
import table from '../table.module.css';
import { spanText } from '../../words/times.ts';

interface Props {
  /** Null for all shops together: as they ship. */
  shop: ShopChoice | null;
}

/** How fast what is to be done, where each number comes from; a shop may set its own. */
export function ClockTable({ shop }: Props) {
  const own = useOwnNumbers(shop?.shopId ?? null)?.clocks;
  const saved = useUndoable();
  return (
    <>
      <WideTable label={t('clock_title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{t('clock_what')}</th>
              <th>{t('clock_matters')}</th>
              <th className={table.number}>{t('clock_within')}</th>
              <th>{t('clock_counts')}</th>
              <th>{t('clock_source')}</th>
            </tr>
          </thead>
          <tbody>
            {clockRules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">{labelText(rule.label)}</th>
                <td className={table.words}>
                  {rule.matters.map((matter) => t(`matter_${matter}`)).join(t('listSeparator'))}
                </td>
                <td className={table.number}>{spanText((own?.[rule.id] ?? rule.minutes) * 60_000)}</td>
                <td className={table.whole}>{t(`clock_counts_${rule.counts}`)}</td>
                <td className={table.whole}>{rule.source.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {shop && own && <ClockForm key={JSON.stringify(own)} shop={shop} own={own} saved={saved} />}
    </>
  );
}

interface FormProps {
  shop: ShopChoice;
  own: Readonly<Record<string, number>>;
  saved: Undoable;
}

function ClockForm({ shop: { shopId, platform }, own, saved }: FormProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const rules = clockRules.filter((rule) => rule.platform === null || rule.platform === platform);
  const fields = rules.map((rule) => {
    const text = typed[rule.id] ?? String(own[rule.id] ?? rule.minutes);
    const minutes = text.trim() === '' ? Number.NaN : Number(text);
    const isRight = isAllowed(minutes, rule, platform);
    return { rule, text, minutes, isRight, isChanged: minutes !== (own[rule.id] ?? rule.minutes) };
  });
  const isWhole = fields.every(({ isRight }) => isRight);
  const keep = (changed: readonly { id: string; minutes: number | null }[]) =>
    saved.run(() =>
      toBackground.setOwnNumbers(
        changed.map(({ id, minutes }) => ({
          shopId,
          rule: { what: 'clock', id },
          numbers: minutes === null ? {} : { minutes },
        })),
      ),
    );
  const changed = fields
    .filter(({ isChanged }) => isChanged)
    .map(({ rule, minutes }) => ({ id: rule.id, minutes: minutes === rule.minutes ? null : minutes }));
  return (
    <form
      className={styles.numbers}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && changed.length > 0) keep(changed);
      }}
    >
      <p className={styles.note}>{t('clock_ownMean')}</p>
      <div className={styles.fields}>
        {fields.map(({ rule, text, minutes, isRight }) => {
          const bound = clockBound(rule, platform);
          return (
            <OwnNumberField
              key={rule.id}
              label={t(
                'clock_ownOf',
                labelText(rule.label),
                rule.matters.map((each) => t(`matter_${each}`)).join(t('enumeration')),
              )}
              unit={t('clock_minutes')}
              means={isRight && minutes >= 60 ? `= ${spanText(minutes * 60_000)}` : ''}
              text={text}
              shipped={String(rule.minutes)}
              problem={isRight ? null : t('own_problem_law', t('dashRange', 1, bound.minutes), labelText(bound.why))}
              onChange={(next) => setTyped({ ...typed, [rule.id]: next })}
            />
          );
        })}
      </div>
      <OwnNumbersActions
        canSave={isWhole && changed.length > 0 && saved.state !== 'saving'}
        isChanged={changed.length > 0}
        hasOwn={Object.keys(own).length > 0}
        onPutAllBack={() => {
          setTyped({});
          if (Object.keys(own).length > 0) keep(Object.keys(own).map((id) => ({ id, minutes: null })));
        }}
      />
      <UndoNote undoable={saved} />
    </form>
  );
}
