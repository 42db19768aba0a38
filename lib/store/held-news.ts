/** Of all pages that wait for a store which an older page holds open, the browser tells the first alone: it tells the others. */

/** @param hear called when the store is held open; `opening` waits for it */
export function passOnHeld(opening: IDBOpenDBRequest, name: string, hear: () => void): void {
  const channel = new BroadcastChannel(`${name} held open`);
  let isHeld = false;
  const tell = () => channel.postMessage('held');
  opening.addEventListener('blocked', () => {
    isHeld = true;
    tell();
  });
  channel.addEventListener('message', ({ data }) => {
    if (data === 'held') hear();
    else if (isHeld) tell();
  });
  channel.postMessage('waiting');
  for (const end of ['success', 'error']) opening.addEventListener(end, () => channel.close());
}
