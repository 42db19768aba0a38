import { createRoot } from 'react-dom/client';
import '../../components/styles/theme.css';
import { Gallery } from './Gallery.tsx';

const asked = new URLSearchParams(location.search);
const widths = (asked.get('widths') ?? '320,360,600').split(',').map(Number);

document.documentElement.lang = asked.get('lang') === 'en' ? 'en' : 'zh-CN';
document.documentElement.dataset['theme'] = asked.get('theme') === 'dark' ? 'dark' : 'light';
createRoot(document.querySelector('#root')!).render(<Gallery widths={widths} />);

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
