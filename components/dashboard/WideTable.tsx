import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import table from './table.module.css';

interface Props {
  label: string;
  /** What stands above it and stays there while it is scrolled: the same as the table's own caption, which is read out. */
  caption?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A table, or a chart, that is scrolled within its own place: where it does not fit that is said, and keys scroll it, too. */
export function WideTable({ label, caption, className, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const hintId = useId();
  const [{ isWide, isScrolled }, setFit] = useState({ isWide: false, isScrolled: false });
  useLayoutEffect(() => {
    const { current } = place;
    const measure = () => {
      const wide = current!.scrollWidth > current!.clientWidth;
      const scrolled = wide || current!.scrollHeight > current!.clientHeight;
      setFit((before) =>
        before.isWide === wide && before.isScrolled === scrolled ? before : { isWide: wide, isScrolled: scrolled },
      );
    };
    const resized = new ResizeObserver(measure);
    resized.observe(current!);
    for (const child of current!.children) resized.observe(child);
    measure();
    return () => resized.disconnect();
  }, []);
  // Where all of it is in sight it is no stop of the keyboard, and no place of its own.
  const scrolled = { tabIndex: 0, 'aria-label': label, ...(isWide && { 'aria-describedby': hintId }) };
  return (
    <>
      {caption !== undefined && (
        <p className={table.caption} aria-hidden>
          {caption}
        </p>
      )}
      {isWide && (
        <p id={hintId} className={table.hint}>
          {t('wideTable')}
        </p>
      )}
      <section
        ref={place}
        className={className ? `${table.scroll} ${className}` : table.scroll}
        {...(isScrolled && scrolled)}
      >
        {children}
      </section>
    </>
  );
}
