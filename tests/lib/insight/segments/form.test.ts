import { describe, expect, test } from 'vitest';
import fc from '../../../support/fast-check.ts';
import { metricNames } from '../../../../lib/insight/metrics.ts';
import { compileSegment } from '../../../../lib/insight/segments/evaluate.ts';
import {
  compared,
  emptyForm,
  firstRow,
  formOf,
  isGroup,
  rejoined,
  segmentOf,
  type FormRow,
} from '../../../../lib/insight/segments/form.ts';
import { wordsOf } from '../../../../lib/insight/segments/names.ts';
import { parseSegment } from '../../../../lib/insight/segments/parse.ts';
import { printSegment } from '../../../../lib/insight/segments/print.ts';
import { arbitrarySegment } from './arbitrary-segment.ts';
import { lexicon, vocabulary } from './vocabulary.ts';

const read = (line: string) => {
  const reading = parseSegment(line, lexicon);
  if (!reading.ok) throw new Error(`${line}: expected a line that can be read, found ${reading.error.code}`);
  return reading.value;
};
const form = (line: string) => formOf(read(line));
const written = (line: string) => printSegment(segmentOf(form(line))!, vocabulary);
const rowsIn = (line: string): FormRow[] => form(line).of.flatMap((part) => (isGroup(part) ? part.rows : part));

/** Numbers around those that arbitrary segments compare with, and some that are not known. */
const columns = {
  size: 60,
  column: (name: string) =>
    Float64Array.from({ length: 60 }, (_, row) => (row % 7 === 6 ? Number.NaN : ((row * (3 + name.length)) % 10) - 4)),
};
const mask = (segment: Parameters<typeof compileSegment>[0]) => [...compileSegment(segment, vocabulary)(columns)];

describe('a line as rows', () => {
  test.each([
    '老客 且 上次30~60天 且 非勿扰',
    '等级=高价值',
    '非等级=高价值 或 客单>100元',
    '老客 且 (上次>30天 或 客单>100元)',
    '老客 且 上次>30天 或 新客',
    '非次数=2次',
    '非上次30~60天',
    '标签:熟客 且 非标签:618囤货',
  ])('%s comes back as it was', (line) => {
    expect(written(line)).toBe(line);
    expect(rowsIn(line).filter(({ kind }) => kind === 'words')).toEqual([]);
  });

  test('says what it turned round with the comparison that means the same', () => {
    expect(written('非上次>30天')).toBe('上次<=30天');
  });

  test('keeps the words of what is nested deeper than one group', () => {
    expect(
      rowsIn('老客 且 (新客 或 上次>30天 且 客单>100元)').map((row) => row.kind === 'words' && row.because),
    ).toEqual([false, false, 'tooDeep']);
  });

  test('keeps the words of a group that must not hold', () => {
    expect(rowsIn('老客 且 非(新客 或 上次>30天)').at(-1)).toMatchObject({ kind: 'words', because: 'negatedGroup' });
    expect(rowsIn('非非老客')).toMatchObject([{ kind: 'words', because: 'negatedGroup' }]);
  });

  test('selects whom it selected, whatever the line', () => {
    fc.assert(
      fc.property(arbitrarySegment, (segment) => {
        expect(mask(segmentOf(formOf(segment))!)).toEqual(mask(segment));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is the same rows again once it is written', () => {
    fc.assert(
      fc.property(arbitrarySegment, (segment) => {
        const once = formOf(segment);
        const line = printSegment(segmentOf(once)!, vocabulary);
        fc.pre(line.length <= 500);
        expect(form(line)).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('rows that are changed', () => {
  test('are joined another way, and groups that are joined likewise become rows', () => {
    expect(printSegment(segmentOf(rejoined(form('老客 且 (上次>30天 或 新客)'), 'any'))!, vocabulary)).toBe(
      '老客 或 上次>30天 或 新客',
    );
    expect(printSegment(segmentOf(rejoined(form('老客 且 (上次>30天 或 新客)'), 'all'))!, vocabulary)).toBe(
      '老客 且 (上次>30天 或 新客)',
    );
  });

  test('get a second end that is no lower than the first, and lose it again', () => {
    const [row] = rowsIn('上次>30天');
    if (row?.kind !== 'number') throw new Error('expected a number');
    const within = compared(row, 'within');
    expect(within).toMatchObject({ is: 'within', values: [30, 30] });
    expect(compared(within as typeof row, '<')).toMatchObject({ is: '<', values: [30] });
  });

  test('are no segment when there are none', () => {
    expect(segmentOf(emptyForm)).toBeNull();
    expect(segmentOf({ join: 'all', of: [{ join: 'any', rows: [] }] })).toBeNull();
  });

  test.each(metricNames)('begin over %s with a condition that is read back', (metric) => {
    const segment = segmentOf({ join: 'all', of: [firstRow(metric, wordsOf(metric, vocabulary).unit)] })!;
    expect(read(printSegment(segment, vocabulary))).toEqual(segment);
  });
});
