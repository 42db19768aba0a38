import { labelText, t } from '../../../lib/browser/i18n.ts';
import { compared, firstRow, type FormRow, type Join, type RowComparison } from '../../../lib/insight/segments/form.ts';
import type { Vocabulary } from '../../../lib/insight/segments/lexicon.ts';
import { wordsOf } from '../../../lib/insight/segments/names.ts';
import type { MetricName } from '../../../lib/insight/metrics.ts';
import type { Label } from '../../../lib/model/label.ts';
import { Button } from '../../ui/Button.tsx';
import { countText, signs } from '../numbers.ts';
import { RowValues } from './RowValues.tsx';
import styles from './ConditionRow.module.css';

interface Props {
  /** From 1; read out before what stands in it. */
  number: number;
  row: FormRow;
  /** How it is joined to the row above; null of the first. */
  join: Join | null;
  /** The same as a line. */
  words: string;
  /** Customers that it alone lets in; undefined while they are counted. */
  count: number | null | undefined;
  vocabulary: Vocabulary;
  /** Of the shop. */
  tags: readonly string[];
  onRow: (row: FormRow) => void;
  onRemove: () => void;
  /** Puts another condition beside it, joined the other way than the rows around. */
  onAlternative?: () => void;
  alternative?: Join;
}

const named = ['tier', 'ownTier', 'condition', 'tag'] as const;
const comparisons = ['>=', '<=', '>', '<', '=', '!=', 'within', 'outside'] as const satisfies readonly RowComparison[];

/** A condition: what it is about, the comparison, the value. */
export function ConditionRow(props: Props) {
  const { number, row, join, words, count, vocabulary, tags, onRow, onRemove, onAlternative, alternative } = props;
  const choices = {
    tier: vocabulary.tiers,
    ownTier: vocabulary.tiers,
    condition: vocabulary.conditions,
    tag: tags.map((tag) => ({ id: tag, label: { zh: tag, en: tag } })),
  };
  return (
    <li className={styles.item}>
      {join && <span className={styles.join}>{t(`rows_${join}`)}</span>}
      <fieldset className={styles.row} data-row aria-label={t('row', number)}>
        {row.kind === 'words' ? (
          <span className={styles.words}>
            <code>{words}</code>
            <span className={styles.why}>{t(`row_because_${row.because}`)}</span>
          </span>
        ) : (
          <>
            <FieldSelect row={row} vocabulary={vocabulary} choices={choices} onRow={onRow} />
            {row.kind === 'number' ? (
              <>
                <select
                  className={styles.comparison}
                  aria-label={t('rowComparison')}
                  value={row.is}
                  onChange={({ target }) => onRow(compared(row, target.value as RowComparison))}
                >
                  {comparisons.map((is) => (
                    <option key={is} value={is}>
                      {comparisonText(is)}
                    </option>
                  ))}
                </select>
                <RowValues
                  row={row}
                  unit={wordsOf(row.metric, vocabulary).unit}
                  onValues={(values) => onRow({ ...row, values })}
                />
              </>
            ) : (
              <NamedValue row={row} choices={choices[row.kind]} onRow={onRow} />
            )}
          </>
        )}
        <span className={styles.count}>
          {count === undefined ? '…' : count !== null && t('rowCount', countText(count))}
        </span>
        <span className={styles.tools}>
          {onAlternative && (
            <Button look="plain" onClick={onAlternative}>
              {t('rowsAddWithin', t(`rows_${alternative!}`))}
            </Button>
          )}
          <Button look="plain" aria-label={t('rowRemove', number)} onClick={onRemove}>
            {t('dashRemove')}
          </Button>
        </span>
      </fieldset>
    </li>
  );
}

/** What a row that names something may name. */
type Choices = Readonly<Record<(typeof named)[number], readonly { id: string; label: Label }[]>>;

interface FieldProps {
  row: Exclude<FormRow, { kind: 'words' }>;
  vocabulary: Vocabulary;
  choices: Choices;
  onRow: (row: FormRow) => void;
}

function FieldSelect({ row, vocabulary, choices, onRow }: FieldProps) {
  const field = row.kind === 'number' ? row.metric : row.kind;
  // A flag is asked for as a condition; one that stands in the line stays what it is.
  const metrics = vocabulary.metrics.filter(({ name, unit }) => unit !== 'flag' || name === field);
  return (
    <select
      className={styles.field}
      aria-label={t('rowField')}
      value={field}
      onChange={({ target }) => onRow(withField(row, target.value as typeof field, vocabulary, choices))}
    >
      <optgroup label={t('rowFields_named')}>
        {named
          .filter((kind) => choices[kind].length > 0 || kind === field)
          .map((kind) => (
            <option key={kind} value={kind}>
              {t(`rowField_${kind}`)}
            </option>
          ))}
      </optgroup>
      <optgroup label={t('rowFields_number')}>
        {metrics.map(({ name, label }) => (
          <option key={name} value={name}>
            {labelText(label)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}

interface NamedProps {
  row: Extract<FormRow, { id: string }>;
  choices: Choices[keyof Choices];
  onRow: (row: FormRow) => void;
}

function NamedValue({ row, choices, onRow }: NamedProps) {
  return (
    <>
      <select
        className={styles.comparison}
        aria-label={t('rowComparison')}
        value={row.isNot ? 'not' : 'is'}
        onChange={({ target }) => onRow({ ...row, isNot: target.value === 'not' })}
      >
        <option value="is">{t('row_is')}</option>
        <option value="not">{t('row_isNot')}</option>
      </select>
      <select
        className={styles.value}
        aria-label={t('rowValue')}
        value={row.id}
        onChange={({ target }) => onRow({ ...row, id: target.value })}
      >
        {/* A tag that nobody has any more. */}
        {choices.every(({ id }) => id !== row.id) && <option value={row.id}>{row.id}</option>}
        {choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {labelText(label)}
          </option>
        ))}
      </select>
    </>
  );
}

function comparisonText(is: RowComparison): string {
  if (is === 'within' || is === 'outside') return t(`row_${is}`);
  return is === '!=' ? '≠' : signs[is];
}

/** What was said of the field before is kept as far as it can be said of the new one. */
function withField(
  row: Exclude<FormRow, { kind: 'words' }>,
  field: MetricName | (typeof named)[number],
  vocabulary: Vocabulary,
  choices: Choices,
): FormRow {
  if (field === 'tier' || field === 'ownTier' || field === 'condition' || field === 'tag') {
    const kept =
      row.kind !== 'number' && choices[field].some(({ id }) => id === row.id) ? row.id : choices[field][0]!.id;
    return { kind: field, id: kept, isNot: row.kind !== 'number' && row.isNot };
  }
  const { unit } = wordsOf(field, vocabulary);
  const isSameUnit = row.kind === 'number' && wordsOf(row.metric, vocabulary).unit === unit;
  return isSameUnit ? { ...row, metric: field } : firstRow(field, unit);
}
