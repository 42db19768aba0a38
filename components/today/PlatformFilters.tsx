import type { Playbook } from '../../lib/actions/playbook.ts';
import { labelText, shownLanguage, t } from '../../lib/browser/i18n.ts';
import { explainOnPlatform } from '../../lib/insight/segments/platform-filter.ts';
import type { Segment } from '../../lib/insight/segments/segment.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { platformFilters } from '../../lib/rules/segments.ts';
import type { Task } from '../../lib/views/actions/day-list.ts';
import { segmentLanguage } from '../../lib/views/segments/segment-language.ts';
import { Badge } from '../ui/Badge.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { enterableLines, filterText } from '../words/platform-filter.ts';
import styles from './PlatformFilters.module.css';

/** For each playbook of the list: what to choose in the platform's own tool, to be copied, and what cannot be chosen there. */
export function PlatformFilters({ tasks }: { tasks: readonly Task[] }) {
  const groups = [
    ...new Map(
      // A right in place of a coupon is given by hand.
      tasks
        .filter(({ instead }) => !instead)
        .map(({ playbook, customer: { platform } }) => [`${platform} ${playbook.id}`, { playbook, platform }]),
    ),
  ];
  return (
    <div className={styles.filters}>
      <Disclosure summary={t('today_filters')}>
        <p className={styles.note}>{t('today_filtersMean')}</p>
        <ul className={styles.list}>
          {groups.map(([key, group]) => (
            <FilterGroup key={key} {...group} />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function FilterGroup({ playbook, platform }: { playbook: Playbook; platform: Platform }) {
  const explanation = explainOnPlatform(segmentOf(playbook), platform, segmentLanguage.vocabulary, platformFilters, {
    language: shownLanguage(),
  });
  const canEnter = enterableLines(explanation);
  return (
    <li className={styles.group}>
      <span className={styles.name}>{labelText(playbook.label)}</span>
      {canEnter.length > 0 && (
        <CopyButton
          look="plain"
          text={filterText(platform, explanation)}
          aria-label={t('today_copyFilterOf', labelText(playbook.label))}
        >
          {t('today_copyFilter')}
        </CopyButton>
      )}
      {canEnter.length > 0 && (
        <span className={styles.path}>
          {t('today_filterPath', labelText(explanation.place.path))}{' '}
          {explanation.place.certainty !== 'confirmed' && (
            <Badge tone="watch" isOutline title={labelText(platformFilters.certainties[explanation.place.certainty])}>
              {t('today_unconfirmed')}
            </Badge>
          )}
        </span>
      )}
      <span className={styles.lines}>
        {canEnter.length > 0 ? canEnter.join(t('listSeparator')) : t('today_filterNone')}
        {!explanation.isWhole && canEnter.length > 0 && ` · ${t('today_filterPart')}`}
      </span>
    </li>
  );
}

/** The tier's own line and the playbook's; several tiers are several audiences there. */
function segmentOf({ tierIds, all, due }: Playbook): Segment {
  const tiers = tierIds.map((tier): Segment => ({ kind: 'tier', tier }));
  const clauses = [...all, ...(due?.all ?? [])].map((clause): Segment => ({ kind: 'clause', clause }));
  const [first] = tiers;
  const ofTiers: Segment[] = tiers.length > 1 ? [{ kind: 'any', of: tiers }] : first ? [first] : [];
  return { kind: 'all', of: [...ofTiers, ...clauses] };
}
