import { labelText, t } from '../../lib/browser/i18n.ts';
import type { FoundOn } from '../../lib/compliance/found-on.ts';
import type { Finding } from '../../lib/compliance/lint.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { sourceText } from '../words/sources.ts';
import styles from './FindingList.module.css';

const tones: Readonly<Record<Finding['severity'], Tone>> = { block: 'risk', warn: 'watch', hint: 'plain' };

interface Props {
  text: string;
  /** Of a text for several platforms each may say on which one alone it is found. */
  findings: readonly (Finding & Partial<Pick<FoundOn, 'onlyOn'>>)[];
}

/** What the rules find in a text: each with the words, a rewrite and its source. Nothing where they find nothing. */
export function FindingList({ text, findings }: Props) {
  if (findings.length === 0) return null;
  const alike = Map.groupBy(findings, ({ ruleId, severity, onlyOn }) => `${ruleId} ${severity} ${onlyOn ?? ''}`);
  return (
    <ul className={styles.findings} aria-label={t('findingsTitle')}>
      {[...alike].map(([key, same]) => {
        const { ruleId, severity, name, rewrite, source, onlyOn } = same[0]!;
        return (
          <li key={key} className={styles.finding}>
            <p>
              <Badge tone={tones[severity]}>{t(`severity_${severity}`)}</Badge>{' '}
              {onlyOn && <strong>{t('libOnlyOn', t(`platform_${onlyOn}`))} </strong>}
              {labelText(name)}
              {[...new Set(same.map(({ start, end }) => text.slice(start, end)))].map((quote) => (
                <q key={quote} className={styles.quote}>
                  {quote}
                </q>
              ))}
            </p>
            <p>{t('rewriteAs', rewrite)}</p>
            <p className={styles.source}>{sourceText(ruleId, source)}</p>
          </li>
        );
      })}
    </ul>
  );
}
