import { createRoot } from 'react-dom/client';
import '../../components/styles/theme.css';
import { Gallery } from './Gallery.tsx';

document.documentElement.lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
createRoot(document.querySelector('#root')!).render(<Gallery />);
