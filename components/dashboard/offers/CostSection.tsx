import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { readCostLists } from '../../../lib/views/actions/costs.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { dayText } from '../../words/times.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { BringCosts } from './BringCosts.tsx';
import styles from './Offers.module.css';

/** What articles cost: lists in, lists away again. */
export function CostSection({ shopId }: { shopId: string }) {
  const lists = useKeyedQuery(shopId, 0, () => readCostLists(database, shopId));
  const saved = useUndoable();
  return (
    <DashSection title={t('costsTitle')} definition={t('costsMean')} aside={<UndoNote undoable={saved} />}>
      {lists?.length === 0 && <EmptyLine>{t('costsNone')}</EmptyLine>}
      {lists && lists.length > 0 && (
        <ul className={styles.lists}>
          {lists.map(({ eventId, takenAt, articles }) => (
            <li key={eventId} className={styles.list}>
              {t('costsKept', dayText(takenAt), countText(articles))}
              <Button look="plain" onClick={() => saved.run(() => toBackground.undoEvent({ eventId }))}>
                {t('costsRemove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {lists && lists.length > 1 && <p className={styles.hint}>{t('costsLater')}</p>}
      <BringCosts
        onTake={(fileName, costs) =>
          saved.run(() => toBackground.takeCosts({ listId: crypto.randomUUID(), shopId, fileName, costs }))
        }
      />
    </DashSection>
  );
}
