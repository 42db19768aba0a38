import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ShopPractice } from '../../../lib/model/practice-event.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { usePractice } from '../../hooks/usePractice.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { CalendarStrip } from '../../today/CalendarStrip.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { Benefits } from './Benefits.tsx';
import { Capacity } from './Capacity.tsx';
import { Levels } from './Levels.tsx';
import { Moments } from './Moments.tsx';
import { PlaybookTable } from './PlaybookTable.tsx';
import { RightsRegister } from './RightsRegister.tsx';
import { RefusedList } from './RefusedList.tsx';

/** Days of the calendar that this page looks ahead. */
const AHEAD_DAYS = 90;

/** What is done when: the calendar, the shop's own moments, a day's capacity, levels, and every playbook with its switch. */
export function Practice({ shop: { shopId } }: { shop: ShopChoice }) {
  const stored = usePractice(shopId);
  const change = useUndoable();
  /** What was changed just now: whoever clicks on need not wait for the store. */
  const [draft, setDraft] = useState<ShopPractice | null>(null);
  if (!stored) return null;
  // Once the store has it, or does not take it, or it was taken back, the store has the word again.
  if (
    draft &&
    (JSON.stringify(draft) === JSON.stringify(stored) || change.state === 'failed' || change.state === 'undone')
  )
    setDraft(null);
  const kept = draft ?? stored;
  const keep = (changes: Partial<ShopPractice>) => {
    const practice = { ...kept, ...changes };
    setDraft(practice);
    change.run(() => toBackground.setShopPractice({ shopId, practice }));
  };
  return (
    <>
      <DashSection
        title={t('practice_calendar')}
        definition={t('practice_calendarMeans')}
        aside={<UndoNote undoable={change} />}
      >
        <Switch label={t('practice_abroad')} isOn={kept.isAbroad} onChange={(isAbroad) => keep({ isAbroad })} />
        <CalendarStrip shopId={shopId} days={AHEAD_DAYS} isOpen />
        <Moments shopId={shopId} change={change} />
      </DashSection>
      <DashSection title={t('practice_capacity')} definition={t('practice_capacityMeans')}>
        <Capacity perDay={kept.perDay} onChange={(perDay) => keep({ perDay })} />
      </DashSection>
      <DashSection title={t('practice_levels')} definition={t('practice_levelsMean')}>
        <Levels levels={kept.levels} onChange={(levels) => keep({ levels })} />
      </DashSection>
      <DashSection title={t('practice_benefits')} definition={t('practice_benefitsMean')}>
        <Benefits chosen={kept.benefits ?? null} onChange={(benefits) => keep({ benefits })} />
      </DashSection>
      <DashSection title={t('practice_rights')} definition={t('practice_rightsMean')}>
        <RightsRegister shopId={shopId} change={change} />
      </DashSection>
      <DashSection title={t('practice_playbooks')} definition={t('practice_playbooksMean')}>
        <PlaybookTable
          choices={kept.playbooks}
          onChoose={(id, isOn) => keep({ playbooks: { ...kept.playbooks, [id]: isOn } })}
        />
      </DashSection>
      <DashSection title={t('practice_refused')} definition={t('practice_refusedMean')}>
        <RefusedList />
      </DashSection>
    </>
  );
}
