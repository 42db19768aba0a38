import { useState, type KeyboardEvent } from 'react';
import { readLine } from '../../lib/views/segments/segment-language.ts';
import { useTags } from '../hooks/useTags.ts';
import { isComposing } from '../hooks/ime.ts';
import { offeredAt, type Offered } from './completions.ts';

export interface QueryBoxState {
  /** As it stands in the box, what an input method is composing among it. */
  text: string;
  /** Without that. */
  settled: string;
  caret: number;
}

const empty: QueryBoxState = { text: '', settled: '', caret: 0 };

/** One box for everything: its text, what that says, what may be written next, and which of all options is chosen. */
export function useQueryBox() {
  const [state, setState] = useState(empty);
  /** Chosen by the arrow keys; null leaves it to what Enter would take by itself. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [isClosed, setIsClosed] = useState(false);
  const line = readLine(state.settled);
  // Read when one is asked for, and not before.
  const tags = useTags(line.namesTag);
  const open = offeredAt(state.settled, state.caret, line, tags);
  const offered: Offered = isClosed ? { ...open, options: [] } : open;

  const change = (next: QueryBoxState) => {
    setState(next);
    setChosen(null);
    setIsClosed(false);
  };
  const write = (text: string, caret = text.length) => change({ text, settled: text, caret });
  const replace = (start: number, end: number, by: string) =>
    write(`${state.settled.slice(0, start)}${by}${state.settled.slice(end)}`, start + by.length);

  return {
    state,
    line,
    offered,
    chosen,
    write,
    replace,
    type: (text: string, caret: number, isComposed: boolean) =>
      change(isComposed ? { text, settled: text, caret } : { ...state, text }),
    /** The cursor goes back to the box. */
    goOn: () => setState({ ...state }),
    moveCaret: (caret: number) => {
      if (caret !== state.caret) setState({ ...state, caret });
    },
    accept(index: number) {
      const option = offered.options[index];
      if (option) replace(offered.start, offered.end, option.insert);
    },
    /**
     * @param options how many there are in all, what may be written before who was found
     * @param active which one Enter takes; null for none
     */
    press(event: KeyboardEvent, options: number, active: number | null, take: (index: number) => void) {
      if (isComposing(event.nativeEvent)) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isWord = active !== null && active < offered.options.length;
      if (step !== undefined && options > 0) {
        const next = (active ?? (step > 0 ? -1 : options)) + step;
        setChosen(Math.min(options - 1, Math.max(0, next)));
      } else if (event.key === 'Enter' && active !== null) take(active);
      else if (event.key === 'Tab' && !event.shiftKey && isWord) take(active);
      else if (event.key === 'Escape' && (offered.options.length > 0 || chosen !== null)) {
        setChosen(null);
        setIsClosed(true);
      } else if (event.key === 'Escape' && state.text !== '') write('');
      else return;
      event.preventDefault();
    },
  };
}
