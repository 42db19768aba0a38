import { t } from '../../lib/browser/i18n.ts';
import { useReplyLibrary } from '../hooks/useReplyLibrary.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Section } from '../ui/Section.tsx';
import { Replies } from './Replies.tsx';
import { LibraryContext } from './library-context.ts';
import type { ReplyContext } from './reply-context.ts';

interface Props {
  context: ReplyContext;
  /** The person asked for the words of the suggestion: its scene comes before the one the chat speaks of. */
  isAsked: boolean;
}

/** What to say, from the library that the background keeps. */
export function ReplySection({ context, isAsked }: Props) {
  const library = useReplyLibrary();
  if (library === undefined) return null;
  if (library === null)
    return (
      <Section title={t('repliesTitle')}>
        <EmptyLine>{t('repliesUnavailable')}</EmptyLine>
      </Section>
    );
  return (
    <LibraryContext value={library}>
      <Replies context={context} isAsked={isAsked} />
    </LibraryContext>
  );
}
