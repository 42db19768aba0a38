import { Suspense } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useReplyLibrary } from '../hooks/useReplyLibrary.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { later } from '../ui/later.ts';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { LibraryContext } from './library-context.ts';
import type { ReplyContext } from './reply-context.ts';

// Fetched while the library is asked for, so that nobody waits for the one after the other.
const parts = import('./Replies.tsx');
const Replies = later(async () => (await parts).Replies);

interface Props {
  context: ReplyContext;
  /** The person asked for the words of the suggestion: its scene comes before the one the chat speaks of. */
  isAsked: boolean;
}

/** What to say, from the library that the background keeps. */
export function ReplySection({ context, isAsked }: Props) {
  const library = useReplyLibrary();
  if (library === undefined) return <Awaited />;
  if (library === null)
    return (
      <Section title={t('repliesTitle')}>
        <EmptyLine>{t('repliesUnavailable')}</EmptyLine>
      </Section>
    );
  return (
    <LibraryContext value={library}>
      <Suspense fallback={<Awaited />}>
        <Replies context={context} isAsked={isAsked} />
      </Suspense>
    </LibraryContext>
  );
}
