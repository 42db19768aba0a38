/** What the bench runs in a page: its result is asked for from outside. */
import { benchFirstSearch } from './first-search.ts';

Object.assign(globalThis, { benchFirstSearch });
