/** The columns that the platforms' exports had over the years: each list is known for what it is, each name is read. */
import { describe, expect, test } from 'vitest';
import type { ExportField } from '../../../lib/platforms/export-kind.ts';
import { jdNames } from '../../support/export-files.ts';
import {
  columnLists,
  expected,
  exportKinds,
  kindOf,
  made,
  NEVER,
  readRows,
  rowUnder,
} from '../../support/export-rows.ts';

describe('the columns of', () => {
  test.each(columnLists)('$file are known for what they are, in whatever order', async ({ kind, names }) => {
    const row = rowUnder(names, kind);
    const whole = await readRows(names, row);
    expect(whole).toMatchObject({ kind: kind.id, unknownColumns: [], rejects: [] });
    expect(whole.entries).toHaveLength(1);
    expect(JSON.stringify(whole.entries)).not.toContain(NEVER);
    expect(await readRows(names.toReversed(), row.toReversed())).toEqual(whole);
  });

  test('every kind of export are among them', () => {
    expect(new Set(columnLists.map(({ kind }) => kind.id))).toEqual(new Set(exportKinds.map(({ id }) => id)));
  });

  test.each(columnLists.filter(({ file }) => file.endsWith('-columns.json')))(
    '$file are as many',
    ({ file, names }) => {
      expect(names).toHaveLength(Number(/-(\d+)-columns/.exec(file)![1]));
    },
  );

  test('JD that came in 2017 and 2018 are ten, behind those of 2016', () => {
    const [before, after] = [30, 40].map(
      (count) => columnLists.find(({ file }) => file.startsWith('jd-orders-') && file.includes(`-${count}-`))!.names,
    );
    expect(after!.slice(0, 30)).toEqual(before);
    expect(after).toHaveLength(40);
  });
});

const aliases = exportKinds.flatMap(({ id, columns }) =>
  Object.entries(columns).flatMap(([field, names]) => names.map((name) => ({ id, field: field as ExportField, name }))),
);

describe('a field of an export', () => {
  test.each(aliases)('of $id, $field, is read from $name', async ({ id, field, name }) => {
    const { columns } = kindOf(id);
    // An address is looked at for buyers who are not known.
    const own = { ...made[id], ...(addresses.has(field) ? { buyer: '' } : {}) };
    const entry = { ...expected[id], ...(addresses.has(field) ? ofNobody(expected[id]!) : {}) };
    const fields = Object.keys(columns) as ExportField[];
    const names = fields.map((each) => (each === field ? name : columns[each]![0]!));
    const rowWith = (changes: Partial<Record<ExportField, string>>) =>
      fields.map((each) => changes[each] ?? own[each]!);
    const whole = await readRows(names, rowWith({}));
    expect(whole).toEqual({ kind: id, unknownColumns: [], entries: [entry], rejects: [] });
    // A value of no sense: whoever reads the column notices.
    const other = await readRows(names, rowWith({ [field]: '？' }));
    expect(JSON.stringify(other) === JSON.stringify(whole)).toBe(silent.has(`${id} ${field}`));
  });
});

const addresses = new Set<ExportField>(['address', 'newAddress']);

function ofNobody({ order }: { order?: object }): object {
  return {
    order: { ...order, buyer: { display: null, key: null, quality: 'masked' } },
    place: { province: '浙江', city: '杭州' },
  };
}

/** They tell a file from others, or what a file's own orders tell already. */
const silent = new Set(['taobao-item-sales lineId', 'taobao-lines status']);

test('the columns of the tests’ own rows are those of a list', () => {
  const known = new Set(columnLists.flatMap((list) => list.names));
  expect(jdNames.filter((name) => !known.has(name))).toEqual([]);
});
