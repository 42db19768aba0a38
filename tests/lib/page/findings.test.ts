import { expect, test } from 'vitest';
import { Findings } from '../../../lib/page/findings.ts';
import { makeFinding } from '../../support/make-finding.ts';

const text = '最好的，加微信，加微信';
const superlative = makeFinding({ ruleId: 'ADV-03', severity: 'warn', start: 0, end: 3 });
const diversion = makeFinding({ ruleId: 'DIV-01', severity: 'block', start: 4, end: 7 });
const again = makeFinding({ ruleId: 'DIV-01', severity: 'block', start: 8, end: 11 });
const tone = makeFinding({ ruleId: 'ATT-04', severity: 'hint', start: 3, end: 4 });

function taken(...found: Parameters<Findings['take']>[1]): Findings {
  const findings = new Findings();
  findings.take(text, found);
  return findings;
}

test('the worst comes first, then by place', () => {
  const findings = taken(tone, superlative, again, diversion);
  const seen = Array.from({ length: 4 }, () => {
    const { shown } = findings;
    findings.next();
    return [shown!.ruleId, shown!.start];
  });
  expect(seen).toEqual([
    ['DIV-01', 4],
    ['DIV-01', 8],
    ['ADV-03', 0],
    ['ATT-04', 3],
  ]);
  expect(findings.shown).toMatchObject({ words: '加微信', start: 4 });
  expect(findings.others).toBe(3);
});

test('whoever steps through them stays there while more is typed, until another is the worst', () => {
  const findings = taken(superlative, tone);
  findings.next();
  findings.take(`${text}。`, [superlative, tone]);
  expect(findings.shown!.ruleId).toBe('ATT-04');
  findings.take(`${text}。`, [superlative, tone, diversion]);
  expect(findings.shown!.ruleId).toBe('DIV-01');
});

test('what was closed stays closed in this message, something else does not', () => {
  const findings = taken(superlative);
  findings.close();
  expect([findings.shown, findings.others]).toEqual([null, 0]);
  findings.take(`${text}啊`, [superlative]);
  expect(findings.shown).toBeNull();
  findings.take(`${text}啊`, [superlative, diversion]);
  expect(findings.shown!.ruleId).toBe('DIV-01');
  findings.forget();
  findings.take(text, [superlative]);
  expect(findings.shown!.ruleId).toBe('ADV-03');
});

test('nothing found is nothing to see', () => {
  const findings = taken();
  findings.next();
  findings.close();
  expect([findings.shown, findings.others]).toEqual([null, 0]);
});
