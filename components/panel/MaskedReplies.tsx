import { t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { ReplySection } from '../reply/ReplySection.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './MaskedReplies.module.css';

/** Words for a buyer of whom only a mask is known: to copy, with nothing recorded. */
export function MaskedReplies({ platform, tabId }: { platform: Platform; tabId: number | null }) {
  return (
    <div className={styles.replies}>
      <Disclosure summary={t('repliesForAnyone')}>
        <ReplySection
          isAsked={false}
          context={{
            customerId: null,
            platform,
            tierIds: [],
            orders: [],
            openOrderIds: [],
            shopName: null,
            chat: null,
            tabId,
            suggestion: null,
          }}
        />
      </Disclosure>
    </div>
  );
}
