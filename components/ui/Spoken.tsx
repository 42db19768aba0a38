import styles from './Spoken.module.css';

/** Read out whenever it changes: what the eye sees change by itself. It stays where it is, or nothing would be read. */
export function Spoken({ text }: { text: string }) {
  return <output className={styles.spoken}>{text}</output>;
}
