import styles from './Figure.module.css';

interface Props {
  name: string;
  value: string;
  /** Where the value is told roundly: the whole figure, for the pointer. */
  exact?: string;
  definition: string;
}

/** One number with what it means under it; within a `dl`. */
export function Figure({ name, value, exact, definition }: Props) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value} title={exact}>
        {value}
      </dd>
      <dd className={styles.definition}>{definition}</dd>
    </div>
  );
}
