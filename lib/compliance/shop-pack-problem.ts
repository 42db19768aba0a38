/** What is wrong with a shop's file, as facts for the interface to put into words. */
import type { CompliancePack } from './compliance-pack.ts';
import { readShopPack } from './shop-pack.ts';
import type { ShopPolicies } from './shop-policy.ts';

export type ShopPackProblem =
  | { kind: 'notJson' | 'otherFormat' }
  | { kind: 'unknownRule' | 'unknownPolicy'; found: string }
  /** `path` such as `allow.0.phrase`, or the id of a rule; empty for the file as a whole; `expected` as the check says it. */
  | { kind: 'wrong'; places: { path: string; expected: string }[] };

/** @returns null for a file that can be used */
export function shopPackProblem(content: string, base: CompliancePack, known: ShopPolicies): ShopPackProblem | null {
  const data = parsed(content);
  if (data === undefined) return { kind: 'notJson' };
  if (!isOurs(data)) return { kind: 'otherFormat' };
  try {
    readShopPack(content, base, known);
    return null;
  } catch (error) {
    return explained(error instanceof Error ? error.message : String(error));
  }
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'format' in data && data.format === 'liuke-shop-rules-1';
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function explained(message: string): ShopPackProblem {
  const [, what, found] = /^expected a (rule|policy) among .*; found (.+)$/s.exec(message) ?? [];
  if (found !== undefined) return { kind: what === 'rule' ? 'unknownRule' : 'unknownPolicy', found };
  const places = message.split(/\n(?=at )/).map((line) => {
    const [, path, expected] = /^at (.+?): (.*)$/s.exec(line) ?? [];
    // Counted among all rules, the shipped ones before the shop's: the rule's own id says more.
    const [, ruleId, ofRule] = /^([A-Z]{3}-\d{2}): (.*)$/s.exec(expected ?? '') ?? [];
    if (ruleId !== undefined) return { path: ruleId, expected: ofRule! };
    return { path: path === undefined || path === 'the whole' ? '' : path, expected: expected ?? line };
  });
  return { kind: 'wrong', places };
}
