import { useEffect, useState, type ReactNode } from 'react';
import styles from './Together.module.css';

/** Nobody sees an empty place for longer. */
const PATIENCE_MS = 100;

/**
 * Parts that come one after the other move nothing under the eye: what stands above all that is still awaited is seen at once, what stands
 * below it when that is there, or patience is over.
 */
export function Together({ children }: { children: ReactNode }) {
  const [isPatient, setIsPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div className={isPatient ? styles.patient : ''}>{children}</div>;
}

/** Stands for a part that is not there yet. */
export function Awaited() {
  return <div hidden data-awaited />;
}
