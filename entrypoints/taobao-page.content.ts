import { defineContentScript } from 'wxt/utils/define-content-script';
import { taobaoReaders } from '../lib/platforms/taobao/readers.ts';
import { readPageWith } from '../lib/platforms/read-page.ts';
import { sellerPagesOf } from '../lib/platforms/seller-pages.ts';
import { followPage } from './page/follow-page.ts';

export default defineContentScript({
  matches: [...sellerPagesOf.taobao],
  runAt: 'document_idle',
  // Order lists and chat histories are embedded in other consoles, too.
  allFrames: true,
  main: (ctx) => followPage(ctx, readPageWith(taobaoReaders)),
});
