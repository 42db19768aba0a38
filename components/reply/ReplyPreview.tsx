import type { Finding } from '../../lib/compliance/lint.ts';
import type { RenderedReply } from '../../lib/replies/render.ts';
import { markedPieces } from './marked-text.ts';
import { useLibrary, variableLabel } from './library-context.ts';
import styles from './ReplyPreview.module.css';

/** The text as the buyer would read it: what was filled in stands out, so does what is missing or objected to. */
export function ReplyPreview({ rendered, findings }: { rendered: RenderedReply; findings: readonly Finding[] }) {
  const library = useLibrary();
  return (
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
  );
}
