import { t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { nothingHeard } from '../hooks/useHeard.ts';
import { KeepLibrary } from '../reply/KeepLibrary.tsx';
import { ReplySection } from '../reply/ReplySection.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './MaskedReplies.module.css';

interface Props {
  platform: Platform;
  shopId: string | null;
  tabId: number | null;
}

/** Words for a buyer of whom only a mask is known: to copy, with nothing recorded. */
export function MaskedReplies({ platform, shopId, tabId }: Props) {
  return (
    <div className={styles.replies}>
      <Disclosure summary={t('repliesForAnyone')}>
        <KeepLibrary>
          <ReplySection
            isAsked={false}
            context={{
              customerId: null,
              shopId,
              platform,
              tierIds: [],
              orders: [],
              openOrderIds: [],
              wholePast: null,
              points: null,
              shopName: null,
              chat: null,
              heard: nothingHeard,
              tabId,
              suggestion: null,
            }}
          />
        </KeepLibrary>
      </Disclosure>
    </div>
  );
}
