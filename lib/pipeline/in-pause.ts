/**
 * Work that is asked for again and again while somebody leafs or talks waits for a pause.
 * @param pauseMs so long nobody asked for it
 * @param mostMs so long after it was first asked for it is done anyway
 * @returns asks for the work: it is done once for all who asked since it was last done
 */
export function inPause(pauseMs: number, mostMs: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstAt = 0;
  return () => {
    const now = performance.now();
    if (timer === null) firstAt = now;
    else clearTimeout(timer);
    const leftMs = firstAt + mostMs - now;
    timer = setTimeout(
      () => {
        timer = null;
        work();
      },
      Math.min(pauseMs, Math.max(leftMs, 0)),
    );
  };
}
