import { createContext, use, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './Together.module.css';

/** Nobody sees an empty place for longer. */
const PATIENCE_MS = 100;

const Waiting = createContext<((step: 1 | -1) => void) | null>(null);

/** Parts that come one after the other are seen at once: until the last is there, or patience is over, none is, so that nothing moves under the eye. */
export function Together({ children }: { children: ReactNode }) {
  const [isSeen, setIsSeen] = useState(false);
  const awaited = useRef(0);
  const note = useCallback((step: 1 | -1) => {
    awaited.current += step;
    // What takes the place of one that came may itself be waiting.
    queueMicrotask(() => {
      if (awaited.current === 0) setIsSeen(true);
    });
  }, []);
  useLayoutEffect(() => {
    if (awaited.current === 0) setIsSeen(true);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setIsSeen(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Waiting value={note}>
      <div className={isSeen ? '' : styles.unseen}>{children}</div>
    </Waiting>
  );
}

/** Stands for a part that is not there yet. */
export function Awaited() {
  const note = use(Waiting);
  useLayoutEffect(() => {
    note?.(1);
    return () => note?.(-1);
  }, [note]);
  return null;
}
