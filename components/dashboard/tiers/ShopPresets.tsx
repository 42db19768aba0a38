import { useId } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ShopSettings } from '../../../lib/model/event.ts';
import { categories } from '../../../lib/rules/categories.ts';
import { horizonDaysOf } from '../../../lib/views/shops/shop-settings.ts';
import { DashSection } from '../DashSection.tsx';
import styles from './ShopPresets.module.css';

interface Props {
  settings: ShopSettings;
  onChange: (settings: ShopSettings) => void;
}

const MIN_HORIZON_DAYS = 7;
const MAX_HORIZON_DAYS = 365;

/** What the shop sells mostly, and how far the chance of return looks ahead. */
export function ShopPresets({ settings, onChange }: Props) {
  const categoryId = useId();
  const horizonId = useId();
  const preset = horizonDaysOf({ ...settings, horizonDays: null });
  return (
    <DashSection title={t('dashShopPresets')} definition={t('dashShopPresetsMeans')}>
      <div className={styles.fields}>
        <label htmlFor={categoryId}>{t('dashCategory')}</label>
        <select
          id={categoryId}
          value={settings.categoryId ?? ''}
          onChange={(event) => onChange({ ...settings, categoryId: event.target.value || null })}
        >
          <option value="">{t('dashNoCategory')}</option>
          {categories.map(({ id, label }) => (
            <option key={id} value={id}>
              {labelText(label)}
            </option>
          ))}
        </select>
        <span className={styles.hint}>{t('dashCategoryMeans')}</span>
        <label htmlFor={horizonId}>{t('dashHorizon')}</label>
        <input
          id={horizonId}
          type="number"
          min={MIN_HORIZON_DAYS}
          max={MAX_HORIZON_DAYS}
          placeholder={String(preset)}
          value={settings.horizonDays ?? ''}
          onChange={(event) => {
            const days = event.target.value === '' ? null : Math.round(Number(event.target.value));
            if (days === null || (days >= 1 && days <= MAX_HORIZON_DAYS)) onChange({ ...settings, horizonDays: days });
          }}
          onBlur={() => {
            const { horizonDays } = settings;
            if (horizonDays !== null && horizonDays < MIN_HORIZON_DAYS)
              onChange({ ...settings, horizonDays: MIN_HORIZON_DAYS });
          }}
        />
        <span className={styles.hint}>{t('dashHorizonMeans', preset, MIN_HORIZON_DAYS, MAX_HORIZON_DAYS)}</span>
      </div>
    </DashSection>
  );
}
