import { t } from '../../lib/browser/i18n.ts';
import type { Finding } from '../../lib/compliance/lint.ts';
import type { FilledReply } from '../../lib/replies/fill-fields.ts';
import type { RenderedReply } from '../../lib/replies/render.ts';
import { useNow } from '../hooks/useNow.ts';
import { agoText } from '../words/times.ts';
import { markedPieces } from './marked-text.ts';
import { useLibrary, variableLabel } from './library-context.ts';
import styles from './ReplyPreview.module.css';

interface Props extends Pick<FilledReply, 'seen'> {
  rendered: RenderedReply;
  findings: readonly Finding[];
}

/** The text as the buyer would read it: what was filled in stands out, so does what is missing or objected to; and how fresh it is. */
export function ReplyPreview({ rendered, findings, seen }: Props) {
  const library = useLibrary();
  const now = useNow();
  return (
    <>
      <blockquote lang="zh-CN" className={styles.preview}>
        {markedPieces(rendered.parts, findings, (name) => variableLabel(library, name)).map((piece) => {
          const className = `${styles[piece.kind]} ${piece.severity ? styles[piece.severity] : ''}`;
          return piece.kind === 'text' ? (
            <span key={piece.start} className={className}>
              {piece.text}
            </span>
          ) : (
            <mark key={piece.start} className={className}>
              {piece.text}
            </mark>
          );
        })}
      </blockquote>
      {Object.entries(seen).map(([name, at]) => (
        <p key={name} className={styles.seen}>
          {t('valueSeen', variableLabel(library, name), agoText(at, now))}
        </p>
      ))}
    </>
  );
}
