/** Answers the requests that Firefox makes, over WebDriver BiDi: nothing reaches the network. */

/** Null refuses the request. */
export type AnswerRequest = (url: URL) => { contentType: string; body: string | Uint8Array } | null;

interface Blocked {
  isBlocked: boolean;
  request: { request: string; url: string; headers: { name: string; value: { value: string } }[] };
}

/** From now on every http(s) request is answered or refused. */
export async function answerRequests(address: string, answer: AnswerRequest): Promise<void> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`nothing answers at ${address}`)), { once: true });
  });
  const waiting = new Map<number, (answer: object) => void>();
  let last = 0;
  const send = (method: string, params: object) => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise<object>((resolve) => waiting.set(id, resolve));
  };
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; method?: string; params: Blocked };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === 'network.beforeRequestSent' && message.params.isBlocked) void reply(message.params);
  });
  const reply = async ({ request }: Blocked) => {
    const url = new URL(request.url);
    if (!url.protocol.startsWith('http')) return await send('network.continueRequest', { request: request.request });
    const answered = answer(url);
    if (!answered) return await send('network.failRequest', { request: request.request });
    const origin = request.headers.find(({ name }) => name.toLowerCase() === 'origin')?.value.value;
    const headers = {
      'content-type': answered.contentType,
      ...(origin ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' } : {}),
    };
    return await send('network.provideResponse', {
      request: request.request,
      statusCode: 200,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value: { type: 'string', value } })),
      body: { type: 'base64', value: Buffer.from(answered.body).toString('base64') },
    });
  };
  await send('session.subscribe', { events: ['network.beforeRequestSent'] });
  await send('network.addIntercept', { phases: ['beforeRequestSent'] });
}
