import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { columns } from '../../../lib/files/template-columns.ts';
import { Gallery, samples } from '../../../scripts/gallery/Gallery.tsx';
import { roomSamples } from '../../../scripts/gallery/samples/rooms.tsx';
import { openShop } from '../../../scripts/gallery/shop.ts';
import '../../components/support/patience.ts';
import { speakEnglish } from '../../components/support/messages.ts';
import { chineseIn, runsIn } from '../../support/chinese-shown.ts';
import { renderedFiles } from '../../support/rendered-files.ts';
import { filesBelow, textsIn } from '../../support/source-files.ts';

// In the language that nobody wrote rules, lines and replies in: what is left of Chinese is seen.
beforeEach(speakEnglish);
afterEach(cleanup);

/** Components that no sample draws, be it within another one. It may only become shorter. */
const withoutSample = readFileSync('scripts/gallery/without-sample.txt', 'utf8').trim().split('\n');
const drawn = filesBelow('components', ['.tsx']);
const modules = Object.fromEntries(
  Object.entries(import.meta.glob<object>('../../../components/**/*.tsx', { eager: true })).map(([path, exported]) => [
    path.replace('../../../', ''),
    exported,
  ]),
);
/** Screens are read from the store, one after the other, and load their parts later. */
const PATIENCE_MS = 90_000;

/**
 * What may be Chinese on an English screen: words for buyers, what the sample shop's pages say, the way through a platform's own menus,
 * the columns of a file.
 */
const ofShop = new Set(
  [...filesBelow('lib/rules/replies', ['.json']), ...filesBelow('lib/rules/sample', ['.json'])]
    .flatMap((file) => runsIn(readFileSync(file, 'utf8')))
    .concat(runsIn(readFileSync('lib/rules/segments/platform-filters.json', 'utf8')), columns),
);
/** What the samples give a component to show, and the words that a line written in Chinese is mended with. */
const ofSamples = new Set([
  ...ofShop,
  ...filesBelow('scripts/gallery', ['.ts', '.tsx']).flatMap(givenBy),
  ...runsIn(readFileSync('lib/rules/metrics/metrics.json', 'utf8')),
]);

function givenBy(path: string): string[] {
  return textsIn(path).flatMap(({ text }) => runsIn(text));
}

function ownWordsInChinese(file: string): string[] {
  const data = roomSamples.some((sample) => sample.file === file) ? ofShop : ofSamples;
  return chineseIn(screen.getByRole('region', { name: file }))
    .filter((text) => runsIn(text).some((run) => !data.has(run)))
    .map((text) => `${file}: ${text}`);
}

test(
  'the gallery draws every component but those of the list, in every state, and nothing complains, nor speaks Chinese in English',
  { timeout: PATIENCE_MS + 20_000 },
  async () => {
    const complaint = vi.spyOn(console, 'error');
    // A test before this one may have gone to a part of the insight page that is the same for all shops.
    location.hash = '';
    const window = await fakeBrowser.windows.create({ focused: true, type: 'normal' });
    const tab = await fakeBrowser.tabs.create({ active: true, windowId: window!.id! });
    const shop = await openShop(fakeBrowser.runtime.id, { isEmpty: false, tabId: tab.id! });
    Object.assign(fakeBrowser.runtime, { sendMessage: shop.answer });
    Object.assign(fakeBrowser.commands, { getAll: async () => [] });
    const { container } = render(<Gallery widths={[360]} />);
    const undrawn = () => {
      const files = renderedFiles(container, modules);
      return drawn.filter((file) => !files.has(file));
    };
    await vi.waitFor(() => expect(undrawn()).toEqual(withoutSample), { timeout: PATIENCE_MS, interval: 1_000 });
    for (const { file, states } of samples) {
      const shown = screen.getByRole('region', { name: file });
      expect(shown.querySelectorAll('dt').length).toBeGreaterThanOrEqual(Object.keys(states).length);
      for (const name of Object.keys(states)) expect(shown.textContent).toContain(`${name} · 360`);
    }
    expect(samples.flatMap(({ file }) => ownWordsInChinese(file))).toEqual([]);
    // The document of the tests does not know the tag.
    expect(complaint.mock.calls.filter(([, tag]) => tag !== 'search')).toEqual([]);
    cleanup();
    shop.close();
  },
);

test.each(filesBelow('components/ui', ['.ts', '.tsx']))('%s is in the gallery', (file) => {
  expect(samples.map((sample) => sample.file)).toContain(file);
});

test('every sample is of a file that is there, once', () => {
  const files = samples.map(({ file }) => file);
  expect(files).toEqual([...new Set(files)]);
  const there = filesBelow('components', ['.ts', '.tsx']);
  expect(files.filter((file) => !there.includes(file))).toEqual([]);
});
