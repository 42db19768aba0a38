import { t } from '../../lib/browser/i18n.ts';
import { promisesToKeep } from '../../lib/replies/promise.ts';
import { structureOf, type StructureName } from '../../lib/replies/structure.ts';
import { useNow } from '../hooks/useNow.ts';
import { minuteText } from '../words/times.ts';
import { useLibrary } from './library-context.ts';
import styles from './ReplyChecks.module.css';

interface Props {
  text: string;
  /** The scene is one in which an answer needs its four parts. */
  isStructured: boolean;
}

const parts: readonly StructureName[] = ['apology', 'solution', 'deadline', 'owner'];

/** Which parts an answer to a complaint has, and what it promises. */
export function ReplyChecks({ text, isStructured }: Props) {
  const { structureParts, promiseRules } = useLibrary();
  const now = useNow();
  const structure = structureOf(text, structureParts, now);
  const promises = promisesToKeep(text, promiseRules, now);
  return (
    <>
      {isStructured && (
        <ul className={styles.parts} aria-label={t('structureTitle')}>
          {parts.map((part) => (
            <li key={part} className={structure.has[part] ? styles.there : styles.missing}>
              <span aria-hidden>{structure.has[part] ? '✓' : '○'}</span>
              <span title={t(structure.has[part] ? 'partThere' : 'partMissing', t(`part_${part}`))}>
                {t(`part_${part}`)}
              </span>
            </li>
          ))}
          {!structure.isInOrder && <li className={styles.order}>{t('solutionBeforeApology')}</li>}
        </ul>
      )}
      {promises.map(({ what, dueAt }) => (
        <p key={`${what} ${dueAt}`} className={styles.promise}>
          {t('promiseFound', t(`promise_${what}`), minuteText(dueAt, now))}
        </p>
      ))}
    </>
  );
}
