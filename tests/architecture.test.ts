/** The import table and the promises of the README, held against the sources themselves. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFile, sourceFiles, type Import, type SourceFile } from './support/source-files.ts';

const files = sourceFiles(['lib', 'components', 'entrypoints']);

/** `lib/model/money.ts` is of the room `model`, `components/ui/Button.tsx` of `components`. */
const roomOf = (path: string) => (path.startsWith('lib/') ? path.split('/')[1]! : path.split('/')[0]!);
const inRooms = (...rooms: string[]) => files.filter(({ path }) => rooms.includes(roomOf(path)));

/** Which rooms a room may import besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  platforms: ['model'],
  files: ['model', 'platforms', 'lock'],
  insight: ['model'],
  actions: ['model', 'insight'],
  compliance: ['model'],
  replies: ['model', 'insight', 'compliance'],
  service: ['model'],
  rules: ['model', 'insight', 'actions', 'compliance', 'replies', 'service'],
  // Keys out of passphrases, and texts sealed with them.
  lock: ['model'],
  store: ['model', 'lock'],
  views: ['model', 'store', 'insight', 'actions', 'rules', 'replies', 'service'],
  pipeline: ['model', 'lock', 'store', 'insight', 'actions', 'compliance', 'replies', 'service', 'rules', 'views'],
  // Of compliance and replies the shapes of what is asked and answered alone.
  messaging: ['model', 'compliance', 'replies'],
  diagnostics: [],
  page: ['model', 'platforms', 'messaging', 'diagnostics'],
  // In the page's own world: nothing of the browser's reaches there.
  observer: ['model', 'platforms'],
  browser: ['model', 'messaging', 'public'],
  components:
    'model lock files store insight actions compliance replies service rules views messaging browser page'.split(' '),
  entrypoints: [...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => room !== 'entrypoints'),
};

/** Where a package may be imported; all others are for tests and tools. */
const packages: readonly [RegExp, (path: string) => boolean][] = [
  [/^zod$/, (path) => path === 'lib/model/zod.ts'],
  [/^(hucre\/xlsx|fflate)$/, (path) => roomOf(path) === 'files'],
  [/^@noble\/(ciphers|hashes)\//, (path) => roomOf(path) === 'lock'],
  [/^dexie$/, (path) => roomOf(path) === 'store' || path === 'components/hooks/live-answer.ts'],
  [/^dexie-react-hooks$/, (path) => path.startsWith('components/hooks/')],
  [/^react(-dom)?(\/|$)/, (path) => ['components', 'entrypoints'].includes(roomOf(path))],
  [/^wxt\//, (path) => ['browser', 'entrypoints'].includes(roomOf(path))],
];

const isTypeOnly = ({ values }: Import) => values.length === 0;
const imports = files.flatMap((file) =>
  file.imports.map((one) => ({ file, one, name: `${file.path} -> ${one.target}` })),
);
const ours = imports.filter(({ one }) => one.isOurs && !/\.(css|json)$/.test(one.target));
const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const room = (one: Import) => roomOf(one.target);

describe('an import', () => {
  test('is of a room that may be imported', () => {
    expect(
      named(
        ours.filter(
          ({ file, one }) => room(one) !== roomOf(file.path) && !allowed[roomOf(file.path)]?.includes(room(one)),
        ),
      ),
    ).toEqual([]);
  });

  test('of the rules are schemas and types alone: rules hold no logic', () => {
    const intoRules = ours.filter(
      ({ file, one }) => roomOf(file.path) === 'rules' && !['model', 'rules'].includes(room(one)),
    );
    expect(intoRules.length).toBeGreaterThan(0);
    expect(named(intoRules.filter(({ one }) => !one.values.every((value) => value.endsWith('Schema'))))).toEqual([]);
  });

  test.each([
    ['the page script carries no schemas of messages', 'page', 'messaging'],
    ['components know the page by its types, the overlay alone', 'components', 'page'],
  ])('is of types only where %s', (_, from, to) => {
    const between = ours.filter(({ file, one }) => roomOf(file.path) === from && room(one) === to);
    expect(between.length).toBeGreaterThan(0);
    expect(named(between.filter(({ one }) => !isTypeOnly(one)))).toEqual([]);
  });

  test('of the page room into components is for the overlay', () => {
    const intoComponents = ours.filter(({ file, one }) => roomOf(file.path) === 'components' && room(one) === 'page');
    expect(named(intoComponents.filter(({ file }) => !file.path.startsWith('components/overlay/')))).toEqual([]);
  });

  test('of data is of the own room, or of the messages that the interface speaks', () => {
    const data = imports.filter(({ one }) => one.isOurs && one.target.endsWith('.json'));
    expect(
      named(
        data.filter(({ file, one }) => room(one) !== roomOf(file.path) && !one.target.startsWith('public/_locales/')),
      ),
    ).toEqual([]);
  });

  test('of a package stands where that package belongs', () => {
    const foreign = imports.filter(({ one }) => !one.isOurs);
    expect(
      named(
        foreign.filter(
          ({ file, one }) => !packages.some(([name, isPlace]) => name.test(one.target) && isPlace(file.path)),
        ),
      ),
    ).toEqual([]);
  });

  test('names a file that is there, with its ending', () => {
    expect(named(imports.filter(({ one }) => one.isOurs && !existsSync(one.target)))).toEqual([]);
  });
});

/** Every file that the page at `start` brings with it, each with the way there. The build puts plain data in place of rules. */
function broughtBy(start: string): Map<string, string> {
  const ways = new Map([[start, start]]);
  for (const [path, way] of ways) {
    const file = files.find((each) => each.path === path);
    if (!file || roomOf(path) === 'rules') continue;
    for (const { target, isOurs, values } of file.imports) {
      if (isOurs && values.length > 0 && !ways.has(target)) ways.set(target, `${way} -> ${target}`);
    }
  }
  return ways;
}

const screensAndScripts =
  'sidepanel/main.tsx companion/main.tsx popup/main.tsx dashboard/main.tsx jd-page.content.ts taobao-page.content.ts observer.ts typed-check.ts';
test.each(screensAndScripts.split(' '))('%s brings no schemas', (entry) => {
  const brought = broughtBy(`entrypoints/${entry}`);
  expect(brought.size).toBeGreaterThan(10);
  expect(brought.get('lib/model/zod.ts')).toBeUndefined();
});

test('the background brings its schemas', () => {
  expect(broughtBy('entrypoints/background/index.ts').has('lib/model/zod.ts')).toBe(true);
});

test('no circle of imports', () => {
  const next = new Map(
    files.map(({ path, imports: list }) => [path, list.filter(({ isOurs }) => isOurs).map(({ target }) => target)]),
  );
  const done = new Set<string>();
  const circleFrom = (path: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const target of next.get(path) ?? []) {
      const circle = circleFrom(target, [...way, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  expect(files.map(({ path }) => circleFrom(path, [])).filter(Boolean)).toEqual([]);
});

test('no barrels', () => {
  const barrels = files.filter(({ path }) => /\/index\.tsx?$/.test(path) && roomOf(path) !== 'entrypoints');
  expect(barrels.map(({ path }) => path)).toEqual([]);
});

test('every room of lib is in the table', () => {
  expect([...new Set(files.map(({ path }) => roomOf(path)))].filter((name) => !(name in allowed))).toEqual([]);
});

const uses = (
  list: readonly SourceFile[],
  pick: (file: SourceFile) => Iterable<string>,
  forbidden: readonly string[],
) =>
  list.flatMap((file) =>
    [...pick(file)].filter((name) => forbidden.includes(name)).map((name) => `${file.path}: ${name}`),
  );

describe('the pure rooms', () => {
  const pure = inRooms(...'model platforms diagnostics insight actions compliance replies service rules'.split(' '));
  const language = new Set(
    (
      'Array ArrayBuffer Boolean Error Float64Array Infinity Int8Array Int32Array Intl JSON Map Math NaN Number Object Promise RangeError Reflect RegExp Set String Symbol ' +
      'TypeError URL Uint8Array Uint16Array Uint32Array WeakMap WeakSet BigInt Date Iterator decodeURIComponent parseInt undefined'
    ).split(' '),
  );

  test('know the language and nothing of the browser', () => {
    expect(
      pure.flatMap(({ path, globals }) =>
        [...globals].filter((name) => !language.has(name)).map((name) => `${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  test('have no clock and no chance', () => {
    expect(uses(pure, ({ members }) => members, ['Date.now', 'Math.random'])).toEqual([]);
    expect(uses(pure, ({ bareNews }) => bareNews, ['Date'])).toEqual([]);
  });
});

describe('nothing in the extension', () => {
  const network =
    'fetch XMLHttpRequest WebSocket WebTransport EventSource RTCPeerConnection Image sendBeacon importScripts'.split(
      ' ',
    );
  const code = ['eval', 'Function'];
  const markup =
    'innerHTML outerHTML insertAdjacentHTML dangerouslySetInnerHTML setHTMLUnsafe createContextualFragment srcdoc'.split(
      ' ',
    );

  test('makes a request', () => {
    expect(uses(files, ({ globals }) => globals, network)).toEqual([]);
    // It wraps what the page makes requests with; that it makes none itself is seen in the browser.
    expect(uses(files, ({ members }) => members, network)).toEqual(['lib/observer/watch-requests.ts: XMLHttpRequest']);
  });

  test('runs a text as code', () => {
    expect(uses(files, ({ globals }) => globals, code)).toEqual([]);
    expect(uses(files, ({ members }) => members, code)).toEqual([]);
  });

  test('takes a text for markup', () => {
    expect(uses(files, ({ members }) => members, markup)).toEqual([]);
  });

  test('clicks, submits or presses a key on a page', () => {
    const acting = inRooms('page', 'platforms').concat(
      files.filter(({ path }) => /^(components\/overlay|entrypoints\/page)/.test(path)),
    );
    expect(
      uses(acting, ({ members }) => members, [
        'click',
        'submit',
        'requestSubmit',
        'dispatchEvent',
        'scrollTo',
        'scrollBy',
        'scrollIntoView',
      ]),
    ).toEqual([]);
    expect(uses(acting, ({ globals }) => globals, ['KeyboardEvent', 'MouseEvent', 'InputEvent', 'Event'])).toEqual([]);
  });
});

describe('this test itself', () => {
  test.each([
    ['fetch("/x")', 'fetch'],
    ['const f = () => { fetch("/x"); }', 'fetch'],
    ['export const a = { fetch };', 'fetch'],
    ['function g(x = document) { return x; }', 'document'],
    ['{ const document = 1; } document.title;', 'document'],
    ['const { [window.name]: a } = {};', 'window'],
    ['export default (browser as any).tabs;', 'browser'],
    ['for (const a of [...chrome.x]) a();', 'chrome'],
    ['new Function("1")', 'Function'],
    ['const a = <div title={window.name} />;', 'window'],
  ])('sees the global in %s', (text, name) => {
    expect(parseFile('a.tsx', text).globals).toContain(name);
  });

  test.each([
    ['// fetch("/x")\n"fetch"', 'fetch'],
    ['function read(document: Document) { return document.body; }', 'document'],
    ['const read = ({ document }) => () => document;', 'document'],
    ['import { browser } from "wxt/browser"; browser.tabs;', 'browser'],
    ['const a = { window: 1 }; a.window;', 'window'],
    ['type A = typeof globalThis & Window; let a: A;', 'globalThis'],
    ['try {} catch (chrome) { chrome; }', 'chrome'],
    ['for (const window of []) window;', 'window'],
  ])('takes %j for none', (text, name) => {
    expect(parseFile('a.tsx', text).globals).not.toContain(name);
  });

  test('sees members, constructions and imports of every kind', () => {
    const file = parseFile(
      'lib/page/a.tsx',
      `import type { A } from './a.ts'; import { type B, c } from '../b.ts'; export { d } from 'd'; export * from './e.ts';
       Date.now(); new Date(); element['innerHTML'] = <p dangerouslySetInnerHTML={x} />; await import('f');`,
    );
    expect(file.imports).toEqual([
      { target: 'lib/page/a.ts', isOurs: true, values: [] },
      { target: 'lib/b.ts', isOurs: true, values: ['c'] },
      { target: 'd', isOurs: false, values: ['d'] },
      { target: 'lib/page/e.ts', isOurs: true, values: [expect.any(String)] },
      { target: 'f', isOurs: false, values: ['*'] },
    ]);
    for (const name of ['Date.now', 'innerHTML', 'dangerouslySetInnerHTML']) expect(file.members).toContain(name);
    expect(file.bareNews).toContain('Date');
  });
});
