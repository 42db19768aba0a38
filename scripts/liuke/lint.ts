/** Checks texts for buyers against the shipped rules, with the code that runs in the extension. */
import { readFile } from 'node:fs/promises';
import { lint, type Finding } from '../../lib/compliance/lint.ts';
import { channelSchema, type Channel } from '../../lib/compliance/compliance-rule.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';

const platforms = ['jd', 'taobao'] as const;

/** What is printed of a finding. Positions are those of the text as written, in UTF-16 units. */
interface PrintedFinding {
  rule: string;
  label: string;
  severity: string;
  start: number;
  end: number;
  rewrite: string;
}

/**
 * @param file one JSON object per line; of a text for any platform only what is found on every one of them counts
 * @returns one line of JSON per line of the file, in its order
 * @throws Error naming the file and the line that cannot be used
 */
export async function lintFile(file: string): Promise<string[]> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${JSON.stringify(file)}`, { cause: error });
  }
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.stringify({ findings: findingsIn(line) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${JSON.stringify(file)}, line ${index + 1}: ${why}`, { cause: error });
    }
  });
}

function findingsIn(line: string): PrintedFinding[] {
  const { text, platform = 'any', channel = null } = JSON.parse(line) as Record<string, unknown>;
  if (typeof text !== 'string') throw new Error('expected a text, found none');
  const asked = platforms.filter((one) => platform === 'any' || platform === one);
  if (asked.length === 0) throw new Error(`expected platform jd, taobao or any, found ${JSON.stringify(platform)}`);
  const known = channelOf(channel);
  const found = asked.map((one) => lint(text, complianceRules, { platform: one, channel: known }));
  return foundEverywhere(found).map(({ ruleId, label, severity, start, end, rewrite }) => ({
    rule: ruleId,
    label,
    severity,
    start,
    end,
    rewrite,
  }));
}

/**
 * What is found on every platform, as the first one says it: by the same rule, or by another of its label about the same words.
 * @param asked the findings of each platform
 */
export function foundEverywhere([first = [], ...others]: readonly (readonly Finding[])[]): Finding[] {
  const isSame = (a: Finding, b: Finding) =>
    a.ruleId === b.ruleId || (a.label === b.label && a.start < b.end && b.start < a.end);
  return first.filter((finding) => others.every((found) => found.some((one) => isSame(finding, one))));
}

/** @returns null where the text may go anywhere, or where no rule speaks of the channel */
function channelOf(channel: unknown): Channel | null {
  if (channel !== null && typeof channel !== 'string')
    throw new Error(`expected a channel such as sms, found ${JSON.stringify(channel)}`);
  return channelSchema.options.find((one) => one === channel) ?? null;
}
