import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { isComposing } from '../hooks/ime.ts';
import { later } from '../ui/later.ts';

const SegmentPeek = later(async () => (await import('./SegmentPeek.tsx')).SegmentPeek);

interface Props {
  shopId: string | null | undefined;
  onCopy: (query: string) => void;
  /** The segment is to be opened in the panel. */
  onOpenPanel: (query: string) => void;
  children: ReactNode;
}

const all = () => Array.from(document.querySelectorAll<HTMLElement>('main [data-segment]'));

/** @returns false where there is no segment at that place */
export function focusSegment(place: number): boolean {
  const row = all()[place];
  row?.focus();
  return row !== undefined;
}

/** The segments by keys: arrows walk, → peeks at the first five, C copies the platform's filter, Enter opens in the panel; any other letter is typed. */
export function SegmentKeys({ shopId, onCopy, onOpenPanel, children }: Props) {
  const [peeked, setPeeked] = useState<string | null>(null);
  const press = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const query = target instanceof HTMLElement ? target.dataset['segment'] : undefined;
    const box = document.querySelector<HTMLElement>('[role=combobox]');
    if (query === undefined) return;
    const at = all().indexOf(target as HTMLElement);
    if (key === 'ArrowDown') focusSegment(Math.min(at + 1, all().length - 1));
    else if (key === 'ArrowUp' && at === 0) box?.focus();
    else if (key === 'ArrowUp') focusSegment(at - 1);
    else if (key === 'ArrowRight') setPeeked(query);
    else if (key === 'ArrowLeft' || (key === 'Escape' && peeked !== null)) setPeeked(null);
    else if (key.toLowerCase() === 'c') onCopy(query);
    else if (key === 'Enter') onOpenPanel(query);
    else {
      // It is written where one writes.
      if (key.length === 1 && key !== ' ') box?.focus();
      return;
    }
    event.preventDefault();
  };
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <>
      {children}
      <Suspense fallback={null}>
        {peeked !== null && shopId !== undefined && <SegmentPeek key={peeked} shopId={shopId} query={peeked} />}
      </Suspense>
    </>
  );
}
