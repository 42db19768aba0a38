/** The panel beside a chat, and what a person does with the replies in it. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import './patience.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './seller-screen.tsx';

/** A shop in which the buyer of the chat has bought once. */
export async function startChat(): Promise<SellerScreen> {
  const seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 5)]));
  return seller;
}

export async function openChat(
  seller: SellerScreen,
  text: string,
  changes: { settled?: boolean; editor?: boolean } = {},
): Promise<void> {
  await seller.visit(chatReport(['wd_sunshine'], { messages: [{ from: 'buyer', text }], ...changes }));
  seller.openPanel();
  await screen.findByRole('region', { name: '话术' });
}

export const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

/** Chooses a reply by its label. */
export function choose(label: RegExp): void {
  fireEvent.click(screen.getByRole('button', { name: label }));
}

export function fields(): HTMLInputElement[] {
  return screen.getAllByPlaceholderText<HTMLInputElement>(/^如 /);
}

/** Every text is checked before it may be used. */
export const usable = async (name: string) =>
  await waitFor(() => {
    expect(button(name).disabled).toBe(false);
    expect(button(name).getAttribute('aria-disabled')).toBe('false');
  });

/** What a reply is called, without the mark before it. */
export const nameIn = (option: HTMLElement) => option.querySelector('span')!.lastChild!.textContent;
