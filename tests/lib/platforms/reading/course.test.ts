import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { Course, inCourse, Pause, step } from '../../../../lib/platforms/reading/course.ts';
import { RowMemory } from '../../../../lib/platforms/reading/rows.ts';
import { documentOf, fixtures, loadFixture } from '../../../support/load-fixture.ts';
import { longLists, longPage, otherLongLists } from '../../../support/long-page.ts';

/** Runs `read` until it is done, each time for as many steps as the next of `portions` says. */
function inPortions<Result>(portions: Iterator<number>, read: () => Result): { result: Result; runs: number } {
  let left = 0;
  const course = new Course(() => (left -= 1) < 0);
  for (let runs = 1; ; runs += 1) {
    left = portions.next().value as number;
    try {
      return { result: inCourse(course, read), runs };
    } catch (error) {
      if (!(error instanceof Pause)) throw error;
    }
  }
}

function* endless(portions: readonly number[]): Generator<number> {
  for (let index = 0; ; index += 1) yield portions[index % portions.length]!;
}

describe('a reading that takes too long', () => {
  /** Three steps, the second with two in it. */
  const work = (done: string[]) => () => {
    const did = (name: string) => step(() => (done.push(name), name));
    return [did('a'), step(() => `(${did('b')}${did('c')})`), did('d')].join('');
  };

  test('is broken off between two steps, and goes on where it stopped', () => {
    const done: string[] = [];
    const { result, runs } = inPortions(endless([1]), work(done));
    expect({ result, done }).toEqual({ result: 'a(bc)d', done: ['a', 'b', 'c', 'd'] });
    expect(runs).toBeGreaterThan(2);
  });

  test('does one step at least each time, however late it is', () => {
    expect(inPortions(endless([0]), work([]))).toEqual({ result: 'a(bc)d', runs: 4 });
  });

  test('does a step again that failed, and keeps its place', () => {
    const read = () => {
      const failing = () =>
        step(() => {
          step(() => 'within');
          throw new RangeError('broken');
        });
      return [step(() => 'a'), attempt(failing), step(() => 'b'), step(() => 'c')];
    };
    const attempt = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        if (error instanceof RangeError) return error.message;
        throw error;
      }
    };
    expect(inPortions(endless([0]), read).result).toEqual(['a', 'broken', 'b', 'c']);
  });

  test('is outside of a course just done', () => {
    expect(work([])()).toBe('a(bc)d');
  });
});

const ROWS = 12;

describe('a page that is read in portions', () => {
  const sizes = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 });
  const pages = fixtures.map(({ name, html, url }) => ({ name, url, document: documentOf(html) }));
  const long = [...longLists, ...otherLongLists].map((list) => ({
    name: list.name,
    url: loadFixture(list.name).url,
    document: longPage(list, ROWS),
  }));

  test('one step at a time says the same as in one go, on every page of the corpus', { timeout: 60_000 }, () => {
    for (const { name, document, url } of pages) {
      const whole = readPage(document, new URL(url));
      const memory = new RowMemory();
      const { result } = inPortions(endless([0]), () => readPage(document, new URL(url), memory));
      expect({ name, ...result }).toEqual({ name, ...whole });
    }
  });

  test('of any size says the same as in one go', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...long, ...pages), sizes, ({ document, url }, portions) => {
        const whole = readPage(document, new URL(url));
        const memory = new RowMemory();
        const { result } = inPortions(endless(portions), () => readPage(document, new URL(url), memory));
        expect(result.batch).toEqual(whole.batch);
        expect(result.buyers.map(({ element }) => element)).toEqual(whole.buyers.map(({ element }) => element));
      }),
      { numRuns: 150 },
    );
  });

  test.each(long)('$name may be broken off before each of its rows, and while they are found', ({ document, url }) => {
    const memory = new RowMemory();
    const { runs } = inPortions(endless([0]), () => readPage(document, new URL(url), memory));
    expect(runs).toBeGreaterThan(ROWS + 1);
  });
});
