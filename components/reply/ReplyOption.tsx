import type { ReactNode } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { ReplySuggestion } from '../../lib/replies/suggest-replies.ts';
import { tiers } from '../../lib/rules/tiers.ts';
import { variableLabel } from './variables.ts';
import styles from './ReplyOption.module.css';

interface Props {
  reply: ReplySuggestion;
  isChosen: boolean;
  onChoose: () => void;
  /** The editor, under the chosen one. */
  children?: ReactNode;
}

export function ReplyOption({ reply: { template, why }, isChosen, onChoose, children }: Props) {
  return (
    <li className={styles.option}>
      <button type="button" className={styles.choose} aria-expanded={isChosen} onClick={onChoose}>
        <span className={styles.label}>{labelText(template.label)}</span>
        <span className={styles.why}>{[t(`tone_${template.tone}`), ...why.flatMap(reasonText)].join(' · ')}</span>
      </button>
      {isChosen && children}
    </li>
  );
}

function reasonText(reason: ReplySuggestion['why'][number]): string[] {
  if (reason.kind === 'ready') return [t('replyReady')];
  if (reason.kind === 'needs') return [t('replyNeeds', reason.names.map(variableLabel).join(t('listSeparator')))];
  const tier = reason.kind === 'tier' ? tiers.find(({ id }) => id === reason.tierId) : undefined;
  return tier ? [t('replyForTier', labelText(tier.label))] : [];
}
