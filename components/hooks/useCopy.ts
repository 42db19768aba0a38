import { useState } from 'react';

/** Puts a text into the clipboard, on a click. @returns false where the browser refuses */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What became of the last copy, for as long as the screen shows the same thing. */
export function useCopy() {
  const [state, setState] = useState<'copied' | 'refused' | null>(null);
  return {
    state,
    copy: async (text: string) => setState((await copyText(text)) ? 'copied' : 'refused'),
  };
}
