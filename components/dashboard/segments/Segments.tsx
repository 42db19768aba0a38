import { useDeferredValue, useMemo, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';
import { compileSegment, count } from '../../../lib/insight/segments/evaluate.ts';
import { quickSegments } from '../../../lib/rules/segments.ts';
import type { ShopChoice, ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { asksModels, asksTags } from '../../../lib/views/segments/segment-counts.ts';
import { shopLexicon } from '../../../lib/views/segments/segment-lexicon.ts';
import { readSavedSegments } from '../../../lib/views/segments/segments.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { withheldText } from '../../words/health.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { countText, shareText } from '../numbers.ts';
import { segmentInAddress } from '../sections.ts';
import { PlatformSteps } from './PlatformSteps.tsx';
import { QueryLine } from './QueryLine.tsx';
import { QueryProblem } from './QueryProblem.tsx';
import { SaveSegment } from './SaveSegment.tsx';
import { SegmentList } from './SegmentList.tsx';
import { shownLine } from './shown-line.ts';
import { SegmentRows } from './SegmentRows.tsx';
import { SavedSegments } from './SavedSegments.tsx';
import { TopCustomers } from './TopCustomers.tsx';
import { useSegmentCounts } from './useSegmentCounts.ts';
import styles from './Segments.module.css';

interface Props {
  shop: ShopChoice;
  insight: ShopInsight;
}

/** Who is in a segment: written as a line or clicked together, counted meanwhile. */
export function Segments({ shop, insight }: Props) {
  const { measures, context } = insight;
  const lexicon = shopLexicon(context.tiers);
  const quick = useMemo(
    () =>
      quickSegments.map(({ id, label, query }) => ({ id, label: labelText(label), query: shownLine(query, lexicon) })),
    [lexicon],
  );
  const [line, setLine] = useState(() => segmentInAddress() ?? quick[0]!.query);
  const saved = useKeyedQuery('segments', 0, () => readSavedSegments(database)) ?? [];
  const counts = useSegmentCounts([...quick, ...saved], measures, lexicon);

  const reading = useMemo(() => parseSegment(line, lexicon), [line, lexicon]);
  const [readable, setReadable] = useState(reading.ok ? reading.value : null);
  // While a line is unfinished, what was shown before stays below it: nothing jumps.
  if (reading.ok && reading.value !== readable) setReadable(reading.value);
  const segment = useDeferredValue(readable);
  const mask = useMemo(
    () => segment && compileSegment(segment, lexicon.vocabulary)(measures),
    [segment, lexicon, measures],
  );
  const customers = mask && count(mask);
  const isEmpty = line.trim() === '';
  const tags = Array.isArray(context.tags) ? context.tags.map(({ tag }) => tag) : [];

  return (
    <div className={styles.columns}>
      <div className={styles.lists}>
        <SegmentList title={t('dashQuick')} segments={quick} counts={counts} current={line} onChoose={setLine} />
        <SavedSegments segments={saved} counts={counts} current={line} onChoose={setLine} />
      </div>
      <div className={styles.main}>
        <DashSection
          title={t('dash_segments')}
          definition={t('dashSegmentsMeans')}
          ground={groundOf(insight, measures.size)}
        >
          <QueryLine
            line={line}
            lexicon={lexicon}
            tags={tags}
            error={reading.ok ? null : reading.error}
            onLine={setLine}
          />
          <SegmentRows
            segment={isEmpty ? null : readable}
            isCurrent={reading.ok || isEmpty}
            lexicon={lexicon}
            measures={measures}
            tags={tags}
            onLine={setLine}
          />
          <div className={styles.outcome} aria-live="polite">
            {customers !== null && reading.ok && (
              <p>
                <strong className={styles.count}>{countText(customers)}</strong>{' '}
                {t('dashInSegment', shareText(customers, measures.size, tellsRates(insight)) ?? '–')}
              </p>
            )}
            {context.tags === 'sealed' && segment && asksTags(segment) && (
              <p className={styles.why}>{t('segment_tagsLocked')}</p>
            )}
            {customers === 0 && reading.ok && segment && asksModels(segment) && context.withheld.health && (
              <p className={styles.why}>{t('segment_noFigures', withheldText(context.withheld.health))}</p>
            )}
            {!reading.ok && <QueryProblem line={line} error={reading.error} onLine={setLine} />}
          </div>
          <SaveSegment line={line} isReadable={reading.ok} saved={saved} />
        </DashSection>
        {segment && mask && (
          <div className={reading.ok ? styles.below : styles.before} inert={!reading.ok}>
            <PlatformSteps
              platform={shop.platform}
              segment={segment}
              vocabulary={lexicon.vocabulary}
              medianAverageFen={context.benchmarks?.medianAverageFen ?? null}
            />
            <TopCustomers insight={insight} mask={mask} customers={count(mask)} />
          </div>
        )}
      </div>
    </div>
  );
}
