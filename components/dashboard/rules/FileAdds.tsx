import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ShippedRules } from '../../../lib/messaging/answers.ts';
import { DashSection } from '../DashSection.tsx';
import type { RulesFile } from './rules-file.ts';
import styles from './ShopRules.module.css';

/** What only a file can say: severities, rules of the shop's own and their words. */
export function FileAdds({ file, shipped }: { file: RulesFile; shipped: ShippedRules }) {
  const { severities = {}, rules = [], words = {}, patterns = {}, concepts = {} } = file;
  const nameOf = (id: string) => {
    const rule = [...rules, ...shipped.rules].find((one) => one.id === id);
    return rule ? `${id} ${labelText(rule.name)}` : id;
  };
  const isShipped = (id: string) => shipped.rules.some((rule) => rule.id === id);
  const named = [words, patterns, concepts].reduce((count, part) => count + Object.keys(part).length, 0);
  const lines = [
    ...Object.entries(severities).map(([id, severity]) => t('rulesSeverityOf', nameOf(id), t(`severity_${severity}`))),
    ...rules.map(({ id }) => t(isShipped(id) ? 'rulesReplaced' : 'rulesAdded', nameOf(id))),
    ...(named > 0 ? [t('rulesVocabulary', named)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <DashSection title={t('rulesAdds')} definition={t('rulesAddsMean')}>
      <ul className={styles.rows}>
        {lines.map((line) => (
          <li key={line} className={styles.row}>
            {line}
          </li>
        ))}
      </ul>
    </DashSection>
  );
}
