/** Of all pages that wait for a store which an older page holds open, the browser tells the first alone: it tells the others. */

/** @param hear called when the store is held open; `opening` waits for it */
export function passOnHeld(opening: IDBOpenDBRequest, name: string, hear: () => void): void {
  const channel = new BroadcastChannel(`${name} held open`);
  let isHeld = false;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
  const tell = (news: 'held' | 'waiting') => channel.postMessage(news);
  opening.addEventListener('blocked', () => {
    isHeld = true;
    tell('held');
  });
  channel.addEventListener('message', ({ data }) => {
    if (data === 'held') hear();
    else if (isHeld) tell('held');
  });
  tell('waiting');
  for (const end of ['success', 'error']) opening.addEventListener(end, () => channel.close());
}
