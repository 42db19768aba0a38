import { expect, test } from 'vitest';
import { markedPieces } from '../../components/reply/marked-text.ts';
import { lint } from '../../lib/compliance/lint.ts';
import { render } from '../../lib/replies/render.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';

const nameOf = (variable: string) => `[${variable}]`;

test('the pieces are the rendered text, cut where a variable or a finding begins or ends', () => {
  const rendered = render({ text: '亲，{solution}，{deadline}前回复' }, { solution: '加微信 liuke_8866 聊' });
  const pieces = markedPieces(rendered.parts, lint(rendered.text, complianceRules, { platform: 'jd' }), nameOf);
  expect(pieces.map(({ text }) => text).join('')).toBe('亲，加微信 liuke_8866 聊，[deadline]前回复');
  expect(pieces.filter(({ severity }) => severity === 'block').map(({ text }) => text)).toEqual([
    '加微信 liuke_8866 聊',
  ]);
  expect(pieces.filter(({ kind }) => kind === 'missing').map(({ text }) => text)).toEqual(['[deadline]']);
  const shown = pieces.filter(({ kind }) => kind !== 'missing');
  expect(shown.map(({ start, text }) => rendered.text.slice(start, start + text.length))).toEqual(
    shown.map(({ text }) => text),
  );
});
