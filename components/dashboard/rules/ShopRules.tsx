import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { Note } from '../../ui/Note.tsx';
import { DashSection } from '../DashSection.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { useNow } from '../../hooks/useNow.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { AllowList } from './AllowList.tsx';
import { FileAdds } from './FileAdds.tsx';
import { OfferTable } from './OfferTable.tsx';
import { RulesTools } from './RulesTools.tsx';
import { parseRules, withChanges, type RulesFile } from './rules-file.ts';
import { rulesProblemText } from './rules-problem-text.ts';
import { useKeptRules, useShippedRules } from './useShopRules.ts';

/** What a shop adds to the compliance rules: by hand or by a file, in force at once, and taken back by one click. */
export function ShopRules({ shop }: { shop: ShopChoice }) {
  const { shopId } = shop;
  const shipped = useShippedRules();
  const kept = useKeptRules(shopId);
  const now = useNow();
  const change = useUndoable();
  /** What was changed just now: whoever clicks on need not wait for the store. */
  const [draft, setDraft] = useState<{ content: string | null } | null>(null);
  if (shipped === null) return <EmptyLine>{t('rulesNotRead')}</EmptyLine>;
  if (!shipped || !kept) return null;
  const { problem } = kept;
  // Once the store has it, or does not take it, the store has the word again.
  if (draft && (draft.content === kept.content || change.state === 'failed')) setDraft(null);
  const content = draft ? draft.content : kept.content;
  const file = parseRules(content);
  const keep = (next: string | null) => {
    setDraft({ content: next });
    change.run(() => toBackground.setShopRules({ shopId, content: next }));
  };
  const edit = (changes: Partial<RulesFile>) => keep(withChanges(file, changes, now));
  const own = file ? t('rulesOwnVersion', file.version) : t('rulesNone');
  return (
    <>
      <DashSection
        title={t('dash_rules')}
        definition={t('rulesMean')}
        ground={[t('rulesGround', shipped.rules.length, shipped.version), own].join(' · ')}
        aside={<UndoNote undoable={change} />}
      >
        <RulesTools shop={shop} content={content} onKeep={keep} />
        {problem && <Note tone="risk">{t('rulesBroken', rulesProblemText(problem).text)}</Note>}
      </DashSection>
      <DashSection title={t('rulesOffers')} definition={t('rulesOffersMean')}>
        <OfferTable policies={shipped.policies} offers={file?.offers ?? {}} onChange={(offers) => edit({ offers })} />
      </DashSection>
      <DashSection title={t('rulesAllow')} definition={t('rulesAllowMean')}>
        <AllowList allow={file?.allow ?? []} rules={shipped.rules} onChange={(allow) => edit({ allow })} />
      </DashSection>
      {file && <FileAdds file={file} shipped={shipped} />}
    </>
  );
}
