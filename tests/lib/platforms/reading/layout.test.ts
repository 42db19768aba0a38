import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { Course, inCourse } from '../../../../lib/platforms/reading/course.ts';
import { elementsIn, laidOut, laidOutUpTo, rawText } from '../../../../lib/platforms/reading/layout.ts';
import { elementsReading, linesOf, shortText, textPieces } from '../../../../lib/platforms/reading/text.ts';
import { documentOf, fixtures } from '../../../support/load-fixture.ts';

const bodyOf = (html: string) => documentOf(html).body;

describe('a piece of a page laid out', () => {
  test('has its elements in page order, without scripts, styles and what is in them', () => {
    const body = bodyOf(
      '<p id="a"><b id="b">1</b><script>2</script></p><!-- --><template><i></i></template><p id="c"></p>',
    );
    expect(elementsIn(body).map(({ tagName, id }) => tagName + id)).toEqual(['BODY', 'Pa', 'Bb', 'Pc']);
  });

  test('has the text of each of them', () => {
    const body = bodyOf('<p>1<b>2</b><!-- x -->3</p><script>4</script><i>5</i>');
    const [, p, b, i] = elementsIn(body).map((element) => rawText(laidOut(element)));
    expect([p, b, i]).toEqual(['123', '2', '5']);
    expect(rawText(laidOut(body))).toBe('1235');
  });

  test('is none where its text is longer than asked for', () => {
    const [p] = bodyOf('<p>1234</p>').children;
    expect(laidOutUpTo(p!, 3)).toBeNull();
    expect(rawText(laidOutUpTo(p!, 4)!)).toBe('1234');
  });
});

describe('in the course of a reading', () => {
  test('every element is laid out once, whichever was asked for first', () => {
    const body = bodyOf('<div><p>1</p></div>');
    const [div] = body.children;
    inCourse(new Course(), () => {
      laidOut(div!);
      const first = laidOut(body);
      expect(laidOut(body)).toBe(first);
      expect(laidOut(div!).list).toBe(first.list);
    });
    expect(laidOut(body)).not.toBe(laidOut(body));
  });

  test('all questions are answered as without one, on any page', { timeout: 30_000 }, () => {
    const answersOf = (element: Element, without: ReadonlySet<Element>, all: readonly Element[]) => ({
      lines: [linesOf(element, { without }), linesOf(element, { struck: false, links: false, seam: '|' })],
      pieces: textPieces(element).map((piece) => [piece.text, all.indexOf(piece.element)]),
      short: shortText(element, 40),
      found: elementsReading(element, /\d|[一-龥]{2}/, { maxLength: 30, without }).map((each) => all.indexOf(each)),
    });
    const pages = fixtures.filter(({ name }) => name.endsWith('--normal')).map(({ html }) => bodyOf(html));
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(fc.nat(), { minLength: 2, maxLength: 6 }), (body, places) => {
        const all = [body, ...body.querySelectorAll('*:not(script, style, template, noscript)')];
        const [left, ...asked] = places.map((place) => all[place % all.length]!);
        const without = new Set([left!]);
        const alone = asked.map((element) => answersOf(element, without, all));
        const together = inCourse(new Course(), () => asked.map((element) => answersOf(element, without, all)));
        expect(together).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });
});
