/** Firefox by Marionette, the protocol beneath its WebDriver: messages of `<bytes>:<json>` over a socket. */
import { connect, type Socket } from 'node:net';

export interface Marionette {
  /** @throws Error with what Firefox says went wrong */
  send<Answer = unknown>(command: string, parameters?: object): Promise<Answer>;
  close(): void;
}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** @throws Error when nothing listens at the port */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isGreeted = false;
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readMessages(socket, (message) => {
      if (!isGreeted) {
        isGreeted = true;
        return resolve();
      }
      const [, id, error, answer] = message as [1, number, { error: string; message: string } | null, never];
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(new Error(`Firefox: ${error.error}: ${error.message}`));
      else one?.resolve(answer);
    });
  });
  await greeted;
  return {
    send(command, parameters = {}) {
      last += 1;
      const id = last;
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    close: () => socket.destroy(),
  };
}

function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const colon = rest.indexOf(':');
      const length = colon < 0 ? Number.NaN : Number(rest.subarray(0, colon).toString());
      if (Number.isNaN(length) || rest.length < colon + 1 + length) return;
      onMessage(JSON.parse(rest.subarray(colon + 1, colon + 1 + length).toString()));
      rest = rest.subarray(colon + 1 + length);
    }
  });
}
