/** What the bench runs in a page: its result is asked for from outside. */
import { benchDesk } from './stored-desk.ts';

Object.assign(globalThis, { benchDesk });
