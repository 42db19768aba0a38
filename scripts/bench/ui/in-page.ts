/** What is timed inside a page of ours. Each function runs there alone: it names nothing of this file. */

/** Types a text as a person would, in one go. @returns ms until the handlers ran, and until `shown` was seen in the list or the status */
export async function type({
  text,
  shown,
}: {
  text: string;
  shown: string;
}): Promise<{ heard: number; answered: number }> {
  const box = document.querySelector<HTMLInputElement>('[role=combobox]')!;
  const isThere = () =>
    [...document.querySelectorAll('[role=option], output')].some((one) => (one.textContent ?? '').includes(shown));
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, text);
  box.setSelectionRange(text.length, text.length);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const heard = performance.now() - start;
  await new Promise<void>((resolve) => {
    if (isThere()) return resolve();
    const watcher = new MutationObserver(() => {
      if (!isThere()) return;
      watcher.disconnect();
      resolve();
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return { heard, answered: performance.now() - start };
}

/** Epoch ms at which something of this selector with this name is there. */
export async function seen({ selector, name }: { selector: string; name: string | null }): Promise<number> {
  const isThere = () => {
    const found = [...document.querySelectorAll(selector)].find(
      (one) => name === null || one.getAttribute('aria-label') === name,
    );
    return found !== undefined && found.checkVisibility({ visibilityProperty: true });
  };
  await new Promise<void>((resolve) => {
    if (isThere()) return resolve();
    const watcher = new MutationObserver(() => {
      if (!isThere()) return;
      watcher.disconnect();
      resolve();
    });
    watcher.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  });
  return performance.timeOrigin + performance.now();
}

/** Runs in the background: notes when a page's report came. */
export function noteReports(): void {
  const scope = globalThis as unknown as {
    lastReportAt: number;
    chrome: { runtime: { onMessage: { addListener(listener: (message: { name?: string }) => void): void } } };
  };
  scope.chrome.runtime.onMessage.addListener(({ name }) => {
    if (name === 'reportPage') scope.lastReportAt = performance.timeOrigin + performance.now();
  });
}

export function lastReportAt(): number {
  return (globalThis as unknown as { lastReportAt: number }).lastReportAt;
}

/** @returns epoch ms at which other buyers stood in the panel's list, and at which each of them had a tier */
export async function rowsChanged(): Promise<{ at: number; atTiers: number }> {
  const rows = () => [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const idsOf = () =>
    rows()
      .map((row) => row.dataset['row'])
      .join();
  const before = idsOf();
  const now = () => performance.timeOrigin + performance.now();
  let at = 0;
  return await new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (at === 0 && idsOf() !== before && rows().length > 0) at = now();
      // Beside the name stands the tier, in the second line why they are in it: one of them is there for everybody.
      const isUnknown = (row: Element) =>
        row.firstElementChild!.childElementCount < 3 && !row.lastElementChild!.textContent;
      if (at === 0 || rows().some(isUnknown)) return;
      watcher.disconnect();
      resolve({ at, atTiers: now() });
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
