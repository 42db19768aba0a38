/** The sending end. Types only: a page's script does not carry the schemas for it. */
import type { FromPage, FromUi, Input, OfSample, Outputs, ToPage } from './protocol.ts';

type Send = (message: { name: string; input: unknown }) => Promise<unknown>;
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

/** For the script in a seller's page. */
export function pageClient(send: Send): Client<FromPage> {
  return client<FromPage>(send);
}

/** For panel and popup. */
export function uiClient(send: Send): Client<FromUi> {
  return client<FromUi>(send);
}

/** For any page of ours, about the tour's sample. */
export function sampleClient(send: Send): Client<OfSample> {
  return client<OfSample>(send);
}

/** For the panel, to the page in one tab. */
export function tabClient(send: Send): Client<ToPage> {
  return client<ToPage>(send);
}
