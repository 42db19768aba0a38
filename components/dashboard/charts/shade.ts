/** Grounds behind numbers: the darker, the larger. The number stands in the cell, so nothing is told by colour alone. */
import styles from './shade.module.css';

const shades = [styles.shade0, styles.shade1, styles.shade2, styles.shade3, styles.shade4];

/** @param share 0..1; nothing has no ground */
export function shadeOf(share: number): string {
  return share > 0 ? (shades[Math.min(shades.length - 1, Math.floor(share * shades.length))] ?? '') : '';
}
