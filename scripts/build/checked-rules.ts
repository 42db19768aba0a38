/**
 * The shipped rules, checked when the extension is built. The modules of `lib/rules` run here, in the build, with all their
 * schemas; the extension gets what they export as plain data and carries neither schemas nor the time to interpret them.
 */
import { relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runnerImport, type Plugin } from 'vite';
import type { objectionsTo } from './lawful-replies.ts';

const RULES_MODULE = /\/lib\/rules\/[\w-]+\.ts$/;
const REPLIES_MODULE = '/lib/rules/replies.ts';

/** For builds alone: what it hands over is not read again while one works on the rules. */
export function checkedRules(): Plugin {
  return {
    name: 'checked-rules',
    enforce: 'pre',
    async load(id) {
      if (id.endsWith(REPLIES_MODULE)) await refuseUnlawfulReplies();
      return RULES_MODULE.test(id) ? await asPlainData(id) : null;
    },
  };
}

async function refuseUnlawfulReplies(): Promise<void> {
  const lawful = await exportsOf<{ objectionsTo: typeof objectionsTo }>(resolve('scripts/build/lawful-replies.ts'));
  const objections = lawful.objectionsTo();
  if (objections.length > 0)
    throw new Error(`expected replies that keep the rules; mend their words: ${objections.join('; ')}`);
}

/** What stands in the files for whoever changes them, and on no screen; `threshold.source`: only within a `threshold`. */
export const unseen: Readonly<Record<string, readonly string[]>> = {
  complianceRules: ['note'],
  shopPolicies: ['note'],
  categories: ['source', 'note'],
  thresholds: ['source', 'note'],
  tiers: ['note', 'threshold.source'],
  metricWords: ['source', 'note'],
  bandScales: ['source'],
  clockRules: ['most.source'],
  lifecycle: ['source'],
  quickSegments: ['source'],
  platformFilters: ['source'],
  reasonGroups: ['source'],
  workOrderSteps: ['source'],
  disputeRules: ['remedies.source', 'steps.source'],
  attributionRules: ['source'],
  buyerHours: ['source'],
  holidayYears: ['source'],
  prevention: ['source'],
  calendar: ['source'],
  contactBounds: ['source'],
  fairness: ['source'],
  quietWish: ['source', 'examples', 'counterExamples'],
};

/**
 * The text of a module that exports the same data as the module at `path`, without the examples of rules, which prove
 * them in the tests, and without what no screen shows.
 * @throws Error naming the file, and the place and the expectation as the module's own check told them
 */
export async function asPlainData(path: string): Promise<string> {
  const file = relative(process.cwd(), path);
  const exports = await exportsOf(path).catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  return Object.entries(exports)
    .map(([name, value]) => {
      const json = JSON.stringify(value) as string | undefined;
      if (json === undefined || !isDeepStrictEqual(JSON.parse(json), value))
        throw new Error(`${file}: expected ${name} to be plain data, found what JSON does not hold`);
      // A text to parse is read faster than a literal of this size.
      const text = JSON.stringify(JSON.stringify(value, onlySeen(unseen[name] ?? [])));
      return `export const ${name} = /* @__PURE__ */ JSON.parse(${text});\n`;
    })
    .join('');
}

/** For `JSON.stringify`. */
function onlySeen(left: readonly string[]) {
  const inner = left.flatMap((path) => (path.includes('.') ? [path.split('.')] : []));
  return (key: string, part: unknown): unknown => {
    if (key === 'examples' || left.includes(key)) return undefined;
    const fields = inner.flatMap(([within, field]) => (within === key ? [field!] : []));
    if (fields.length === 0) return part;
    return Array.isArray(part) ? part.map((each) => without(each, fields)) : without(part, fields);
  };
}

/** A list may name others by their ids alone: a text has no fields. */
function without(whole: unknown, fields: readonly string[]): unknown {
  if (typeof whole !== 'object' || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !fields.includes(name)));
}

/** Runs the module through Vite, for a Node that reads no TypeScript, too. */
async function exportsOf<Exports = Record<string, unknown>>(path: string): Promise<Exports> {
  const { module } = await runnerImport<Exports>(path, { configFile: false, logLevel: 'silent' });
  return { ...module };
}
