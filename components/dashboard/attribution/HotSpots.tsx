import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { Label } from '../../../lib/model/label.ts';
import type { HotSpot } from '../../../lib/service/attribution.ts';
import type { CustomerRecord } from '../../../lib/store/records.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { carriersText } from './carrier-text.ts';
import { shownName } from '../../words/shown-name.ts';
import styles from './Attribution.module.css';

interface Props {
  hotSpots: readonly HotSpot[];
  customers: ReadonlyMap<string, CustomerRecord>;
  labelNames: ReadonlyMap<string, Label>;
  month: string;
}

const SHOWN = 20;
const SHOWN_PEOPLE = 8;

/** Articles that trouble again and again: a brief for the supplier, and who is to be told once it is mended (CMP-20, TPL-22). */
export function HotSpots({ hotSpots, customers, labelNames, month }: Props) {
  return (
    <DashSection title={t('hotSpots')} definition={t('hotSpotsMean')}>
      {hotSpots.length === 0 && <EmptyLine>{t('hotSpotsNone')}</EmptyLine>}
      <ul className={styles.spots}>
        {hotSpots.slice(0, SHOWN).map(({ article, labelId, count, carriers, customerIds }) => {
          const id = `${labelId} ${article}`;
          const reason = labelText(labelNames.get(labelId)!);
          const names = customerIds.flatMap((customerId) => customers.get(customerId)?.display ?? []).map(shownName);
          const carriedBy = carriers.length > 0 ? carriersText(carriers, count) : null;
          const brief = t('hotSpotBrief', month, article, reason, countText(count));
          return (
            <li key={id} className={styles.spot}>
              <div className={styles.head}>
                <h3>{article}</h3>
                <span>{t('hotSpotCount', reason, countText(count))}</span>
              </div>
              {carriedBy && <p className={styles.people}>{carriedBy}</p>}
              {names.length > 0 && (
                <p className={styles.people}>
                  {t('hotSpotPeople', names.slice(0, SHOWN_PEOPLE).join(t('listSeparator')))}
                  {names.length > SHOWN_PEOPLE && t('hotSpotMore', names.length - SHOWN_PEOPLE)}
                </p>
              )}
              <div className={styles.tools}>
                <CopyButton text={[brief, carriedBy ?? ''].join(' ').trim()}>{t('hotSpotCopyBrief')}</CopyButton>
                <CopyButton text={t('hotSpotText', article, reason)}>{t('hotSpotCopyText')}</CopyButton>
              </div>
            </li>
          );
        })}
      </ul>
    </DashSection>
  );
}
