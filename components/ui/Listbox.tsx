/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no tag makes a list of options whose keys are those of a box above it */
import type { ComponentProps, ReactNode } from 'react';

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

/** One option: by a click, or by the keys of the box. */
export function Option({ isActive, ...rest }: OptionProps) {
  return <button {...rest} type="button" role="option" tabIndex={-1} aria-selected={isActive} />;
}
