import { useLayoutEffect, type RefObject } from 'react';

interface Props {
  /** Where one types a name. */
  field: RefObject<HTMLInputElement | null>;
  /** Out of sight nothing is taken. */
  isShown: boolean;
  onText: (text: string) => void;
}

/** Takes a text that is pasted or dropped anywhere in the window, from the moment it is seen. One line for another field is that field's. */
export function usePastedText({ field, isShown, onText }: Props): void {
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isForField(event.target, text, field.current)) return;
      event.preventDefault();
      // The keys that come next choose a reply.
      field.current?.blur();
      onText(text);
    };
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      // A dropped file would take the window's place.
      event.preventDefault();
      onText(event.dataTransfer?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  });
}

/** A name is being edited, or a blank of a reply filled in. */
function isForField(target: EventTarget | null, text: string, ours: HTMLInputElement | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !text.trim().includes('\n') && (target !== ours || ours.value !== '');
}
