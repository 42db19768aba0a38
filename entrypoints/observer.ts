import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startObserver } from '../lib/observer/observe.ts';

/** Runs in the seller page's own world, before its first script, and only where precise mode was switched on. */
export default defineUnlistedScript(() => startObserver(window));
