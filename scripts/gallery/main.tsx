import { createRoot } from 'react-dom/client';
import '../../components/styles/theme.css';
import { browser, TAB_ID } from './browser.ts';
import { Gallery } from './Gallery.tsx';
import { openShop } from './shop.ts';

const asked = new URLSearchParams(location.search);
const widths = (asked.get('widths') ?? '320,360,600').split(',').map(Number);

document.documentElement.lang = asked.get('lang') === 'en' ? 'en' : 'zh-CN';
document.documentElement.dataset['theme'] = asked.get('theme') === 'dark' ? 'dark' : 'light';

// A dialog stands where it is written: it must not lie over all the others.
HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show;

// The looks that stand side by side have one store: it is filled by one after the other.
void navigator.locks
  .request('gallery', () => openShop(browser.runtime.id, { isEmpty: asked.has('empty'), tabId: TAB_ID }))
  .then(({ answer }) => {
    browser.runtime.sendMessage = answer;
    createRoot(document.querySelector('#root')!).render(<Gallery widths={widths} />);
  });

// Beside others in one page: all of them are at the same component.
if (parent !== window) {
  let toldTop = 0;
  window.addEventListener('scroll', () => {
    const share = scrollY / (document.documentElement.scrollHeight - innerHeight);
    if (Math.abs(scrollY - toldTop) > 1) parent.postMessage({ share }, '*');
  });
  window.addEventListener('message', ({ data }: MessageEvent<{ share: number }>) => {
    toldTop = Math.round(data.share * (document.documentElement.scrollHeight - innerHeight));
    scrollTo(0, toldTop);
  });
}
