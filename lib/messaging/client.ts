/** The sending end. Types only: a page's script does not carry the schemas for it. */
import { RefusedError } from '../model/refused.ts';
import type { Outputs } from './answers.ts';
import type { FromPage, FromUi, Input, OfSample, ToPage } from './protocol.ts';

interface Message {
  name: string;
  input: unknown;
  /** The same again when it is sent again. */
  commandId?: string;
}

type Send = (message: Message) => Promise<unknown>;
type Client<Group> = { [Name in keyof Group & keyof Outputs]: (input: Input<Group, Name>) => Promise<Outputs[Name]> };

/**
 * @param send carries one message and brings the answer, such as `browser.runtime.sendMessage`
 * @returns one function per message of the group
 */
function client<Group>(send: Send): Client<Group> {
  return new Proxy({} as Client<Group>, {
    get: (_, name: string) => (input: unknown) => send({ name, input }),
  });
}

/** For the script in a seller's page. No answer, not even null, says that the background was stopped: what it was told is not stored. */
export function pageClient(send: Send): Client<FromPage> {
  return client<FromPage>(async (message) => {
    const answer = await send(message);
    if (answer === undefined) throw new Error(`expected an answer to ${message.name}, found none`);
    return answer;
  });
}

/** For panel and popup. Where the background was stopped before it answered it is asked again: under the same id it does nothing twice. */
export function uiClient(send: Send): Client<FromUi> {
  return client<FromUi>(async (message) => await answered(send, { ...message, commandId: crypto.randomUUID() }));
}

/** For any page of ours, about the tour's sample. */
export function sampleClient(send: Send): Client<OfSample> {
  return client<OfSample>(send);
}

/** For the panel, to the page in one tab. */
export function tabClient(send: Send): Client<ToPage> {
  return client<ToPage>(send);
}

const MOST_TRIES = 4;
/** A stopped worker starts when it is asked; the browser may still be ending the one before. */
const BETWEEN_TRIES_MS = 150;
/** How browsers say that whoever was asked is gone; some say it by no answer at all. */
const GONE = /(channel|port) (?:is )?closed before|receiving end does not exist|went out of scope/i;

async function answered(send: Send, message: Message): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await send(message);
      if (answer !== undefined) return answer;
      if (tries === MOST_TRIES)
        throw new RefusedError(
          'noAnswer',
          `expected an answer to ${message.name}, found none: close this page and open it again`,
        );
    } catch (error) {
      if (tries === MOST_TRIES || !GONE.test(String((error as Error | null)?.message))) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS * tries));
  }
}
