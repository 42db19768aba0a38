import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import { readRecount, type Recount } from '../../../lib/views/actions/tried-numbers.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useRested } from '../../hooks/useRested.ts';
import { changeText, countText } from '../numbers.ts';
import styles from './Practice.module.css';

interface Props {
  shopId: string;
  playbookId: string;
  /** As typed; null while they cannot be so. */
  numbers: Numbers | null;
  /** In force. */
  stored: Numbers;
  isOn: boolean;
}

/** Whom the playbook would name today with the numbers as typed, against those in force: once they have rested for a moment. */
export function PlaybookRecount({ shopId, playbookId, numbers, stored, isOn }: Props) {
  const rested = useRested(numbers && JSON.stringify(numbers));
  const before = useRecount(shopId, playbookId, JSON.stringify(stored));
  const tried = useRecount(shopId, playbookId, rested);
  return (
    <output className={styles.recount}>
      {numbers === null ? t('own_cannotCount') : <RecountText playbookId={playbookId} before={before} tried={tried} />}
      {!isOn && <span className={styles.note}> {t('own_off')}</span>}
    </output>
  );
}

/** @param numbers as JSON; null for nothing to ask. The latest asked for is the one that is answered. */
function useRecount(shopId: string, playbookId: string, numbers: string | null): Recount | undefined {
  const now = useNow();
  return useKeyedQuery(numbers === null ? null : `${shopId} ${playbookId} ${numbers}`, now, () =>
    readRecount(database, shopId, playbookId, JSON.parse(numbers!) as Numbers, now),
  );
}

interface TextProps {
  playbookId: string;
  before: Recount | undefined;
  tried: Recount | undefined;
}

export function RecountText({ playbookId, before, tried }: TextProps) {
  if (!before || !tried) return t('own_counting');
  const without = tried.without ?? before.without;
  if (without !== null || tried.customers === null || before.customers === null)
    return t(`own_without_${without ?? 'occasion'}`);
  const isListed = playbooks.some(({ id, due }) => id === playbookId && due !== null);
  const change = changeText(tried.customers - before.customers);
  return (
    <>
      <strong>{t(isListed ? 'own_onList' : 'own_onCard', countText(tried.customers))}</strong>{' '}
      {change === '' ? t('own_asBefore') : t('own_before', countText(before.customers), change)}
    </>
  );
}
