import { describe, expect, test } from 'vitest';
import { readTemplates, writeTemplates } from '../../../lib/files/template-file.ts';
import { plainCell, writeCsv } from '../../../lib/files/write-csv.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { sceneRules } from '../../../lib/rules/replies.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { makeTemplate } from '../../support/make-template.ts';

const names = { scenes: sceneRules.scenes, tiers };
const read = (text: string, name = 'mine.csv') => readTemplates(new TextEncoder().encode(text), name, names);
const head = '名称,分组,场景,语气,平台,内容,负责人,到期日,客群,订单阶段';
const row = async (line: string) => (await read(`${head}\n${line}`))[0]!;

const templates = [
  makeTemplate({ expiresDay: dayOf(Date.parse('2026-12-31T12:00:00+08:00')) }),
  makeTemplate({
    name: '=1+1',
    text: '亲，"引号"，逗号,\n换行',
    group: null,
    owner: null,
    platforms: ['jd'],
    tone: 'lively',
    tierIds: ['newCustomer', 'returning'],
    stages: ['shipped', 'afterSale'],
  }),
];

test.each(['csv', 'json'] as const)('what is exported as %s comes back the same', async (format) => {
  const text = writeTemplates(templates, format, names);
  const rows = await read(text, `x.${format}`);
  expect(rows.map(({ problems }) => problems)).toEqual([[], []]);
  expect(rows.map(({ draft }) => draft)).toEqual(templates.map((template) => ({ ...template, templateId: undefined })));
});

describe('a csv that is written', () => {
  const text = writeTemplates(templates, 'csv', names);
  test('opens in a spreadsheet: byte order mark, CRLF, quotes doubled', () => {
    expect(text).toMatch(/^\uFEFF名称,/);
    expect(text).toContain('"亲，""引号""，逗号,\n换行"');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("x")'])('runs nothing: %s', (cell) => {
    const written = writeCsv([[cell]]).slice(1, -2);
    expect(written.replace(/^"/, '')).toMatch(/^'/);
    expect(plainCell(`'${cell}`)).toBe(cell);
  });

  test.each(["'=1", "''+86", '=1'])('gives back what looks harmless already: %s', (cell) => {
    expect(plainCell(writeCsv([[cell]]).slice(1, -2))).toBe(cell);
  });

  test('leaves a cell that only begins with an apostrophe alone', () => expect(plainCell("'s")).toBe("'s"));
});

test('Excel’s own encoding of Chinese is read, too', async () => {
  // 名称,场景,内容 / 甲,破损,抱歉 in GBK.
  const gbk = Uint8Array.from(
    'c3fbb3c6 2c b3a1beb0 2c c4dac8dd 0a bcd7 2c c6c6cbf0 2c b1a7c7b8 0a'.replaceAll(' ', '').match(/../g)!,
    (byte) => parseInt(byte, 16),
  );
  const [only] = await readTemplates(gbk, 'mine.csv', names);
  expect(only!.draft).toMatchObject({ name: '甲', scene: 'damaged', text: '抱歉', tone: 'standard' });
});

test('what is left out is the usual: standard, both platforms, no group, owner or end', async () => {
  expect((await row('甲,,破损,,,抱歉,,')).draft).toEqual({
    name: '甲',
    group: null,
    scene: 'damaged',
    tone: 'standard',
    platforms: ['jd', 'taobao'],
    text: '抱歉',
    owner: null,
    expiresDay: null,
  });
});

describe('a row says what is wrong with it:', () => {
  test.each([
    [',,破损,,,抱歉,,', [{ kind: 'missing', column: '名称' }]],
    ['甲,,破损,,,,,', [{ kind: 'missing', column: '内容' }]],
    [`${'长'.repeat(41)},,破损,,,抱歉,,`, [{ kind: 'tooLong', column: '名称', most: 40 }]],
    ['甲,,没有的场景,,,抱歉,,', [expect.objectContaining({ kind: 'notKnown', column: '场景', found: '没有的场景' })]],
    ['甲,,破损,温柔,,抱歉,,', [expect.objectContaining({ kind: 'notKnown', column: '语气' })]],
    ['甲,,破损,,拼多多,抱歉,,', [expect.objectContaining({ kind: 'notKnown', column: '平台' })]],
    ['甲,,破损,,,抱歉,,,贵宾', [expect.objectContaining({ kind: 'notKnown', column: '客群', found: '贵宾' })]],
    ['甲,,破损,,,抱歉,,,,已签收/路上', [expect.objectContaining({ kind: 'notKnown', column: '订单阶段' })]],
    ['甲,,破损,,,抱歉,,2026-02-30', [expect.objectContaining({ kind: 'notKnown', column: '到期日' })]],
  ])('%s', async (line, problems) => {
    const found = await row(line);
    expect(found).toMatchObject({ line: 2, draft: null });
    expect(found.problems).toEqual(problems);
  });

  test('customers and stages may be several, each once, in either language', async () => {
    const { draft } = await row('甲,,破损,,,抱歉,,,新客/老客、New,运输中/signed');
    expect(draft).toMatchObject({ tierIds: ['newCustomer', 'returning'], stages: ['shipped', 'signed'] });
  });

  test('days may be written as people do', async () => {
    for (const day of ['2026-12-31', '2026/12/31', '2026年12月31日', '2026.12.31'])
      expect((await row(`甲,,破损,,,抱歉,,${day}`)).draft!.expiresDay).toBe(20_818);
  });
});

describe('a file that is none is refused:', () => {
  test.each([
    ['a.csv', '', '名称'],
    ['a.csv', '标题,正文\n甲,乙', '名称'],
    ['a.json', '{"templates":', 'json'],
    ['a.json', '{"templates":5}', 'list'],
    ['a.json', 'null', 'list'],
  ])('%s %s', async (name, text, expected) => {
    await expect(read(text, name)).rejects.toThrow(expected);
  });

  test('but an entry that is none is one bad row', async () => {
    const [entry] = await read('[null]', 'a.json');
    expect(entry!.draft).toBeNull();
    expect(entry!.problems.length).toBeGreaterThan(0);
  });
});
