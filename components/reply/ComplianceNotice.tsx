import type { Finding } from '../../lib/compliance/lint.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import styles from './ComplianceNotice.module.css';

const tones: Readonly<Record<Finding['severity'], Tone>> = { block: 'risk', warn: 'watch', hint: 'plain' };

/** What the rules find in the text, each with its source and a rewrite; said once that this is no legal advice. */
export function ComplianceNotice({ text, findings }: { text: string; findings: readonly Finding[] }) {
  return (
    <div className={styles.notice}>
      {findings.length > 0 && (
        <ul className={styles.findings} aria-label={t('findingsTitle')}>
          {[...Map.groupBy(findings, ({ ruleId, severity }) => `${ruleId} ${severity}`)].map(([key, same]) => {
            const finding = same[0]!;
            return (
              <li key={key} className={styles.finding}>
                <p>
                  <Badge tone={tones[finding.severity]}>{t(`severity_${finding.severity}`)}</Badge>{' '}
                  {labelText(finding.name)}
                  {[...new Set(same.map(({ start, end }) => text.slice(start, end)))].map((quote) => (
                    <q key={quote} className={styles.quote}>
                      {quote}
                    </q>
                  ))}
                </p>
                <p>{t('rewriteAs', finding.rewrite)}</p>
                <p className={styles.source}>
                  {finding.ruleId} {finding.source.title} {finding.source.article}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.source}>
        {findings.length === 0 && t('noFindings')} {t('notLegalAdvice')}
      </p>
    </div>
  );
}
