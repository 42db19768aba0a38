import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SuggestionSection } from '../../components/coupon/SuggestionSection.tsx';
import { bestTime } from '../../lib/actions/best-time.ts';
import type { Suggestion } from '../../lib/actions/suggest.ts';
import { contactLimits, playbooks } from '../../lib/rules/playbooks.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);

/** Four: the last one is folded away. */
const suggestions: readonly Suggestion[] = playbooks.slice(0, 4).map((playbook) => ({
  playbook,
  evidence: [],
  instead: null,
  offer: null,
  existing: null,
  discount: null,
  breakEven: null,
  margin: null,
  costCoverage: null,
  companion: null,
  inTrial: null,
}));

/** @returns what was put off, by playbook */
function show(): string[] {
  const putOff: string[] = [];
  const hear = async ({ name, input }: { name: string; input: { playbookId: string }[] }) => {
    if (name === 'putOffSuggestions') putOff.push(...input.map(({ playbookId }) => playbookId));
    return { eventIds: ['e'] };
  };
  Object.assign(fakeBrowser.runtime, { sendMessage: hear });
  render(
    <SuggestionSection
      suggestions={[...suggestions]}
      heldBack={[]}
      customerId="c"
      coupons={[]}
      bestTime={bestTime([], contactLimits)}
      platform="jd"
      ownLimits={{}}
      standingOf={({ id: playbookId }) => (playbookId === id(1) ? '1200 积分 2026-12-12 到期，可抵 ¥20.00' : null)}
      onWrite={() => {}}
    />,
  );
  // Something else to choose from, in front of them.
  card(0).before(document.createElement('select'));
  onTestFinished(cleanup);
  return putOff;
}

test('how the customer stands on what a playbook speaks of is said beside it alone', () => {
  show();
  expect(screen.getAllByText(/可抵 ¥20\.00$/).map((text) => text.closest('li'))).toEqual([card(1)]);
});

const card = (at: number) => screen.getByRole('heading', { name: nameOf(at) }).closest('li')!;
const nameOf = (at: number) => suggestions[at]!.playbook.label.zh;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const id = (at: number) => suggestions[at]!.playbook.id;
/** Presses S and waits until the answer is on the screen: one that comes later finds the document gone. */
async function putOffByKey(): Promise<void> {
  press('s');
  await screen.findByText('已保存');
}

test('S and X mean the first suggestion while none has the focus', async () => {
  const putOff = show();
  press('x');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: new RegExp(nameOf(0)) }));
  (document.activeElement as HTMLElement).blur();
  await putOffByKey();
  expect(putOff).toEqual([id(0)]);
});

test.each([1, 3])('S and X mean the one whose card has the focus: number %i', async (at) => {
  const putOff = show();
  card(at).querySelector('button')!.focus();
  await putOffByKey();
  expect(putOff).toEqual([id(at)]);
  press('x');
  expect(document.activeElement!.tagName).toBe('SELECT');
  expect(card(at).contains(document.activeElement)).toBe(true);
});
