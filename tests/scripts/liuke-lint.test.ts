import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { foundEverywhere, lintFile } from '../../scripts/liuke/lint.ts';
import { makeFinding } from '../support/make-finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'liuke-lint-'));
let files = 0;
const fileOf = (...lines: readonly unknown[]) => {
  files += 1;
  const file = join(folder, `${files}.jsonl`);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
};
const lintLines = async (...lines: readonly unknown[]) =>
  (await lintFile(fileOf(...lines))).map((line) => (JSON.parse(line) as { findings: object[] }).findings);

test('prints the findings of every line, with their place in the text as written', async () => {
  const [clean, adds] = await lintLines(
    { text: '亲，今天发货', platform: 'jd' },
    { text: '亲，加微信 liuke_8866 发您图', platform: 'jd', channel: 'chat' },
  );
  expect(clean).toEqual([]);
  expect(adds).toMatchObject([{ rule: 'DIV-01', label: 'diversion', severity: 'block', start: 2 }]);
  expect(Object.keys(adds![0]!).toSorted()).toEqual(['end', 'label', 'rewrite', 'rule', 'severity', 'start']);
});

test('counts for any platform what every platform objects to', async () => {
  const text = '去淘宝搜我们店下单更便宜';
  const [jd, taobao, any] = await lintLines({ text, platform: 'jd' }, { text, platform: 'taobao' }, { text });
  expect(jd!.length).toBeGreaterThan(taobao!.length);
  expect(any!.length).toBeLessThanOrEqual(taobao!.length);
});

test('counts for any platform what each objects to by a rule of its own', () => {
  const finding = (ruleId: string, start: number, end: number) => makeFinding({ ruleId, start, end });
  const [words, heard] = [finding('DIV-05', 4, 8), finding('DIV-00', 2, 12)];
  expect(foundEverywhere([[words], [heard]])).toEqual([words]);
  expect(foundEverywhere([[words], [finding('DIV-00', 8, 12)]])).toEqual([]);
  expect(foundEverywhere([[words], [{ ...heard, label: 'price-fraud' }]])).toEqual([]);
  expect(foundEverywhere([[words], []])).toEqual([]);
});

test('knows where a text goes', async () => {
  const text = '全场三折起，进店抢券';
  const channels = ['sms', 'chat', 'any', 'postcard', null];
  const found = await lintLines({ text }, ...channels.map((channel) => ({ text, channel })));
  expect(found.map((findings) => findings.length > 0)).toEqual([false, true, false, false, false, false]);
});

test.each([
  [['{"text":'], /line 1: .*JSON/],
  [[{ text: '好' }, { platform: 'jd' }], 'line 2: expected a text, found none'],
  [[{ text: '好', channel: 7 }], 'expected a channel such as sms, found 7'],
  [[{ text: '好', platform: 'pdd' }], 'expected platform jd, taobao or any, found "pdd"'],
])('%j is refused with its line', async (lines, message) => {
  await expect(lintFile(fileOf(...lines))).rejects.toThrow(message);
});

test('an empty file has no findings, one that is not there is an error', async () => {
  expect(await lintFile(fileOf())).toEqual([]);
  await expect(lintFile(join(folder, 'none.jsonl'))).rejects.toThrow('cannot read');
});

test('runs as a command, one line out per line in', async () => {
  const file = fileOf({ text: '您好', platform: 'jd' }, { text: '好评返现5元', platform: 'taobao' });
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/liuke.ts', 'lint', file]);
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(stdout).toContain('REV-01');
});
