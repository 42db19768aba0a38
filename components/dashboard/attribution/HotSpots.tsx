import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { MonthTroubles } from '../../../lib/views/service/month-troubles.ts';
import { prevention } from '../../../lib/rules/prevention.ts';
import { useServiceDesk } from '../../hooks/useServiceDesk.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { MendList } from '../../service/MendList.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { carriersText } from './carrier-text.ts';
import { MarkMended } from './MarkMended.tsx';
import { HotSpotTable } from './HotSpotTable.tsx';
import { peopleText } from './trouble-text.ts';
import { reasonText } from '../../words/service.ts';
import styles from './Attribution.module.css';

interface Props {
  troubles: Pick<MonthTroubles, 'hotSpots' | 'customers' | 'told'>;
  month: string;
  /** What the figures rest on. */
  ground: string;
  shopId: string;
}

const SHOWN = 20;

/** By reason what to tell before it is bought (CMP-21). */
const tips = new Map(prevention.tips.map(({ labelId, what }) => [labelId, what]));

/**
 * Articles that trouble again and again: a brief for the supplier, what to write on page and parcel card beforehand, and who is to be told once
 * it is mended (CMP-20, CMP-21, TPL-22).
 */
export function HotSpots({ troubles: { hotSpots, customers, told }, month, ground, shopId }: Props) {
  const change = useUndoable();
  const desk = useServiceDesk();
  const mends = desk?.mends.filter((mend) => mend.shopId === shopId) ?? [];
  const shown = hotSpots.slice(0, SHOWN);
  return (
    <DashSection
      title={t('hotSpots')}
      definition={t('hotSpotsMean')}
      ground={ground}
      hasTable={shown.length > 0}
      aside={<UndoNote undoable={change} />}
    >
      {shown.length === 0 ? <EmptyLine>{t('hotSpotsNone')}</EmptyLine> : <HotSpotTable hotSpots={shown} told={told} />}
      <ul className={styles.spots}>
        {shown.map((spot) => {
          const { article, labelId, count, carriers, customerIds } = spot;
          const id = `${labelId} ${article}`;
          const reason = reasonText(labelId);
          const people = peopleText(customerIds, customers);
          const carriedBy = carriers.length > 0 ? t('hotSpotCarriers', carriersText(carriers, count)) : null;
          const tip = tips.get(labelId);
          const brief = t('hotSpotBrief', month, article, reason, countText(count));
          return (
            <li key={id} className={styles.spot}>
              <div className={styles.head}>
                <h3>{article}</h3>
                <span>{t('hotSpotCount', reason, countText(count))}</span>
              </div>
              {people !== '' && <p className={styles.people}>{t('hotSpotPeople', people)}</p>}
              {tip && <p className={styles.people}>{t('hotSpotTip', labelText(tip))}</p>}
              <div className={styles.tools}>
                <CopyButton text={[brief, carriedBy ?? ''].join(' ').trim()}>{t('hotSpotCopyBrief')}</CopyButton>
                <CopyButton text={t('hotSpotText', article, reason)}>{t('hotSpotCopyText')}</CopyButton>
                {tip && (
                  <CopyButton text={t('hotSpotPage', month, article, reason, countText(count), labelText(tip))}>
                    {t('hotSpotCopyPage')}
                  </CopyButton>
                )}
              </div>
              <MarkMended spot={spot} shopId={shopId} change={change} />
            </li>
          );
        })}
      </ul>
      {desk && mends.length > 0 && (
        <>
          <h3>{t('mend_title', mends.length)}</h3>
          <MendList mends={mends} customers={desk.customers} />
        </>
      )}
    </DashSection>
  );
}
