import { labelText, t } from '../../../lib/browser/i18n.ts';
import { UNUSED_DAYS } from '../../../lib/replies/own-templates.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { useNow } from '../../hooks/useNow.ts';
import { sceneLabel, textWithBlanks, tierLabel, useLibrary, variableLabel } from '../../reply/library-context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { agoText } from '../../words/times.ts';
import type { LibraryRow } from './library-rows.ts';
import styles from './ReplyLibrary.module.css';

interface Props {
  row: LibraryRow;
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** One reply: what it is called, what it says, how it fared, and what may be done with it. */
export function LibraryItem({ row: { template, own, usage, retirement }, onEdit, onCopy, onRemove }: Props) {
  const library = useLibrary();
  const now = useNow();
  const name = labelText(template.label);
  const facts = [
    template.platforms.length > 1 ? t('libBoth') : t(`platform_${template.platforms[0]!}`),
    template.tierIds.length > 0 && t('replyForTier', template.tierIds.map(tierLabel).join(t('listSeparator'))),
    template.stages.length > 0 &&
      t('replyForStage', template.stages.map((stage) => t(`stage_${stage}`)).join(t('listSeparator'))),
    template.variables.length > 0 &&
      t('libAsks', template.variables.map((one) => variableLabel(library, one)).join(t('listSeparator'))),
    usage ? t('libUsedTimes', usage.uses) : t('libNeverUsed'),
    usage && t('libLastUsed', agoText(usage.lastUsedAt, now)),
    usage && usage.awaited > 0 && t('libAnswered', usage.answered, usage.awaited),
    usage && usage.judged > 0 && t('libOutcome', usage.boughtAgain, usage.judged),
    template.owner !== null && own && t('libOwnerIs', template.owner),
    template.expiresDay !== null && t('libExpires', formatDay(template.expiresDay)),
    template.source,
  ];
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <strong className={styles.name}>{name}</strong>
        <Badge tone="plain">{sceneLabel(library, template.scene)}</Badge>
        <Badge tone="plain" isOutline>
          {t(`tone_${template.tone}`)}
        </Badge>
        {template.group && <Badge tone="calm">{template.group}</Badge>}
        {retirement && <Badge tone="watch">{t(`libState_${retirement}`, UNUSED_DAYS)}</Badge>}
        <span className={styles.actions}>
          {own && (
            <Button look="plain" aria-label={t('libEditOf', name)} onClick={onEdit}>
              {t('libEdit')}
            </Button>
          )}
          <Button look="plain" aria-label={t('libCopyOf', name)} onClick={onCopy}>
            {t('libCopy')}
          </Button>
          {own && (
            <Button look="plain" aria-label={t('libDeleteOf', name)} onClick={onRemove}>
              {t('libDelete')}
            </Button>
          )}
        </span>
      </div>
      <p lang="zh-CN" className={styles.text}>
        {textWithBlanks(library, template.text)}
      </p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
