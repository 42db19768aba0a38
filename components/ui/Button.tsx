import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface Props extends ComponentProps<'button'> {
  /** `primary`: the one thing to do next; `quiet`: beside it; `plain`: within a line of text. */
  look?: 'primary' | 'quiet' | 'plain';
}

export function Button({ look = 'quiet', type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className={`${styles.button} ${styles[look]}`} />;
}
