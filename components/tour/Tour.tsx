import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { toSample } from '../../lib/browser/send.ts';
import { tourStepSetting } from '../../lib/browser/settings.ts';
import { database } from '../hooks/database.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { TourStage } from './TourStage.tsx';
import { tourSteps } from './steps.ts';
import styles from './Tour.module.css';

type Sample = 'opening' | 'open' | 'failed' | 'removed';

/** Ninety seconds with a made-up shop: the list of the day, a customer, a reply, a segment. Left and taken up again at will. */
export function Tour() {
  const [sample, setSample] = useState<Sample>('opening');
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    void tourStepSetting.getValue().then(setAt);
    toSample.openSample({}).then(
      () => setSample('open'),
      () => setSample('failed'),
    );
  }, []);
  const go = (to: number) => {
    if (to < 0 || to >= tourSteps.length) return;
    setAt(to);
    void tourStepSetting.setValue(to);
    window.scrollTo(0, 0);
  };
  const remove = async () => {
    // Nothing of this page may hold it open, or open it again.
    setSample('removed');
    database.close();
    await tourStepSetting.setValue(0);
    await toSample.removeSample({}).catch(() => setSample('failed'));
  };
  const leave = () => void openDashboard();
  const isOpen = sample === 'open' && at !== null;
  useShortcuts(isOpen ? { tourNext: () => go(at + 1), tourBack: () => go(at - 1), back: leave } : {});
  return (
    <div className={styles.tour}>
      <header className={styles.banner}>
        <Badge tone="watch">{t('tourSample')}</Badge>
        <span className={styles.said}>{t('tourSampleMeans')}</span>
        <span className={styles.aside}>
          <Button look="plain" onClick={leave}>
            {t('tourLeave')}
          </Button>
          {sample !== 'removed' && (
            <Button look="plain" onClick={() => void remove()}>
              {t('tourRemove')}
            </Button>
          )}
        </span>
      </header>
      {sample === 'removed' && (
        <main>
          <EmptyState title={t('tourRemoved')}>
            <p>{t('tourRemovedMeans')}</p>
            <Button look="primary" onClick={leave}>
              {t('tourToShop')}
            </Button>
            <Button onClick={() => location.reload()}>{t('tourAgain')}</Button>
          </EmptyState>
        </main>
      )}
      {sample === 'failed' && (
        <main>
          <Note tone="risk" isLive>
            {t('tourFailed')}
          </Note>
        </main>
      )}
      {isOpen && <TourSteps at={at} onGo={go} onRemove={() => void remove()} />}
      {sample === 'opening' && (
        <main className={styles.opening} aria-busy="true">
          <p>{t('tourOpening')}</p>
        </main>
      )}
    </div>
  );
}

interface StepsProps {
  at: number;
  onGo: (to: number) => void;
  onRemove: () => void;
}

function TourSteps({ at, onGo, onRemove }: StepsProps) {
  const step = tourSteps[at] ?? tourSteps[0];
  const isLast = at === tourSteps.length - 1;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever goes on by keys, or listens, is told where they are.
  useEffect(() => {
    if (step) heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <main className={styles.columns}>
      <section className={styles.coach} aria-label={t('tourTitle')}>
        <p className={styles.count}>{t('tourCount', at + 1, tourSteps.length)}</p>
        <h1 ref={heading} className={styles.title} tabIndex={-1}>
          {t(`tour_${step}`)}
        </h1>
        <p>{t(`tourDo_${step}`)}</p>
        <p className={styles.moves}>
          <Button disabled={at === 0} onClick={() => onGo(at - 1)}>
            {t('tourBack')}
          </Button>
          {isLast ? (
            <Button look="primary" onClick={onRemove}>
              {t('tourEnd')}
            </Button>
          ) : (
            <Button look="primary" onClick={() => onGo(at + 1)}>
              {t('tourNext')}
            </Button>
          )}
        </p>
        <p className={styles.keys}>{t('tourKeys')}</p>
      </section>
      <TourStage step={step} onCustomer={() => onGo(tourSteps.indexOf('customer'))} />
    </main>
  );
}
