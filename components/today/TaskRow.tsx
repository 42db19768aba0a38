import type { ListOrder } from '../../lib/actions/day-list.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import type { Task } from '../../lib/views/actions/day-list.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { Button } from '../ui/Button.tsx';
import { percentText, yuanText } from '../words/amounts.ts';
import { factsText } from '../words/evidence.ts';
import { taskNotes } from '../words/occasions.ts';
import { couponText, heldBackText, offerText, titleText } from '../words/offers.ts';
import { DeclineSelect } from './DeclineSelect.tsx';
import { shownName } from '../words/shown-name.ts';
import styles from './TaskRow.module.css';

interface Props {
  task: Task;
  order: ListOrder;
  isPicked: boolean;
  onPick: (isOn: boolean) => void;
  onOpen: () => void;
  /** It was done. */
  onNote: () => void;
  /** @param reason null for "later" */
  onPutOff: (reason: DeclineReason | null) => void;
}

/** One customer of the list: who, what to do, why today; then what became of it. */
export function TaskRow({ task, order, isPicked, onPick, onOpen, onNote, onPutOff }: Props) {
  const { customer, assessment, playbook, evidence, offer, existing, instead, wording, worthFen, margin, lateOrders } =
    task;
  const late = lateOrders > 0 ? [t('today_lateOrders', lateOrders)] : [];
  const name = customer.display ? shownName(customer.display) : t('noName');
  const own = assessment.tiers[0];
  const notes = taskNotes(playbook);
  const noted = t(offer ? 'today_sent' : 'today_noted');
  return (
    <li className={styles.task}>
      <input
        type="checkbox"
        className={styles.pick}
        aria-label={t('today_pick', name)}
        checked={isPicked}
        onChange={(event) => onPick(event.target.checked)}
      />
      <div className={styles.body}>
        <button type="button" className={styles.open} data-row={customer.customerId} onClick={onOpen}>
          <span className={styles.first}>
            <span className={styles.name}>{name}</span>
            {own && <TierBadge match={own} />}
            {worthFen !== null && worthFen > 0 && (
              <span className={styles.worth} title={t(`today_order_${order}`)}>
                {yuanText(worthFen)}
              </span>
            )}
          </span>
          <span>
            {titleText(task)}
            {offer && ` · ${offerText(offer)}`}
          </span>
          {instead && (
            <>
              <span>
                {t('benefitInstead', labelText(instead.benefit.label))} {labelText(instead.benefit.advice)}
              </span>
              <span className={styles.when}>{heldBackText(instead.of)}</span>
            </>
          )}
          {existing && <span>{t('couponExisting', couponText(existing))}</span>}
          {margin && (
            <span className={styles.when}>
              {t('marginAtBasket', yuanText(margin.beforeFen), yuanText(margin.afterFen), percentText(margin.coverage))}
            </span>
          )}
          {notes.length > 0 && <span className={styles.when}>{notes.join(' · ')}</span>}
          {wording && <span>{t('trialWording', wording)}</span>}
          <span className={styles.why}>
            {[...late, ...(evidence.length > 0 ? [factsText(evidence)] : [])].join(t('listSeparator'))}
          </span>
        </button>
        <div className={styles.actions}>
          <Button look="plain" aria-label={t('today_noteOf', noted, name)} onClick={onNote}>
            {noted}
          </Button>
          <Button look="plain" aria-label={t('today_laterOf', name)} onClick={() => onPutOff(null)}>
            {t('today_later')}
          </Button>
          <DeclineSelect label={t('today_declineOf', name)} onDecline={onPutOff} />
        </div>
      </div>
    </li>
  );
}
