/** What the bench runs in a page: its result is asked for from outside. */
import { benchStoredLinks } from './stored-links.ts';

Object.assign(globalThis, { benchStoredLinks });
