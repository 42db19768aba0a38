import { useEffect, useRef, useState } from 'react';
import { ownChatNames } from '../../lib/browser/companion-window.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { MAX_PASTE_CHARS } from '../../lib/model/limits.ts';
import type { PastedPerson } from '../../lib/model/pasted.ts';
import {
  currentOf,
  FORGET_AFTER_MS,
  forgetting,
  moved,
  nextForgetting,
  noLookups,
  personOf,
  withChange,
  withNew,
  type Lookup,
} from './lookups.ts';

const MOST_OWN_NAMES = 20;

/** What was pasted into this window or searched for, and going back and forth in it. */
export function useLookups() {
  const [lookups, setLookups] = useState(noLookups);
  const lastId = useRef(0);
  const current = currentOf(lookups);

  const forgetAt = nextForgetting(lookups);
  useEffect(() => {
    if (forgetAt === null) return undefined;
    const forget = () => setLookups((now) => forgetting(now, Date.now() - FORGET_AFTER_MS));
    const timer = setTimeout(forget, Math.max(0, forgetAt - Date.now()));
    return () => clearTimeout(timer);
  }, [forgetAt]);

  const add = (changes: Partial<Lookup>) => {
    lastId.current += 1;
    const lookup: Lookup = {
      id: lastId.current,
      at: Date.now(),
      text: null,
      buyer: null,
      answer: null,
      problem: null,
      chosen: null,
      isBuyersWords: false,
      isForgotten: false,
      ...changes,
    };
    setLookups((now) => withNew(now, lookup));
    return lookup;
  };
  const change = (id: number, changes: Partial<Lookup>) => setLookups((now) => withChange(now, id, changes));

  const ask = async (id: number, text: string, buyer: string | null) => {
    try {
      const answer = await toBackground.readPaste({ text, buyer, ownNames: await ownChatNames.getValue() });
      // Meanwhile another may have been named, or the words forgotten.
      setLookups((now) => {
        const asked = now.list.find((lookup) => lookup.id === id);
        return asked?.text === text && asked.buyer === buyer ? withChange(now, id, { answer, problem: null }) : now;
      });
    } catch {
      change(id, { problem: 'noAnswer' });
    }
  };

  return {
    current,
    canGoBack: lookups.place > 0,
    canGoForward: lookups.place < lookups.list.length - 1,
    goBack: () => setLookups((now) => moved(now, -1)),
    goForward: () => setLookups((now) => moved(now, 1)),
    look(text: string) {
      if (text.length > MAX_PASTE_CHARS) add({ problem: 'tooLong' });
      else void ask(add({ text }).id, text, null);
    },
    open: (person: PastedPerson) => void add({ chosen: person }),
    choose: (person: PastedPerson) => current && change(current.id, { chosen: person }),
    async sayBuyer(name: string) {
      const { id, text, answer } = current ?? {};
      if (id === undefined || typeof text !== 'string' || answer?.pasted.kind !== 'chat') return;
      await rememberSides(name, answer.pasted.chat.names);
      change(id, { buyer: name, chosen: null });
      await ask(id, text, name);
    },
    /** The words are the buyer's, of whom the card was open before them if one was. */
    sayBuyersWords() {
      if (!current) return;
      const before = lookups.list[lookups.place - 1] ?? null;
      change(current.id, { isBuyersWords: true, chosen: personOf(before) });
    },
    forgetNow: () => setLookups((now) => forgetting(now, Infinity)),
  };
}

/** Beside the buyer a single other one is an account of the user's own, also in the next conversation. */
async function rememberSides(buyer: string, names: readonly string[]): Promise<void> {
  const known = (await ownChatNames.getValue()).filter((name) => name !== buyer);
  const others = names.filter((name) => name !== buyer);
  const added = others.length === 1 ? others.filter((name) => !known.includes(name)) : [];
  await ownChatNames.setValue([...known, ...added].slice(-MOST_OWN_NAMES));
}
