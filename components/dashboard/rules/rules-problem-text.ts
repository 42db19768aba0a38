/** What is wrong with a file of rules, in the interface's language. The checks of single values speak English: the usual ones are known here. */
import { t } from '../../../lib/browser/i18n.ts';
import type { ShopPackProblem } from '../../../lib/compliance/shop-pack-problem.ts';

const SHOWN = 10;

/** @returns what to say, and a line for each wrong place */
export function rulesProblemText(problem: ShopPackProblem): { text: string; places: string[] } {
  if (problem.kind === 'wrong')
    return {
      text: t('rulesProblem_wrong', problem.places.length),
      places: problem.places
        .slice(0, SHOWN)
        .map(({ path, expected }) => t('rulesPlace', path || t('rulesWholeFile'), expectedText(expected))),
    };
  return { text: t(`rulesProblem_${problem.kind}`, 'found' in problem ? problem.found : ''), places: [] };
}

const types = ['string', 'number', 'boolean', 'array', 'object', 'null'] as const;

function typeText(name: string): string {
  const known = types.find((type) => type === (name === 'record' ? 'object' : name));
  return known ? t(`rulesType_${known}`) : name;
}

const known: readonly [RegExp, (...found: string[]) => string][] = [
  [/^Invalid input: expected (\w+), received undefined$/, (type) => t('rulesExpected_missing', typeText(type))],
  [
    /^Invalid input: expected (\w+), received (\w+)$/,
    (wanted, found) => t('rulesExpected_type', typeText(wanted), typeText(found)),
  ],
  [
    /^Invalid option: expected one of (.+)$/,
    (options) => t('rulesExpected_oneOf', options.replaceAll('|', t('listSeparator'))),
  ],
  [/^Too small: .*>=1 |^expected a phrase with letters/, () => t('rulesExpected_notEmpty')],
  [/^Unrecognized keys?: (.+)$/, (names) => t('rulesExpected_unknownKeys', names)],
  [/^Invalid key in record$|^expected an id such as /, () => t('rulesExpected_ruleId')],
  [/^expected bounded repetition .* in (.+)$/s, (source) => t('rulesExpected_bounded', source)],
  [/^expected a concept .* found (.+)$/, (name) => t('rulesExpected_concept', name)],
];

function expectedText(expected: string): string {
  for (const [pattern, say] of known) {
    const found = pattern.exec(expected);
    if (found) return say(...found.slice(1));
  }
  return t('rulesExpected_other', expected);
}
