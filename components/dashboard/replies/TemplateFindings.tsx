import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { FoundOn } from '../../../lib/compliance/found-on.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import styles from './TemplateFindings.module.css';

const tones: Readonly<Record<FoundOn['severity'], Tone>> = { block: 'risk', warn: 'watch', hint: 'plain' };

/** What the rules find in a template, with the platform where it is one of several; each with the words, a rewrite and its source. */
export function TemplateFindings({ text, findings }: { text: string; findings: readonly FoundOn[] }) {
  const same = Map.groupBy(findings, ({ ruleId, severity, onlyOn }) => `${ruleId} ${severity} ${onlyOn}`);
  return (
    <ul className={styles.findings}>
      {[...same].map(([key, [first, ...others]]) => (
        <li key={key} className={styles.finding}>
          <p>
            <Badge tone={tones[first!.severity]}>{t(`severity_${first!.severity}`)}</Badge>{' '}
            {first!.onlyOn && <strong>{t('libOnlyOn', t(`platform_${first!.onlyOn}`))} </strong>}
            {labelText(first!.name)}
            {[...new Set([first!, ...others].map(({ start, end }) => text.slice(start, end)))].map((quote) => (
              <q key={quote} className={styles.quote}>
                {quote}
              </q>
            ))}
          </p>
          <p>{t('rewriteAs', first!.rewrite)}</p>
          <p className={styles.source}>
            {first!.ruleId} {first!.source.title} {first!.source.article}
          </p>
        </li>
      ))}
    </ul>
  );
}
