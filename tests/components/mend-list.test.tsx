import { cleanup, render, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { MendList } from '../../components/service/MendList.tsx';
import type { MendState } from '../../lib/service/mends.ts';
import { speakChinese } from './support/messages.ts';

const mended = (article: string, people: Pick<MendState, 'toTell' | 'told'>): MendState => ({
  mendId: article,
  shopId: 'shop',
  cause: { article, labelId: 'damaged', carrier: null },
  mendedAt: Date.parse('2026-08-06T10:00:00+08:00'),
  by: '小李',
  recurrences: 0,
  lastAt: null,
  ...people,
});

test('of a mended cause it is said whom to tell and who was told, and nothing of nobody', () => {
  speakChinese();
  const mends = [
    mended('青釉杯', { toTell: ['a', 'b'], told: ['c'] }),
    mended('茶席', { toTell: ['a'], told: [] }),
    mended('锅垫', { toTell: [], told: ['a', 'b'] }),
    mended('香薰', { toTell: [], told: [] }),
  ];
  render(<MendList mends={mends} customers={new Map()} />);
  onTestFinished(cleanup);
  const said = (article: string) => within(screen.getByText(`${article} · 商品破损`).closest('li')!);
  expect(said('青釉杯').getByText('待告知 2 位 · 已告知 1 位')).toBeTruthy();
  expect(said('茶席').getByText('待告知 1 位')).toBeTruthy();
  expect(said('锅垫').getByText('已告知 2 位')).toBeTruthy();
  expect(said('锅垫').queryByRole('button')).toBeNull();
  expect(said('香薰').getByText('没有要告知的客户')).toBeTruthy();
});
