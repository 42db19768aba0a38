import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepPort, takePort } from '../lib/observer/hand-over.ts';

/** Runs beside the observer, in our own world, and keeps its port until the page's script wants it. */
export default defineUnlistedScript(() => takePort(window, (port) => keepPort(globalThis, port)));
