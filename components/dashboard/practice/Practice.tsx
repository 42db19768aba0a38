import { useRef, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ShopPractice } from '../../../lib/model/practice-event.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import type { ShopChoice, ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { useOwnNumbers } from '../../hooks/useOwnNumbers.ts';
import { usePractice } from '../../hooks/usePractice.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { CalendarStrip } from '../../today/CalendarStrip.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { Benefits } from './Benefits.tsx';
import { Capacity } from './Capacity.tsx';
import { ContactLimits } from './ContactLimits.tsx';
import { CouponLimits } from './CouponLimits.tsx';
import { Levels } from './Levels.tsx';
import { Moments } from './Moments.tsx';
import { PlaybookNumbers } from './PlaybookNumbers.tsx';
import { PlaybookTable } from './PlaybookTable.tsx';
import { RightsRegister } from './RightsRegister.tsx';
import { RefusedList } from './RefusedList.tsx';
import styles from './Practice.module.css';

/** The playbook whose numbers stand open at first: the one that most shops start with. */
const FIRST_EDITED = 'silent-wake';

/** Days of the calendar that this page looks ahead. */
const AHEAD_DAYS = 90;

/** What is done when: the calendar, the shop's own moments, a day's capacity, levels, and every playbook with its switch. */
export function Practice({ shop, insight }: { shop: ShopChoice; insight: ShopInsight }) {
  const { shopId } = shop;
  const stored = usePractice(shopId);
  const own = useOwnNumbers(shopId);
  const [playbookId, setPlaybookId] = useState(FIRST_EDITED);
  const editor = useRef<HTMLDivElement>(null);
  const change = useUndoable();
  /** What was changed just now: whoever clicks on need not wait for the store. */
  const [draft, setDraft] = useState<ShopPractice | null>(null);
  if (!stored || !own) return null;
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
      <ContactLimits shopId={shopId} own={own.contactLimits} />
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
          own={own}
          onChoose={(id, isOn) => keep({ playbooks: { ...kept.playbooks, [id]: isOn } })}
          onEdit={(id) => {
            setPlaybookId(id);
            editor.current?.scrollIntoView({ block: 'start' });
            editor.current?.querySelector('select')?.focus({ preventScroll: true });
          }}
        />
      </DashSection>
      <div ref={editor} className={styles.editor}>
        <PlaybookNumbers
          shop={shop}
          insight={insight}
          own={own}
          isOn={(id) => kept.playbooks[id] ?? playbooks.some((one) => one.id === id && one.isOn)}
          playbookId={playbookId}
          onPlaybook={setPlaybookId}
        />
      </div>
      <CouponLimits shop={shop} own={own.couponLimits} />
      <DashSection title={t('practice_refused')} definition={t('practice_refusedMean')}>
        <RefusedList />
      </DashSection>
    </>
  );
}
