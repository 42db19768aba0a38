/** A chart that decides nothing is not drawn: each says which decision it serves. */
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DashSection } from '../../components/dashboard/DashSection.tsx';
import { charts } from '../../components/dashboard/decisions.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { filesBelow } from '../support/source-files.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);
afterEach(cleanup);

const sources = filesBelow('components', ['.tsx']).map((path) => readFileSync(path, 'utf8'));

/** What draws, by the name of its component. */
const drawn = [
  'ColumnChart',
  'SlaBullet',
  'FatigueChart',
  'ReliabilityChart',
  'RfmGrid',
  'MigrationMatrix',
  'FunnelList',
];

describe.each(charts)('the chart %s', (chart) => {
  test('says in one sentence, in both languages, what it decides', () => {
    expect(zh[`decides_${chart}`].message).toMatch(/^用来定：[^。]+。$/);
    expect(en[`decides_${chart}`].message).toMatch(/^Decides: [^.]+\.$/);
  });

  test('says it on one screen', () => {
    const saying = sources.filter(
      (text) => text.includes(`decides="${chart}"`) || text.includes(`t('decides_${chart}')`),
    );
    expect(saying).toHaveLength(1);
  });
});

test.each(drawn)('where a %s is drawn, a decision stands above it', (name) => {
  const drawing = sources.filter((text) => text.includes(`<${name}\n`) || text.includes(`<${name} `));
  expect(drawing.length).toBeGreaterThan(0);
  for (const text of drawing) expect(text).toMatch(/decides="/);
});

test('the sentence stands under the title, before what is counted', () => {
  render(
    <DashSection title="回购" definition="多少人再买" decides="cohorts">
      <p>图</p>
    </DashSection>,
  );
  const text = screen.getByRole('region', { name: '回购' }).textContent;
  expect(text.indexOf(zh.decides_cohorts.message)).toBeGreaterThan(0);
  expect(text.indexOf(zh.decides_cohorts.message)).toBeLessThan(text.indexOf('多少人再买'));
});
