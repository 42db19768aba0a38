/** A shop's own rules as a file holds them, checked by the background; see "A shop's own rules" in CONTRIBUTING.md. */
import type { Severity } from '../../../lib/compliance/compliance-rule.ts';
import type { Label } from '../../../lib/model/label.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';

export interface AllowedPhrase {
  phrase: string;
  /** Left out for all rules. */
  rules?: string[];
}

export interface RulesFile {
  format: 'liuke-shop-rules-1';
  version: string;
  allow?: AllowedPhrase[];
  offers?: Record<string, boolean>;
  severities?: Record<string, Severity>;
  words?: Record<string, unknown>;
  patterns?: Record<string, unknown>;
  concepts?: Record<string, unknown>;
  rules?: { id: string; name: Label; severity: Severity }[];
}

/** Null for none, and for what cannot be read. */
export function parseRules(content: string | null): RulesFile | null {
  try {
    return content === null ? null : (JSON.parse(content.replace(/^\uFEFF/, '')) as RulesFile | null);
  } catch {
    return null;
  }
}

/** @param now epoch ms: the day is the version of what was changed by hand */
export function withChanges(file: RulesFile | null, changes: Partial<RulesFile>, now: number): string {
  const next: RulesFile = { ...file, ...changes, format: 'liuke-shop-rules-1', version: formatDay(dayOf(now)) };
  return JSON.stringify(next, null, 2);
}

/** UTF-8 or, as some editors save it, GBK. */
export async function textOfFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
