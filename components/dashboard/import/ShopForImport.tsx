import { t } from '../../../lib/browser/i18n.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { ShopColumnMapping } from '../../../lib/views/data/column-mappings.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ChosenTable, WantedShop } from './useImport.ts';
import styles from './import.module.css';

interface Props {
  platform: Platform;
  shops: readonly ShopChoice[];
  value: WantedShop;
  onChange: (shop: WantedShop) => void;
}

const NEW = 'new';

/** Whose orders these are: files do not say. */
export function ShopForImport({ platform, shops, value, onChange }: Props) {
  const known = shops.filter((shop) => shop.platform === platform);
  const isNew = 'name' in value;
  return (
    <div className={styles.shop}>
      <SelectField
        label={t('importShop', t(`platform_${platform}`))}
        value={isNew ? NEW : value.shopId}
        options={[
          ...known.map(({ shopId, name }) => ({ value: shopId, label: name ?? t('unnamedShop') })),
          { value: NEW, label: t('importNewShop') },
        ]}
        onChange={(shopId) => onChange(shopId === NEW ? { name: '' } : { shopId })}
      />
      {isNew && (
        <TextField
          label={t('importShopName')}
          value={value.name}
          maxLength={60}
          placeholder={t('importShopNameHint')}
          onChange={(name) => onChange({ name })}
        />
      )}
    </div>
  );
}

export function isChosen(shop: WantedShop | undefined): boolean {
  return shop !== undefined && ('shopId' in shop || shop.name.trim() !== '');
}

interface Ground {
  tables: readonly ChosenTable[];
  shops: readonly ShopChoice[];
  mappings: readonly ShopColumnMapping[];
}

/** The shop that has most of these orders already, or whose columns these are, or the only one there is; else a new one. */
export function startingShop(platform: Platform, { tables, shops, mappings }: Ground): WantedShop {
  const known = shops.filter((shop) => shop.platform === platform);
  const ofPlatform = tables.filter(({ table }) => table.platform === platform).map(({ table }) => table);
  const counts = known.map(({ shopId }) =>
    ofPlatform.reduce((sum, { preview }) => sum + (preview.ofShops[shopId] ?? 0), 0),
  );
  const most = Math.max(0, ...counts);
  const mapped = mappings.find(({ mapping }) => ofPlatform.some((table) => isSame(table.mapping, mapping)));
  const found =
    (most > 0 ? known[counts.indexOf(most)] : undefined) ??
    known.find(({ shopId }) => shopId === mapped?.shopId) ??
    (known.length === 1 ? known[0] : undefined);
  return found ? { shopId: found.shopId } : { name: '' };
}

function isSame(one: object | null, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
