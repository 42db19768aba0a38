import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gallery, samples } from '../../scripts/gallery/Gallery.tsx';
import '../components/support/patience.ts';
import { speakChinese } from '../components/support/messages.ts';
import { filesBelow } from '../support/source-files.ts';

beforeEach(speakChinese);
afterEach(cleanup);

test('the gallery shows every component in every state, and nothing complains', async () => {
  const complaint = vi.spyOn(console, 'error');
  render(<Gallery widths={[360]} />);
  await screen.findByText('后来才载入的部分');
  for (const { file, states } of samples) {
    const shown = screen.getByRole('region', { name: file });
    expect(shown.querySelectorAll('dt').length).toBeGreaterThanOrEqual(Object.keys(states).length);
    for (const name of Object.keys(states)) expect(shown.textContent).toContain(`${name} · 360`);
  }
  expect(complaint).not.toHaveBeenCalled();
});

test.each(filesBelow('components/ui', ['.ts', '.tsx']))('%s is in the gallery', (file) => {
  expect(samples.map((sample) => sample.file)).toContain(file);
});

test('every sample is of a file that is there, once', () => {
  const files = samples.map(({ file }) => file);
  expect(files).toEqual([...new Set(files)]);
  const there = filesBelow('components', ['.ts', '.tsx']);
  expect(files.filter((file) => !there.includes(file))).toEqual([]);
});

/** Components that have no sample of their own and stand in no component that has one. It may only become shorter. */
const withoutSample = readFileSync('scripts/gallery/without-sample.txt', 'utf8').trim().split('\n');

test('whatever is drawn has a sample, or stands in something that has one, or is on the list of what has none yet', () => {
  const shown = new Set(samples.map(({ file }) => file));
  // A set is walked on over what is added meanwhile.
  for (const file of shown) for (const drawn of importedBy(file)) shown.add(drawn);
  expect(filesBelow('components', ['.tsx']).filter((file) => !shown.has(file))).toEqual(withoutSample);
});

/** Of the components, at once or later. */
function importedBy(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+\.tsx?)'/g), ([, path]) =>
    join(dirname(file), path!),
  ).filter((path) => path.startsWith('components/'));
}
