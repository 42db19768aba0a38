import { t } from '../../lib/browser/i18n.ts';
import { MAX_NAME_CHARS } from '../../lib/model/limits.ts';
import { search } from '../../lib/views/customers/search.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { shownName } from '../words/shown-name.ts';
import styles from './CustomerDates.module.css';

/** Who came: a customer that the shop knows, or what they are called. */
export interface Friend {
  text: string;
  customerId: string | null;
}

const MOST = 4;

interface Props {
  /** Who referred: nobody refers themselves. */
  customerId: string;
  friend: Friend;
  onChange: (friend: Friend) => void;
}

/** Who was referred, by nick or by the end of the order's number; what leads to nobody stays as it was typed. */
export function FriendField({ customerId, friend, onChange }: Props) {
  const query = friend.customerId === null ? friend.text.trim() : '';
  const hits = useKeyedQuery(query === '' ? null : query, 0, () => search(database, query, MOST)) ?? [];
  const others = hits.filter(({ customer }) => customer.customerId !== customerId);
  return (
    <>
      <TextField
        label={t('rights_friend')}
        value={friend.text}
        maxLength={MAX_NAME_CHARS}
        onChange={(text) => onChange({ text, customerId: null })}
      />
      {others.length > 0 && (
        <div className={styles.line}>
          {others.map(({ customer }) => {
            const name = shownName(customer.display);
            return (
              <Button
                key={customer.customerId}
                look="quiet"
                onClick={() => onChange({ text: name, customerId: customer.customerId })}
              >
                {t('rights_friendIs', name)}
              </Button>
            );
          })}
        </div>
      )}
    </>
  );
}
