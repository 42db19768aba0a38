import { useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { presetSettings } from '../../../lib/views/shops/shop-settings.ts';
import { shopTiers, tierSettingsOf } from '../../../lib/views/shops/shop-tiers.ts';
import { TierCounter } from '../../../lib/views/shops/tier-counter.ts';
import { Button } from '../../ui/Button.tsx';
import { DashSection } from '../DashSection.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { LiveCounts } from './LiveCounts.tsx';
import { OtherThresholds } from './OtherThresholds.tsx';
import { ShopPresets } from './ShopPresets.tsx';
import { TierLine } from './TierLine.tsx';
import type { SettingsDraft } from './useSettingsDraft.ts';
import styles from './TierSettings.module.css';

interface Props {
  insight: ShopInsight;
  settings: SettingsDraft;
}

/** Where the lines between tiers run, and how many customers are on which side while they are moved. */
export function TierSettings({ insight, settings: draft }: Props) {
  const { measures, context } = insight;
  const { settings, change } = draft;
  const counter = useMemo(() => new TierCounter(measures), [measures]);
  const before = useMemo(() => counter.count(context.tiers), [counter, context.tiers]);
  const inForce = tierSettingsOf(settings);
  const now = useMemo(() => counter.count(shopTiers(settings)), [counter, settings]);
  const changeTiers = (next: Partial<typeof settings.tiers>) =>
    change({ ...settings, tiers: { ...settings.tiers, ...next } });
  const changeThreshold = (id: string, value: number | null) => {
    const { [id]: _old, ...others } = settings.tiers.thresholds;
    changeTiers({ thresholds: value === null ? others : { ...others, [id]: value } });
  };
  return (
    <div className={styles.columns}>
      <div className={styles.lines}>
        <DashSection title={t('dash_tiers')} definition={t('dashTiersMeans')}>
          <ol className={styles.list}>
            {tiers.map((tier, index) => (
              <TierLine
                key={tier.id}
                place={index + 1}
                tier={tier}
                settings={inForce}
                onVariant={(id) => changeTiers({ variants: { ...settings.tiers.variants, [tier.id]: id } })}
                onThreshold={changeThreshold}
              />
            ))}
          </ol>
        </DashSection>
        <OtherThresholds measures={measures} values={inForce.thresholds} onThreshold={changeThreshold} />
        <ShopPresets settings={settings} onChange={change} />
      </div>
      <aside className={styles.counts} aria-label={t('dashLiveCounts')}>
        <LiveCounts
          before={before}
          now={now}
          customers={measures.size}
          ground={groundOf(insight, measures.size)}
          isTold={tellsRates(insight)}
        />
        <div className={styles.actions}>
          <Button look="primary" disabled={!draft.isChanged || draft.saved.state === 'saving'} onClick={draft.save}>
            {t('dashSave')}
          </Button>
          <Button disabled={!draft.isChanged} onClick={draft.discard}>
            {t('dashDiscard')}
          </Button>
          <Button look="plain" onClick={() => change({ ...settings, tiers: presetSettings.tiers })}>
            {t('dashDefaults')}
          </Button>
        </div>
        {draft.isChanged && draft.saved.state !== 'saving' ? (
          <p className={styles.unsaved}>{t('dashUnsaved')}</p>
        ) : (
          <UndoNote undoable={draft.saved} />
        )}
      </aside>
    </div>
  );
}
