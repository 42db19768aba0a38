import { labelText, t } from '../../../lib/browser/i18n.ts';
import { MIN_GROUP_GAPS } from '../../../lib/insight/measures/cycles.ts';
import type { CycleBenchmark, CycleStage } from '../../../lib/model/profile.ts';
import { categories } from '../../../lib/rules/categories.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { dayCountText } from '../../words/amounts.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './CycleTable.module.css';

const stages: readonly CycleStage[] = ['second', 'returning', 'frequent', 'any'];

/** How long customers wait between purchases, by category and by how often they came. */
export function CycleTable({ insight }: { insight: ShopInsight }) {
  const { benchmarks } = insight.context;
  const groups = benchmarks?.cycles ?? [];
  const found = new Set(groups.flatMap(({ category }) => category ?? []));
  const own = categories.findIndex(({ id }) => id === insight.context.settings.categoryId);
  const rows = [...categories.keys()].filter((category) => found.has(category) || category === own);
  const gaps = groups.find(({ category, stage }) => category === null && stage === 'any')?.gaps ?? 0;
  return (
    <DashSection
      hasTable
      title={t('dash_cycles')}
      definition={t('dashCyclesMeans', MIN_GROUP_GAPS)}
      ground={`${groundOf(insight, insight.measures.size)} · ${t('dashGaps', countText(gaps))}`}
    >
      {groups.length === 0 && <EmptyLine>{t(benchmarks ? 'dashNoGaps' : 'dashNoYardstick')}</EmptyLine>}
      <WideTable label={t('dash_cycles')}>
        <table className={`${table.table} ${styles.cycles}`}>
          <caption className={table.hidden}>{t('dash_cycles')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashCategoryOf')}</th>
              {stages.map((stage) => (
                <th key={stage} scope="col">
                  {t(`dashStage_${stage}`)}
                </th>
              ))}
              <th scope="col">{t('dashPreset')}</th>
            </tr>
          </thead>
          <tbody>
            {[null, ...rows].map((category) => (
              <tr key={category ?? 'shop'}>
                <th scope="row">{category === null ? t('dashWholeShop') : labelText(categories[category]!.label)}</th>
                {stages.map((stage) => (
                  <td key={stage}>
                    <CycleCell
                      group={groups.find((one) => one.category === category && one.stage === stage)}
                      instead={insteadText(groups, category, stage)}
                    />
                  </td>
                ))}
                <td className={styles.preset}>{presetText(category)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </DashSection>
  );
}

interface CellProps {
  group: CycleBenchmark | undefined;
  /** What counts in the place of a group that is too small. */
  instead: string;
}

/** The median with its spread; of too few gaps it is struck out, with what counts in its place. */
function CycleCell({ group, instead }: CellProps) {
  if (!group) return <span className={table.faint}>–</span>;
  const { gaps, medianDays, lowerDays, upperDays } = group;
  const isSmall = gaps < MIN_GROUP_GAPS;
  return (
    <span className={isSmall ? styles.small : styles.cell}>
      <strong className={styles.median}>{t('days', dayCountText(medianDays))}</strong>
      <span>{t('dashSpread', dayCountText(lowerDays), dayCountText(upperDays))}</span>
      <span>{t('dashN', countText(gaps))}</span>
      {isSmall && <span className={styles.instead}>{instead}</span>}
    </span>
  );
}

/** The group of the whole shop, else the preset: what `cycles` takes for customers with fewer than three purchases. */
function insteadText(groups: readonly CycleBenchmark[], category: number | null, stage: CycleStage): string {
  const isAsked = stage === 'second' || stage === 'returning';
  if (category === null || !isAsked) return t('dashTooFewGaps');
  const shop = groups.find((one) => one.category === null && one.stage === stage);
  if (shop && shop.gaps >= MIN_GROUP_GAPS) return t('dashUsesShop', dayCountText(shop.medianDays));
  const preset = categories[category]!.cycleDays;
  return preset === null ? t('dashTooFewGaps') : t('dashUsesPreset', preset);
}

function presetText(category: number | null): string {
  const days = category === null ? null : categories[category]!.cycleDays;
  return days === null ? t('none') : t('days', days);
}
