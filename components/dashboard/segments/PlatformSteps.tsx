import { labelText, shownLanguage, t } from '../../../lib/browser/i18n.ts';
import { explainOnPlatform, type FilterLine } from '../../../lib/insight/segments/platform-filter.ts';
import type { Vocabulary } from '../../../lib/insight/segments/lexicon.ts';
import type { Segment } from '../../../lib/insight/segments/segment.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { platformFilters } from '../../../lib/rules/segments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DashSection } from '../DashSection.tsx';
import { metricText, signs } from '../numbers.ts';
import { CopyFilter } from './CopyFilter.tsx';
import styles from './PlatformSteps.module.css';

interface Props {
  platform: Platform;
  segment: Segment;
  vocabulary: Vocabulary;
  medianAverageFen: number | null;
}

/** How to enter the segment in the platform's own filters by hand, and what cannot be entered there. */
export function PlatformSteps({ platform, segment, vocabulary, medianAverageFen }: Props) {
  const explanation = explainOnPlatform(segment, platform, vocabulary, platformFilters, {
    medianAverageFen,
    language: shownLanguage(),
  });
  const { place, isWhole } = explanation;
  const lines = withoutTwins(explanation.lines);
  return (
    <DashSection
      title={t('dashOnPlatform', t(`platform_${platform}`))}
      definition={t('dashOnPlatformMeans')}
      ground={isWhole ? t('dashWhole') : t('dashNotWhole')}
      aside={<CopyFilter platform={platform} explanation={explanation} />}
    >
      <ol className={styles.steps}>
        <li className={styles.step}>
          <span>{t('dashOpenPlace', labelText(place.path))}</span>
          {place.certainty === 'unconfirmed' && <Unconfirmed />}
        </li>
        {lines.map((line) => (
          <li key={JSON.stringify(line)} className={styles.step}>
            <FilterStep line={line} />
          </li>
        ))}
      </ol>
    </DashSection>
  );
}

/** Both ends of a range that cannot be entered are one thing that cannot. */
function withoutTwins(lines: readonly FilterLine[]): FilterLine[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function FilterStep({ line }: { line: FilterLine }) {
  if (!line.canEnter)
    return (
      <>
        <span className={styles.cannot}>{line.part}</span>
        <span className={styles.note}>{labelText(platformFilters.reasons[line.reason])}</span>
      </>
    );
  return (
    <>
      <span>
        <span className={styles.note}>{line.part}</span> <strong>{labelText(line.filter)}</strong> {signs[line.is]}{' '}
        {metricText(line.metric, line.value)}
      </span>
      {line.certainty === 'unconfirmed' && <Unconfirmed />}
      {line.note && <span className={styles.note}>{labelText(line.note)}</span>}
    </>
  );
}

function Unconfirmed() {
  return (
    <Badge tone="watch" isOutline title={labelText(platformFilters.certainties.unconfirmed)}>
      {t('dashUnconfirmed')}
    </Badge>
  );
}
