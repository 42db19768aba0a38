/** The shipped rules beside the catalogue that they are made from: every rule of it, with its label and severity. */
import { describe, expect, test } from 'vitest';
import type { Severity } from '../../../lib/compliance/compliance-rule.ts';
import { lint } from '../../../lib/compliance/lint.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { shopPolicies } from '../../../lib/rules/shop-policies.ts';

type Listed = [id: string, name: string, severity: Severity, ofItsParts?: string[]];

/** By label the rules of the catalogue: id, what it calls them, and how severe each is; `ofItsParts` where it says more than one. */
const catalogue: Record<string, Listed[]> = {
  diversion: [
    ['DIV-01', 'asks the buyer to add a private IM account', 'block'],
    ['DIV-02', 'gives a private phone / landline', 'block'],
    ['DIV-03', 'QR code to a private account, group or mall', 'block'],
    ['DIV-04', 'outside link', 'block'],
    ['DIV-05', 'sends the buyer to another marketplace or social app', 'warn', ['block']],
    ['DIV-06', 'enterprise WeChat, DingTalk, Telegram, 公众号, 小程序码, mail groups', 'warn'],
    ['DIV-07', 'bypass intent with no app name', 'warn'],
    ['DIV-08', 'collects the buyer’s IM account', 'warn'],
  ],
  'absolute-claim': [
    ['ADV-01', 'state-level / supreme grade', 'block'],
    ['ADV-02', 'first / only / number one', 'warn'],
    ['ADV-03', 'superlative of goods', 'warn'],
    ['ADV-04', 'cure-all adjectives', 'warn'],
    ['ADV-05', 'belittling others', 'warn'],
  ],
  'medical-claim': [
    ['MED-01', 'treats / prevents a disease', 'block'],
    ['MED-02', 'medical vocabulary for ordinary goods', 'warn'],
    ['MED-03', 'no side effects, for everyone', 'warn'],
    ['MED-04', 'weight-loss / height / immunity numbers', 'warn'],
    ['MED-05', 'replaces breast milk', 'block'],
  ],
  'review-inducement': [
    ['REV-01', 'reward for a positive review', 'block'],
    ['REV-02', 'reward for photos or 买家秀', 'warn'],
    ['REV-03', 'pay to change or delete', 'block'],
    ['REV-04', 'designated wording or coerced review', 'block'],
    ['REV-05', 'fake orders', 'block'],
    ['REV-06', 'paid notes on other sites', 'warn'],
  ],
  'over-promise': [
    ['PRO-01', 'absolute outcome', 'warn'],
    ['PRO-02', 'unsupported remedy', 'block'],
    ['PRO-03', 'delivery or refund time as certainty', 'warn'],
    ['PRO-04', 'result guarantee', 'warn'],
    ['PRO-05', 'empty back-office claims', 'hint'],
  ],
  'blame-shifting': [
    ['ATT-01', 'pushes liability to courier / maker / platform / buyer', 'warn'],
    ['ATT-02', 'abuse, sarcasm', 'block'],
    ['ATT-03', 'threat', 'block'],
    ['ATT-04', 'flat refusal tone', 'hint'],
  ],
  'rights-denial': [
    ['RGT-01', 'no refund / exchange at all', 'block'],
    ['RGT-02', 'denies seven-day return', 'block'],
    ['RGT-03', 'unpacked / tried = no return', 'warn'],
    ['RGT-04', 'final interpretation', 'block'],
    ['RGT-05', 'blocks complaint or platform entry', 'block'],
    ['RGT-06', 'unlawful conditions', 'warn'],
    ['RGT-07', 'invoice refused or surcharged', 'warn'],
    ['RGT-08', 'refuses refund-only flatly', 'warn'],
  ],
  'personal-info': [
    ['PII-01', 'asks for secrets', 'block'],
    ['PII-02', 'asks for ID, card, face', 'block'],
    ['PII-03', 'repeats full contact data', 'warn'],
    ['PII-04', 'discloses another buyer', 'block'],
    ['PII-05', 'hands data to third parties', 'warn'],
    ['PII-06', 'over-collection', 'warn'],
  ],
  'off-platform-payment': [
    ['PAY-01', 'transfer / red packet / payee code', 'block'],
    ['PAY-02', 'cancel and pay elsewhere', 'block'],
    ['PAY-03', 'split or part payment', 'block'],
    ['PAY-04', 'cash to worker / no invoice cheaper', 'warn'],
  ],
  // "No test label; use the ids".
  other: [
    ['TRX-01', '虚假发货', 'warn'],
    ['TRX-02', 'asks to confirm receipt early', 'warn'],
    ['TRX-03', 'changes refund reason for the shop’s metrics', 'warn'],
    ['TRX-04', 'COD / collect freight without notice', 'hint'],
    ['SLA-01', 'a reply to a complaint that carries no time or next step', 'hint'],
  ],
  'price-fraud': [
    ['PRC-01', 'invented or unverifiable reference price', 'warn'],
    ['PRC-02', 'fake clearance or scarcity', 'warn'],
    ['PRC-03', 'bait, hidden condition, extra charge', 'block'],
    ['PRC-04', 'refuses marked price or vouchers', 'block'],
    // "block if value > 50,000; hint if terms missing".
    ['PRC-05', 'lottery', 'block', ['hint']],
    ['PRC-06', 'coupon copy incomplete', 'hint'],
    ['PRC-07', 'claims government price', 'block'],
  ],
  'marketing-consent': [
    // "block (channel=sms)", and one step lower without the channel.
    ['MKT-01', 'promotional SMS with no opt-out', 'warn', ['block@sms']],
    ['MKT-02', 'no sender signature', 'warn', ['warn@sms']],
    ['MKT-03', 'paid or hard opt-out', 'block'],
    ['MKT-04', 'ignores refusal / new number', 'block'],
    ['MKT-05', 'bundled or silent consent', 'block'],
    ['MKT-06', 'time or frequency', 'hint'],
  ],
};
const rows = Object.entries(catalogue).flatMap(([label, rules]) =>
  rules.map((rule): [string, ...Listed] => [label, ...rule]),
);
const shipped = new Map(complianceRules.rules.map((rule) => [rule.id, rule]));

describe('of the catalogue', () => {
  test.each(rows)('%s: %s (%s) is a rule of ours, %s as there', (label, id, _, severity, ofItsParts = []) => {
    const rule = shipped.get(id);
    expect(rule).toMatchObject({ id, label, severity });
    const parts = rule!.triggers.flatMap(({ severity: own, onlyIn }) => {
      if (own === undefined && onlyIn === undefined) return [];
      return [[own ?? severity, ...(onlyIn ?? [])].join('@')];
    });
    // Any other severity of a part stands there with its reason.
    expect(rule!.note ?? [...new Set(parts)]).toEqual(rule!.note ?? ofItsParts);
  });

  test('no rule is left out, and what is ours alone says why', () => {
    const known = new Set(rows.map(([, id]) => id));
    const ours = [...complianceRules.rules, shopPolicies.brokenPromise].filter(({ id }) => !known.has(id));
    expect(ours.filter(({ note }) => note === undefined).map(({ id }) => id)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(68);
  });
});

test('what is heard, not read, warns and never blocks, whatever the words of its label do', () => {
  const heard = complianceRules.rules.filter(({ triggers }) => triggers.some((trigger) => 'sense' in trigger));
  expect(heard.map(({ id }) => id).filter((id) => !id.endsWith('-00'))).toEqual([]);
  expect(new Set(heard.map(({ label }) => label)).size).toBe(heard.length);
  for (const { triggers, severity, note } of heard) {
    expect({ severity, isNoted: note !== undefined }).toEqual({ severity: 'warn', isNoted: true });
    expect(triggers.map((trigger) => trigger.severity ?? severity)).toEqual(['warn']);
  }
  const found = heard.flatMap(({ id, platforms, examples }) =>
    examples!.bad.flatMap((text) =>
      platforms.flatMap((platform) =>
        lint(text, complianceRules, { platform }).filter(
          ({ ruleId, severity }) => ruleId === id && severity === 'block',
        ),
      ),
    ),
  );
  expect(found).toEqual([]);
});
