/** What a reader of the repository may rely on without looking. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './support/source-files.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };

const folders = ['lib', 'components', 'entrypoints', 'scripts', 'tests', 'public'];
const rootFiles = readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
const texts = [
  ...rootFiles,
  ...folders.flatMap((folder) => filesBelow(folder, ['.ts', '.tsx', '.json', '.md', '.html', '.css', '.sh'])),
];
const sources = folders.flatMap((folder) => filesBelow(folder, ['.ts', '.tsx', '.css']));

describe('dependencies', () => {
  test.each(Object.entries(dependencies))('%s is pinned to one version: %s', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test('in the lockfile are those of the manifest, from whatever registry the machine uses', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string; resolved?: string } & Partial<typeof manifest>>;
    };
    const root = packages['']!;
    expect({ ...root.dependencies, ...root.devDependencies }).toEqual(dependencies);
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
    for (const [name, version] of Object.entries(dependencies))
      expect(packages[`node_modules/${name}`]!.version).toBe(version);
  });

  test('come from no registry that a file names', () => {
    const host = /\b(registry\.(npmjs|yarnpkg|npmmirror)|npm\.pkg\.github|registry\.npm\.taobao)\b/;
    expect(texts.filter((path) => path !== 'tests/conventions.test.ts' && host.test(read(path)))).toEqual([]);
  });

  test('have a reason in the README, each one, and none that is gone', (context) => {
    if (!existsSync('README.md')) context.skip('there is no README.md yet');
    const [, section = ''] = read('README.md').split(/^## Dependencies$/m);
    const rows = section.split(/^## /m)[0]!.matchAll(/^\| (?!dependency|---)([^|]+) \| ([^|]+) \|$/gm);
    const named = [...rows].flatMap(([, names]) => names!.split(',').map((name) => name.trim().replaceAll('`', '')));
    const isNamed = (dependency: string) =>
      named.some((name) => name === dependency || (name.endsWith('*') && dependency.startsWith(name.slice(0, -1))));
    expect(Object.keys(dependencies).filter((dependency) => !isNamed(dependency))).toEqual([]);
    expect(named.filter((name) => !name.endsWith('*') && !(name in dependencies))).toEqual([]);
  });
});

describe('a source file', () => {
  test('is short enough to be read in one go', () => {
    const lengths = sources.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test('of lib says at its head what it holds', () => {
    const isSilent = (path: string) => !/^(import [^;]+;\s*)*\/\*\* /.test(read(path).replace(/^\/\*\*\n \* /, '/** '));
    expect(filesBelow('lib', ['.ts']).filter(isSilent)).toEqual([]);
  });

  test('leaves nothing for later', () => {
    const marks = ['TO', 'FIX'].map((verb, at) => `${verb}_?${['DO', 'ME'][at]}`);
    const postponed = new RegExp(`\\b(${[...marks, 'X{3}'].join('|')})\\b`);
    expect(sources.filter((path) => path !== 'tests/conventions.test.ts' && postponed.test(read(path)))).toEqual([]);
  });
});

describe('a component', () => {
  test('shows a name by what knows sealed ones, and masks by itself only what was never stored', () => {
    const masking = filesBelow('components', ['.ts', '.tsx']).filter((path) => /\bmaskName\b/.test(read(path)));
    expect(masking).toEqual(['components/companion/BuyerChoice.tsx', 'components/words/shown-name.ts']);
  });
});

describe('a test', () => {
  const tests = filesBelow('tests', ['.test.ts', '.test.tsx']);

  test('of a file of ours lies where that file lies', () => {
    const mirrored = tests.filter((path) => /^tests\/(lib|components)\//.test(path));
    const folderOf = (path: string) => path.replace(/^tests\//, '').replace(/\/[^/]+$/, '');
    expect(mirrored.filter((path) => !existsSync(folderOf(path)))).toEqual([]);
  });

  test('is never skipped or alone without saying why', () => {
    const silent = /\b(test|it|describe)\.(only|skip|todo|fails)\b|\bx(it|test|describe)\(/;
    expect(tests.filter((path) => path !== 'tests/conventions.test.ts' && silent.test(read(path)))).toEqual([]);
  });
});
