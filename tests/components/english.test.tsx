import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { pinnedSegments } from '../../lib/browser/settings.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { chineseIn } from '../support/chinese-shown.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { speakEnglish } from './support/messages.ts';
import { box, options, type } from './support/popup-screen.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const LINE = '老客 且 上次30~60天';
const IN_ENGLISH = 'Regular and last 30~60 days';

let seller: SellerScreen;
let shopId: string;

beforeEach(async () => {
  seller = await startScreen();
  speakEnglish();
  vi.spyOn(window, 'close').mockImplementation(() => {});
  const orders = [orderOf(stable('one'), 2), orderOf(stable('two'), 40), orderOf(stable('two'), 70)];
  shopId = (await seller.visit(makeReport(orders))).shopId!;
});

const chinese = () => chineseIn(document.body);

describe('in English a line of Chinese words', () => {
  test('that was saved or starred is written in English, and known as the same', async () => {
    await toBackground.saveSegment({ segmentId: 'one', label: 'Quiet ones', query: LINE });
    await pinnedSegments.setValue([LINE, '次数>=3']);
    seller.openPopup();
    const saved = await screen.findByRole('region', { name: 'My segments' });
    await within(saved).findByText(IN_ENGLISH);
    expect(chinese()).toEqual([]);
    fireEvent.click(within(saved).getByText('Quiet ones'));
    expect(box().value).toBe(IN_ENGLISH);
    await screen.findByText('Saved as “Quiet ones”');
    const star = await screen.findByRole('button', { name: `Star “${IN_ENGLISH}”` });
    expect(star.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(star);
    await waitFor(async () => expect(await pinnedSegments.getValue()).toEqual(['次数>=3']));
  });

  test('that is found by its name is written in English', async () => {
    await toBackground.saveSegment({ segmentId: 'one', label: 'Quiet ones', query: LINE });
    seller.openPopup();
    type('quiet');
    await waitFor(() => expect(options('Segments')[0]!.textContent).toContain(IN_ENGLISH));
    expect(chinese()).toEqual([]);
  });

  test('is the heading of its people in English', async () => {
    seller.openPanel();
    await panelFocus.setValue({ query: LINE, shopId, askedAt: Date.now() });
    await screen.findByRole('heading', { name: IN_ENGLISH });
    await screen.findByText(/^1 of 1/);
    expect(chinese()).toEqual([]);
  });
});
