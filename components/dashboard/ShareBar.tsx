import styles from './ShareBar.module.css';

/** A bar beside a number that says the same. @param share 0..1 of the full length */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.ground} width="100" height="8" />
      <rect className={styles.share} width={Math.max(0, Math.min(1, share)) * 100} height="8" />
    </svg>
  );
}
