import { Fragment, useId } from 'react';
import { openCompanion } from '../../lib/browser/companion-window.ts';
import { t } from '../../lib/browser/i18n.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { ShopChoice, ShopInsight } from '../../lib/views/shops/insight-view.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { percentText } from '../words/amounts.ts';
import { minuteText, zoneText } from '../words/times.ts';
import styles from './DashboardHeader.module.css';

interface Props {
  shop: ShopChoice;
  shops: readonly ShopChoice[];
  onShop: (shopId: string) => void;
  /** Null while it is being read. */
  insight: ShopInsight | null;
}

/** Whose customers these are, and how much of the shop was seen. */
export function DashboardHeader({ shop, shops, onShop, insight }: Props) {
  const id = useId();
  const now = useNow();
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{t('dashTitle')}</h1>
      <div className={styles.choice}>
        <label htmlFor={id}>{t('dashShop')}</label>
        <select id={id} className={styles.shops} value={shop.shopId} onChange={(event) => onShop(event.target.value)}>
          {shops.map((one) => (
            <option key={one.shopId} value={one.shopId}>
              {`${one.name ?? t('unnamedShop')} · ${t(`platform_${one.platform}`)}`}
            </option>
          ))}
        </select>
      </div>
      <Button look="plain" onClick={() => void openCompanion('chat')}>
        {t('companionOpen')}
      </Button>
      <p className={styles.ground}>
        {[...(insight ? groundTexts(insight, now) : []), zoneText(now) ?? []].flat().map((text, at) => (
          <Fragment key={text}>
            {at > 0 && ' · '}
            <span className={styles.whole}>{text}</span>
          </Fragment>
        ))}
      </p>
    </header>
  );
}

/** "2026-01-05 起采集", "覆盖 84.0%", "算到 2026-11-24", "数据截至 10:42". */
function groundTexts({ context: { coverage, asOfDay }, dataAsOf }: ShopInsight, now: number): string[] {
  const { startDay, share } = coverage;
  if (startDay === null) return [t('seenNothing')];
  return [
    t('dashSince', formatDay(startDay)),
    t('dashCovered', percentText(share)),
    t('dashUntil', formatDay(asOfDay)),
    ...(dataAsOf === null ? [] : [t('dataAsOf', minuteText(dataAsOf, now))]),
  ];
}
