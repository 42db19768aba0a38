import { defineContentScript } from 'wxt/utils/define-content-script';
import { jdReaders } from '../lib/platforms/jd/readers.ts';
import { readPageWith } from '../lib/platforms/read-page.ts';
import { followPage } from './page/follow-page.ts';

export default defineContentScript({
  // Where, and when the person allowed it: `lib/browser/page-scripts.ts`.
  registration: 'runtime',
  main: (ctx) => followPage(ctx, readPageWith(jdReaders)),
});
