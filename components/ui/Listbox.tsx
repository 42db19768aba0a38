/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no tag makes a list of options whose keys are those of a box above it */
import { useEffect, useRef, type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import styles from './Listbox.module.css';

interface ListProps {
  id: string;
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Options to a box that holds the cursor and names the active one (`aria-activedescendant`). */
export function Listbox({ id, label, ...rest }: ListProps) {
  return <div {...rest} id={id} role="listbox" aria-label={label} />;
}

/** Options that belong together. */
export function OptionGroup({ label, ...rest }: Omit<ListProps, 'id'>) {
  return <div {...rest} role="group" aria-label={label} />;
}

interface OptionProps extends ComponentProps<'button'> {
  id: string;
  isActive: boolean;
}

/** One option: by a click, which leaves the cursor in the box, or by the keys of the box, which bring it into sight. */
export function Option({ isActive, className = '', ...rest }: OptionProps) {
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) option.current!.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <button
      {...rest}
      ref={option}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={`${styles.option} ${className}`}
      onMouseDown={keepCursor}
    />
  );
}

function keepCursor(event: MouseEvent): void {
  event.preventDefault();
}
