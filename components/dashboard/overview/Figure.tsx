import styles from './Figure.module.css';

interface Props {
  name: string;
  value: string;
  definition: string;
}

/** One number with what it means under it; within a `dl`. */
export function Figure({ name, value, definition }: Props) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.definition}>{definition}</dd>
    </div>
  );
}
