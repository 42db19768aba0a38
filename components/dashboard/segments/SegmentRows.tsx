import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { shownLanguage, t } from '../../../lib/browser/i18n.ts';
import {
  emptyForm,
  firstRow,
  formOf,
  isGroup,
  rejoined,
  segmentOf,
  segmentOfRow,
  type FormGroup,
  type FormRow,
  type Join,
  type SegmentForm,
} from '../../../lib/insight/segments/form.ts';
import type { Lexicon } from '../../../lib/insight/segments/lexicon.ts';
import { MAX_QUERY_LENGTH } from '../../../lib/insight/segments/parse.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import type { Segment } from '../../../lib/insight/segments/segment.ts';
import type { Measures } from '../../../lib/insight/measures/measures.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ConditionRow } from './ConditionRow.tsx';
import { useSegmentCounts } from './useSegmentCounts.ts';
import styles from './SegmentRows.module.css';

interface Props {
  /** What the line says, or said when it could last be read; null of an empty line. */
  segment: Segment | null;
  /** False while the line cannot be read: rows that are not the line's are not changed. */
  isCurrent: boolean;
  lexicon: Lexicon;
  measures: Measures;
  /** Of the shop. */
  tags: readonly string[];
  onLine: (line: string) => void;
}

/** The line as conditions to click together, and back: each row with how many customers it alone lets in. */
export function SegmentRows({ segment, isCurrent, lexicon, measures, tags, onLine }: Props) {
  const { vocabulary } = lexicon;
  const form = useMemo(() => (segment ? formOf(segment) : emptyForm), [segment]);
  const [isTooLong, setIsTooLong] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  /** The row that has the focus once it stands there. */
  const next = useRef<number | null>(null);
  const lineOf = (row: FormRow) => printSegment(segmentOfRow(row), vocabulary, shownLanguage());
  const rows = form.of.flatMap((part) => (isGroup(part) ? part.rows : [part]));
  const counts = useSegmentCounts(
    rows.map((row) => ({ query: lineOf(row) })),
    measures,
    lexicon,
  );

  useLayoutEffect(() => {
    if (next.current === null) return;
    const at = list.current!.querySelectorAll('[data-row]');
    const row = at[Math.min(next.current, at.length - 1)] ?? list.current!;
    row.querySelector<HTMLElement>('select, button')?.focus();
    next.current = null;
  });

  const change = (changed: SegmentForm, focused: number | null = null) => {
    const to = segmentOf(changed);
    const line = to ? printSegment(to, vocabulary, shownLanguage()) : '';
    setIsTooLong(line.length > MAX_QUERY_LENGTH);
    if (line.length > MAX_QUERY_LENGTH) return;
    next.current = focused;
    onLine(line);
  };
  const fresh = firstRow('recencyDays', 'days');
  const put = ([at, within]: Place, row: FormRow | FormGroup | null, focused: number | null = null) => {
    change(
      { ...form, of: form.of.flatMap((part, index) => (index === at ? partWith(part, within, row) : [part])) },
      focused,
    );
  };

  const rowAt = ({ row, place, number }: PlacedRow, join: Join) => {
    const other = join === 'all' ? 'any' : 'all';
    const isAlone = place[1] === undefined;
    return (
      <ConditionRow
        key={number}
        number={number + 1}
        row={row}
        join={(place[1] ?? place[0]) === 0 ? null : join}
        words={lineOf(row)}
        count={counts.get(lineOf(row))}
        vocabulary={vocabulary}
        tags={tags}
        onRow={(changed) => put(place, changed)}
        onRemove={() => put(place, null, number)}
        {...(isAlone && {
          alternative: other,
          onAlternative: () => put(place, { join: other, rows: [row, fresh] }, number + 1),
        })}
      />
    );
  };

  return (
    <fieldset ref={list} className={styles.rows} inert={!isCurrent} aria-label={t('rows')}>
      {form.of.length > 1 && <JoinChoice join={form.join} onJoin={(join) => change(rejoined(form, join))} />}
      <ol className={styles.list}>
        {placed(form).map(({ at, number, part }) =>
          isGroup(part) ? (
            <li key={number} className={styles.group}>
              {at > 0 && <span className={styles.join}>{t(`rows_${form.join}`)}</span>}
              <JoinChoice join={part.join} onJoin={(join) => put([at], { ...part, join })} />
              <ol className={styles.list}>
                {part.rows.map((row, within) =>
                  rowAt({ row, place: [at, within], number: number + within }, part.join),
                )}
              </ol>
              <Button
                look="plain"
                onClick={() => put([at], { ...part, rows: [...part.rows, fresh] }, number + part.rows.length)}
              >
                {t('rowsAddWithin', t(`rows_${part.join}`))}
              </Button>
            </li>
          ) : (
            rowAt({ row: part, place: [at], number }, form.join)
          ),
        )}
      </ol>
      <div className={styles.foot}>
        <Button onClick={() => change({ ...form, of: [...form.of, fresh] }, rows.length)}>{t('rowsAdd')}</Button>
        <span className={styles.hint} aria-live="polite">
          {isTooLong ? t('rowsTooLong') : isCurrent ? '' : t('rowsAsleep')}
        </span>
      </div>
    </fieldset>
  );
}

/** Where a row stands: of the parts of the form, and within a group. */
type Place = readonly [part: number, row?: number];

interface PlacedRow {
  row: FormRow;
  place: Place;
  /** Rows above it. */
  number: number;
}

function JoinChoice({ join, onJoin }: { join: Join; onJoin: (join: Join) => void }) {
  return (
    <div className={styles.head}>
      <span>{t('rowsJoin')}</span>
      <Choices
        label={t('rowsJoin')}
        value={join}
        options={(['all', 'any'] as const).map((value) => ({ value, label: t(`rowsJoin_${value}`) }))}
        onChange={onJoin}
      />
    </div>
  );
}

function placed(form: SegmentForm) {
  return form.of.map((part, at) => ({
    part,
    at,
    /** Rows above it. */
    number: form.of.slice(0, at).reduce((sum, above) => sum + (isGroup(above) ? above.rows.length : 1), 0),
  }));
}

function partWith(
  part: FormRow | FormGroup,
  within: number | undefined,
  row: FormRow | FormGroup | null,
): (FormRow | FormGroup)[] {
  if (within === undefined || !isGroup(part)) return row ? [row] : [];
  const rows = part.rows.flatMap((one, index) => (index !== within ? [one] : row && !isGroup(row) ? [row] : []));
  return [{ ...part, rows }];
}
