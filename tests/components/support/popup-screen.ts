/** The popup as a person meets it: its box, what is offered below, what it says. */
import { fireEvent, screen, within } from '@testing-library/react';

export const box = () => screen.getByRole<HTMLInputElement>('combobox');
export const options = (group: string) => within(screen.getByRole('group', { name: group })).getAllByRole('option');
export const active = () => document.querySelector(`[id="${box().getAttribute('aria-activedescendant')}"]`);
export const press = (key: string, init = {}) => fireEvent.keyDown(box(), { key, ...init });
export function type(value: string) {
  fireEvent.change(box(), { target: { value } });
  box().setSelectionRange(value.length, value.length);
  fireEvent.select(box());
}
export const status = () => screen.getByText((_, element) => element?.id === box().getAttribute('aria-describedby'));
