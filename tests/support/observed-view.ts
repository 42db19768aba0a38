/** A page's window as the observer meets it, without a network: what is asked for is answered from a table. */

type View = Window & typeof globalThis;

export interface Answered {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where it led, when not to the address itself. */
  url?: string;
}

/**
 * @param answer what an address is answered; it throws for one that cannot be reached
 * @param touched gets the name of everything of an answer that is looked at
 */
export function observedView(answer: (url: string) => Answered, touched: string[] = []): View {
  class TouchyResponse extends Response {
    override clone(): Response {
      touched.push('clone');
      return super.clone();
    }
    override get body() {
      touched.push('body');
      return super.body;
    }
  }

  /** As much of the real one as a page and the observer use. */
  class FakeRequest extends EventTarget {
    responseTypeGiven: XMLHttpRequestResponseType = '';
    #url = '';
    #answered: Answered | null = null;
    open(_method: string, url: string | URL): void {
      this.#url = new URL(url, 'https://shop.jd.com/jdm/').href;
      this.#answered = null;
    }
    send(_body?: unknown): void {
      this.#answered = answer(this.#url);
      this.dispatchEvent(new Event('load'));
    }
    get responseURL(): string {
      return this.#answered?.url ?? this.#url;
    }
    get responseType(): XMLHttpRequestResponseType {
      return this.responseTypeGiven;
    }
    set responseType(type: XMLHttpRequestResponseType) {
      this.responseTypeGiven = type;
    }
    get responseText(): string {
      touched.push('responseText');
      if (this.responseTypeGiven !== '' && this.responseTypeGiven !== 'text') throw new Error('InvalidStateError');
      return new TextDecoder().decode(this.#answered?.bytes);
    }
    get response(): unknown {
      touched.push('response');
      const bytes = this.#answered!.bytes;
      if (this.responseTypeGiven === 'arraybuffer') return bytes.buffer;
      if (this.responseTypeGiven === 'blob') return new Blob([bytes]);
      if (this.responseTypeGiven === 'json') return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
      return new TextDecoder().decode(bytes);
    }
  }
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const { bytes, url } = answer(
      String(input instanceof Request ? input.url : new URL(input, 'https://shop.jd.com/jdm/')),
    );
    const response = new TouchyResponse(bytes);
    Object.defineProperty(response, 'url', { value: url ?? '' });
    return response;
  };
  const view = Object.assign(new EventTarget(), {
    fetch,
    Request,
    Response: TouchyResponse,
    Promise,
    Blob,
    EventTarget,
    Event,
    MessageEvent,
    MessageChannel,
    URL,
    TextDecoder,
    JSON,
    XMLHttpRequest: FakeRequest,
    document: { baseURI: 'https://shop.jd.com/jdm/', scripts: [] },
  });
  return view as unknown as View;
}
