import type { Playbook } from '../../../lib/actions/playbook.ts';
import { shownLanguage, t } from '../../../lib/browser/i18n.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import type { Segment } from '../../../lib/insight/segments/segment.ts';
import { segmentLanguage } from '../../../lib/views/segments/segment-language.ts';
import { segmentAddress } from '../sections.ts';
import styles from './Practice.module.css';

/** The condition as a line of the query language, and the way to the customers it finds; what comes from the occasion or the shop stands in no line. */
export function ConditionLine({ playbook }: { playbook: Playbook }) {
  const segment = segmentOf(playbook);
  if (!segment) return null;
  const line = printSegment(segment, segmentLanguage.vocabulary, shownLanguage());
  return (
    <p className={styles.line}>
      <span className={styles.faint}>{t('own_line')}</span> <code>{line}</code>{' '}
      <a href={segmentAddress(line)}>{t('own_seeSegment')}</a>
    </p>
  );
}

function segmentOf({ tierIds, all, due }: Playbook): Segment | null {
  const clauses = [...all, ...(due?.all ?? [])].map((clause): Segment => ({ kind: 'clause', clause }));
  const tiers = tierIds.flatMap((id): Segment[] => {
    const tier = segmentLanguage.vocabulary.tiers.find((one) => one.id === id);
    return tier ? [{ kind: 'tier', tier: tier.id }] : [];
  });
  const [first, ...others] = [...(tiers.length > 1 ? [{ kind: 'any', of: tiers } as Segment] : tiers), ...clauses];
  if (!first) return null;
  return others.length === 0 ? first : { kind: 'all', of: [first, ...others] };
}
