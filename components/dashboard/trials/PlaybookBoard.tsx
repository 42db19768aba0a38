import { duePlaybooks } from '../../../lib/actions/day-list.ts';
import type { Playbook } from '../../../lib/actions/playbook.ts';
import { isTriable } from '../../../lib/actions/trials/enrol.ts';
import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ActionSettings } from '../../../lib/model/action-settings.ts';
import { trialRules } from '../../../lib/rules/offers.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { BOARD_DAYS, readPlaybookBoard, type PlaybookFare } from '../../../lib/views/actions/playbook-board.ts';
import { horizonDaysOf } from '../../../lib/views/shops/shop-settings.ts';
import type { KeptTrial } from '../../../lib/views/actions/trials.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Badge } from '../../ui/Badge.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { countText, MIN_SHARE_OF, shareText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { ShareField } from './ShareField.tsx';
import { isHoldOut, untoldText, verdictWords } from './trial-words.ts';

interface Props {
  insight: ShopInsight;
  settings: ActionSettings;
  /** The newest first. */
  trials: readonly KeptTrial[];
  /** Null while they are being counted; without those of which nobody can tell who takes part. */
  outcomes: ReadonlyMap<string, Outcome> | null;
}

/** Per playbook: due, contacted, back, and what a hold-out says of it. */
export function PlaybookBoard({ insight, settings, trials, outcomes }: Props) {
  const { context } = insight;
  const now = useNow();
  const horizonDays = Math.min(horizonDaysOf(context.settings), BOARD_DAYS / 2);
  const board = useKeyedQuery(`${context.shopId} ${horizonDays}`, now, () =>
    readPlaybookBoard(database, insight, horizonDays, now),
  );
  const saved = useUndoable();
  const setShare = (playbookId: string, share: number) =>
    saved.run(() =>
      toBackground.setActionSettings({
        shopId: context.shopId,
        settings: { ...settings, holdOutShares: { ...settings.holdOutShares, [playbookId]: share } },
      }),
    );
  return (
    <DashSection
      title={t('boardTitle')}
      definition={t('boardMean')}
      ground={groundOf(insight, insight.measures.size)}
      aside={<UndoNote undoable={saved} />}
      hasTable
    >
      <WideTable label={t('boardTitle')}>
        <table className={table.table}>
          <caption className={table.hidden}>{t('boardTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('boardHead_playbook')}</th>
              <th scope="col" className={table.number}>
                {t('boardHead_due')}
              </th>
              <th scope="col" className={table.number}>
                {t('boardHead_contacted', BOARD_DAYS)}
              </th>
              <th scope="col" className={table.number}>
                {t('boardHead_returned', horizonDays)}
              </th>
              <th scope="col">{t('boardHead_trial')}</th>
              <th scope="col">{t('boardHead_share')}</th>
            </tr>
          </thead>
          <tbody>
            {inUseFirst(board).map((playbook) => {
              const { id, label } = playbook;
              const fare = board?.get(id);
              return (
                <tr key={id}>
                  <th scope="row" className={table.wrapped}>
                    {labelText(label)}
                  </th>
                  <td className={table.number}>{fare ? countText(fare.due) : ''}</td>
                  <td className={table.number}>{fare ? countText(fare.contacts) : ''}</td>
                  <td className={table.number}>{fare ? backText(fare) : ''}</td>
                  <td className={table.words}>
                    <TrialVerdict playbookId={id} trials={trials} outcomes={outcomes} />
                  </td>
                  <td>
                    {isTriable(playbook, context.tiers) && (
                      <ShareField
                        label={t('boardShareOf', labelText(label))}
                        share={settings.holdOutShares[id] ?? trialRules.holdOutShare}
                        onChange={(share) => setShare(id, share)}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
    </DashSection>
  );
}

/** Those with somebody due or contacted at the head, each part in order of precedence. */
function inUseFirst(board: ReadonlyMap<string, PlaybookFare> | undefined) {
  const isInUse = ({ id }: Playbook) => {
    const fare = board?.get(id);
    return fare !== undefined && fare.due + fare.contacts > 0;
  };
  return duePlaybooks(playbooks).toSorted((a, b) => Number(isInUse(b)) - Number(isInUse(a)));
}

/** "12/40 · 30.0%": a share only of so many that it is no chance. */
function backText({ over, returned }: { over: number; returned: number }): string {
  if (over === 0) return '–';
  const share = shareText(returned, over, over >= MIN_SHARE_OF);
  return `${countText(returned)}/${countText(over)}${share === null ? '' : ` · ${share}`}`;
}

/** The newest hold-out of a playbook; to stop is advised on evidence alone. */
function TrialVerdict({ playbookId, trials, outcomes }: Pick<Props, 'trials' | 'outcomes'> & { playbookId: string }) {
  const newest = trials.find(({ trial }) => trial.playbookId === playbookId && isHoldOut(trial));
  const outcome = newest && outcomes?.get(newest.trial.trialId);
  if (!newest) return <span className={table.faint}>{t('boardNoTrial')}</span>;
  if (!outcome)
    return (
      <span className={table.faint}>{t(untoldText(newest.trial) === null ? 'trialCounting' : 'trialNoResult')}</span>
    );
  const { text, tone } = verdictWords(newest.trial, outcome.verdict);
  const isUseless = outcome.verdict === 'worse' || outcome.verdict === 'noLift';
  return (
    <Badge tone={tone}>
      {text}
      {isUseless && ` · ${t('boardStop')}`}
    </Badge>
  );
}
