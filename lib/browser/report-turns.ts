/**
 * Which report of a frame is its last word. They are done in another order than they came: a page that asks to sign in needs no store, the
 * list before it does.
 */
export class ReportTurns {
  #turns = 0;
  /** Frame -> turn of the newest report that was shown. */
  readonly #shown = new Map<string, number>();

  /** Call it when a report comes, before anything is awaited. */
  begin(): number {
    this.#turns += 1;
    return this.#turns;
  }

  /** @returns false where a later report of the frame was shown already */
  mayShow({ tabId, frameId }: { tabId: number; frameId: number }, turn: number): boolean {
    const frame = `${tabId} ${frameId}`;
    if ((this.#shown.get(frame) ?? 0) > turn) return false;
    this.#shown.set(frame, turn);
    return true;
  }
}
