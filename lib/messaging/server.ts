/** The receiving end: who sent it, is it well-formed, then the handler. */
import { commandIdIn, type Command } from '../model/command.ts';
import type { Border, Handlers, Sender } from './protocol.ts';

/** Says whether a sender belongs to the group whose messages it sends. */
export type SenderCheck = (sender: Sender, extension: { id: string; origin: string }) => boolean;

/** The script of a page in a tab of ours, on a seller's host. */
export const isPageScript: SenderCheck = (sender, { id, origin }) =>
  sender.id === id &&
  sender.tab !== undefined &&
  !(sender.url ?? '').startsWith(origin) &&
  /^https:\/\/([\w-]+\.)*(jd|taobao|tmall)\.com\//.test(sender.url ?? '');

/** Any page of ours. */
export const isAnyOwnPage: SenderCheck = (sender, { id, origin }) =>
  sender.id === id && (sender.url ?? '').startsWith(origin);

/** The page of the guided tour: what it asks for is done to the sample. */
export const isTourPage: SenderCheck = (sender, extension) =>
  isAnyOwnPage(sender, extension) && /^tour\.html(?:[?#]|$)/.test(sender.url!.slice(extension.origin.length));

/** One of our own pages that speak of the shop: panel, popup, or one of them in a tab. */
export const isOwnPage: SenderCheck = (sender, extension) =>
  isAnyOwnPage(sender, extension) && !isTourPage(sender, extension);

/** A group of messages with its borders and its handlers. */
export interface Service {
  borders: Record<string, Border>;
  isAllowed: SenderCheck;
  handlers: Record<string, (input: never, sender: Sender, command: Command) => Promise<unknown>>;
}

/** Ties a group's handlers to its borders; a missing or misspelt handler does not compile. */
export function service<Group extends Record<string, Border>>(
  borders: Group,
  isAllowed: SenderCheck,
  handlers: Handlers<Group>,
): Service {
  return { borders, isAllowed, handlers };
}

/**
 * Makes the listener for `browser.runtime.onMessage`. Messages of other groups are left to other listeners.
 * @returns undefined for a message that is not ours; otherwise the handler's promise, rejected with a plain Error that says
 * what was expected (the sender sees its message)
 */
export function listener(services: readonly Service[], extension: { id: string; origin: string }) {
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    const { name, input, commandId } = (message ?? {}) as { name?: unknown; input?: unknown; commandId?: unknown };
    if (typeof name !== 'string') return undefined;
    const known = services.filter((candidate) => Object.hasOwn(candidate.borders, name));
    if (known.length === 0) return undefined;
    return answer(known, { name, input, commandId }, sender, extension);
  };
}

async function answer(
  known: readonly Service[],
  { name, input, commandId = crypto.randomUUID() }: { name: string; input: unknown; commandId: unknown },
  sender: Sender,
  extension: { id: string; origin: string },
): Promise<unknown> {
  const found = known.find(({ isAllowed }) => isAllowed(sender, extension));
  if (!found) throw new Error(`message ${name} is not for this sender`);
  const asked = checked(found.borders[name]!, name, input);
  const command = { id: checked(commandIdIn, name, commandId) as string, at: Date.now() };
  try {
    // Nothing is an answer, too: without one the sender knows that nobody was there to the end.
    return (await found.handlers[name]!(asked as never, sender, command)) ?? null;
  } catch (error) {
    throw plainError(error);
  }
}

/** Errors of the store's library are none to the browser: of those it passes on that there was one, and nothing else. */
function plainError(error: unknown): Error {
  const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
  return new Error(name === 'Error' ? message : `${name}: ${message}`, { cause: error });
}

function checked(border: Border, name: string, input: unknown): unknown {
  try {
    return border(input);
  } catch (error) {
    throw new Error(`message ${name}: ${(error as Error).message}`, { cause: error });
  }
}
