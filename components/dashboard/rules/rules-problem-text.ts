/** What is wrong with a file of rules, in the interface's language. */
import { t } from '../../../lib/browser/i18n.ts';
import type { RuleFault } from '../../../lib/compliance/rule-fault.ts';
import type { ShopPackProblem } from '../../../lib/compliance/shop-pack-problem.ts';

const SHOWN = 10;

/** @returns what to say, and a line for each wrong place */
export function rulesProblemText(problem: ShopPackProblem): { text: string; places: string[] } {
  if (problem.kind === 'wrong')
    return {
      text: t('rulesProblem_wrong', problem.places.length),
      places: problem.places
        .slice(0, SHOWN)
        .map(({ path, fault }) => t('rulesPlace', path || t('rulesWholeFile'), faultText(fault))),
    };
  return { text: t(`rulesProblem_${problem.kind}`, 'found' in problem ? problem.found : ''), places: [] };
}

function faultText({ kind, values }: RuleFault): string {
  switch (kind) {
    case 'missing':
    case 'type':
      return t(`rulesExpected_${kind}`, ...values.map(typeText));
    case 'oneOf':
    case 'unknownKeys':
      return t(`rulesExpected_${kind}`, values.join(t('listSeparator')));
    default:
      return t(`rulesExpected_${kind}`, ...values);
  }
}

const types = ['string', 'number', 'boolean', 'array', 'object', 'null'] as const;

/** The schemas' names of types are those of JavaScript, but for these two. */
const alike: Readonly<Record<string, string>> = { record: 'object', int: 'number' };

function typeText(name: string | number): string {
  const known = types.find((type) => type === (alike[name] ?? name));
  return known ? t(`rulesType_${known}`) : String(name);
}
