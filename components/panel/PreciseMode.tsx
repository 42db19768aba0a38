import { t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { usePageAccess } from '../hooks/usePageAccess.ts';
import { usePreciseMode } from '../hooks/usePreciseMode.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './PreciseMode.module.css';

const platforms = ['jd', 'taobao'] as const satisfies readonly Platform[];

/** Whether precise mode is on, and its switch beside what it gives and what it costs, where pages may be read at all. On a page of one platform, of that one. */
export function PreciseMode({ platform }: { platform: Platform | null }) {
  const access = usePageAccess();
  const allowed = (platform === null ? platforms : [platform]).filter((each) => access && access[each] !== 'none');
  if (allowed.length === 0) return null;
  return (
    <section className={styles.precise}>
      {allowed.map((each) => (
        <PreciseSwitch key={each} platform={each} />
      ))}
    </section>
  );
}

function PreciseSwitch({ platform }: { platform: Platform }) {
  const { isOn, isRefused, change } = usePreciseMode(platform);
  if (isOn === null) return null;
  const name = t(`platform_${platform}`);
  return (
    <Disclosure summary={t(isOn ? 'preciseIsOn' : 'preciseIsOff', name)}>
      <p>{t('preciseGives')}</p>
      <p>{t('preciseCosts')}</p>
      <p>{t('preciseNever')}</p>
      <Switch label={t('preciseSwitch', name)} isOn={isOn} onChange={change} />
      <p>{t('preciseReload')}</p>
      {isRefused && (
        <Note tone="watch" isLive>
          {t('preciseUnavailable')}
        </Note>
      )}
    </Disclosure>
  );
}
