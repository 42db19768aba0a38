import { useState } from 'react';
import { isNeverLess, offersToNew } from '../../../lib/actions/fairness.ts';
import { offerProblems } from '../../../lib/actions/coupon-limit-problems.ts';
import { numberProblems } from '../../../lib/actions/number-problems.ts';
import { numbersOf, withNumbers, type Numbers } from '../../../lib/actions/playbook-numbers.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { fairness } from '../../../lib/rules/offers.ts';
import { numberRanges, playbooks } from '../../../lib/rules/playbooks.ts';
import { couponLimitsOf, limitAgainst } from '../../../lib/views/actions/platform-limit.ts';
import { readRunningTrials } from '../../../lib/views/actions/trials.ts';
import type { ShopChoice, ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { type OwnNumbers } from '../../../lib/views/shops/number-changes.ts';
import { ownPlaybook, ownPlaybooks } from '../../../lib/views/shops/own-numbers.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { offerText } from '../../words/offers.ts';
import { numberLabel, numberProblemText, typedText, typedValue, unitWord } from '../../words/own-numbers.ts';
import { DashSection } from '../DashSection.tsx';
import { OwnNumberField } from '../own-numbers/OwnNumberField.tsx';
import { OwnNumbersActions } from '../own-numbers/OwnNumbersActions.tsx';
import { ConditionLine } from './ConditionLine.tsx';
import { PlaybookPast } from './PlaybookPast.tsx';
import { PlaybookRecount } from './PlaybookRecount.tsx';
import styles from './Practice.module.css';

interface Props {
  shop: ShopChoice;
  insight: ShopInsight;
  own: OwnNumbers;
  isOn: (playbookId: string) => boolean;
  playbookId: string;
  onPlaybook: (id: string) => void;
}

/** One playbook's numbers, with whom it names today and whom it would have named before, while they are typed. */
export function PlaybookNumbers({ shop, insight, own, isOn, playbookId, onPlaybook }: Props) {
  const saved = useUndoable();
  const stored = own.playbooks[playbookId] ?? {};
  return (
    <DashSection title={t('own_title')} definition={t('own_mean')} aside={<UndoNote undoable={saved} />}>
      <div className={styles.form}>
        <SelectField
          label={t('own_playbook')}
          value={playbookId}
          options={playbooks.map(({ id, label }) => ({
            value: id,
            label:
              own.playbooks[id] && Object.keys(own.playbooks[id]).length > 0
                ? t('own_named', labelText(label))
                : labelText(label),
          }))}
          onChange={onPlaybook}
        />
      </div>
      <NumbersForm
        key={`${playbookId} ${JSON.stringify(stored)}`}
        {...{ shop, insight, own, playbookId, stored, saved }}
        isOn={isOn(playbookId)}
      />
    </DashSection>
  );
}

interface FormProps extends Pick<Props, 'shop' | 'insight' | 'own' | 'playbookId'> {
  stored: Numbers;
  isOn: boolean;
  saved: Undoable;
}

function NumbersForm({ shop, insight, own, playbookId, stored, isOn, saved }: FormProps) {
  const { shopId, platform } = shop;
  const playbook = playbooks.find(({ id }) => id === playbookId)!;
  const known = numbersOf(playbook);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const textOf = ({ key, unit, shipped }: (typeof known)[number]) =>
    typed[key] ?? typedText(stored[key] ?? shipped, unit);
  const numbers: Numbers = Object.fromEntries(
    known
      .map((number) => [number, typedValue(textOf(number), number.unit)] as const)
      .filter(([{ shipped }, value]) => value !== shipped)
      .map(([{ key }, value]) => [key, value]),
  );
  const wrong = numberProblems(playbook, numbers, numberRanges);
  const problems =
    wrong.length > 0 ? wrong : offerProblems(playbook, numbers, platform, couponLimitsOf(own.couponLimits, platform));
  const isWhole = problems.length === 0;
  const isChanged = !isSame(numbers, stored);
  const keep = (next: Numbers) =>
    saved.run(() =>
      toBackground.setOwnNumbers([{ shopId, rule: { what: 'playbook', id: playbookId }, numbers: next }]),
    );
  return (
    <form
      className={styles.numbers}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && isChanged) keep(numbers);
      }}
    >
      <p className={styles.advice}>{labelText(ownPlaybook(playbook, isWhole ? numbers : stored).advice)}</p>
      <div className={styles.fields}>
        {known.map((number) => (
          <OwnNumberField
            key={number.key}
            label={numberLabel(number, playbook)}
            text={textOf(number)}
            unit={unitWord(number.unit)}
            shipped={typedText(number.shipped, number.unit)}
            problem={numberProblemText(number.key, problems)}
            onChange={(text) => setTyped({ ...typed, [number.key]: text })}
          />
        ))}
      </div>
      <ConditionLine playbook={withNumbers(playbook, isWhole ? numbers : stored)} />
      <Remarks shop={shop} own={own} playbookId={playbookId} numbers={isWhole ? numbers : stored} />
      <PlaybookRecount
        shopId={shopId}
        playbookId={playbookId}
        numbers={isWhole ? numbers : null}
        stored={stored}
        isOn={isOn}
      />
      <OwnNumbersActions
        canSave={isWhole && isChanged && saved.state !== 'saving'}
        isChanged={isChanged}
        hasOwn={Object.keys(stored).length > 0}
        onPutAllBack={() => {
          setTyped({});
          if (Object.keys(stored).length > 0) keep({});
        }}
      >
        <Button disabled={Object.keys(typed).length === 0} onClick={() => setTyped({})}>
          {t('dashDiscard')}
        </Button>
      </OwnNumbersActions>
      <PlaybookPast insight={insight} playbookId={playbookId} numbers={isWhole ? numbers : null} />
    </form>
  );
}

/** What must be known before it is saved, and is no mistake. */
function Remarks({
  shop,
  own,
  playbookId,
  numbers,
}: Pick<Props, 'shop' | 'own' | 'playbookId'> & { numbers: Numbers }) {
  const { shopId, platform } = shop;
  const trials = useKeyedQuery(shopId, 0, () => readRunningTrials(database, shopId)) ?? [];
  const changed = ownPlaybooks({ ...own, playbooks: { ...own.playbooks, [playbookId]: numbers } });
  const { offer } = changed.find(({ id }) => id === playbookId)!;
  const against = offer && limitAgainst(offer, platform, own.couponLimits);
  const toNew = offersToNew(changed, [], fairness, 0);
  const isForNew = fairness.newCustomerPlaybooks.includes(playbookId);
  return (
    <>
      {trials.some((trial) => trial.playbookId === playbookId) && <Note tone="watch">{t('own_inTrial')}</Note>}
      {against && <Note tone="watch">{t('own_beyondLimit', labelText(against))}</Note>}
      {offer && !isForNew && !isNeverLess(offer, toNew) && (
        <Note tone="watch">{t('own_unfair', [...new Set(toNew.map(offerText))].join(' / '))}</Note>
      )}
      {isForNew && <Note tone="plain">{t('own_forNew')}</Note>}
    </>
  );
}

function isSame(a: Numbers, b: Numbers): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}
