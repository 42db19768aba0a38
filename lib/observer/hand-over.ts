/**
 * How what is observed in the page's own world gets to our script beside it. Both run before the first script of the page; the one
 * end of a message channel goes from hand to hand in an event that nobody else can hear yet. From then on the page has no name, no
 * node and no event to listen to or to speak up in our place with.
 *
 * Not protected: the page can tell that its functions are wrapped, and a page that means to can feed them, as it can paint what it
 * likes. So what comes is believed no more than the page itself and checked row by row.
 */
const OFFER = 'liuke:offer';
const READY = 'liuke:ready';

type View = Window & typeof globalThis;

/** In the page's world. @returns our end, whose other end is offered until it is taken */
export function offerPort(view: View): MessagePort {
  const { port1, port2 } = new view.MessageChannel();
  const offer = () => !view.dispatchEvent(new view.MessageEvent(OFFER, { ports: [port2], cancelable: true }));
  if (!offer()) view.addEventListener(READY, offer, { once: true });
  return port1;
}

/** In our own world. An offer that comes once the page has scripts is not ours. */
export function takePort(view: View, onPort: (port: MessagePort) => void): void {
  const take = (event: Event) => {
    const [port] = (event as MessageEvent).ports ?? [];
    if (view.document.scripts.length > 0 || !port) return;
    event.preventDefault();
    view.removeEventListener(OFFER, take);
    onPort(port);
  };
  view.addEventListener(OFFER, take);
  view.dispatchEvent(new view.Event(READY));
}

/** Where our two scripts of one page meet: a name in our own world, which the page does not see. */
interface OurWorld {
  liukeObserverPort?: MessagePort;
}

export function keepPort(world: object, port: MessagePort): void {
  (world as OurWorld).liukeObserverPort = port;
}

/** Null where precise mode was off when the page was loaded. */
export function keptPort(world: object): MessagePort | null {
  return (world as OurWorld).liukeObserverPort ?? null;
}
