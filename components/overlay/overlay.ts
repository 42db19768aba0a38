/**
 * Our one element on a seller's page: a closed shadow root above it, there while something is drawn in it. No node of the page is
 * touched; what stands in it follows scrolling and resizing.
 */
import type { Overlay } from '../../lib/page/overlay.ts';
import { overlayStyles } from './overlay-styles.ts';

export function createOverlay(view: Window & typeof globalThis): Overlay {
  const { document } = view;
  const host = document.createElement('liuke-overlay');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = overlayStyles;
  root.append(style);
  const places = new Set<() => void>();
  let frame = 0;

  const placeAll = () => {
    frame = 0;
    for (const place of places) place();
  };
  const placeSoon = () => {
    if (frame === 0 && places.size > 0) frame = view.requestAnimationFrame(placeAll);
  };
  const resized = new view.ResizeObserver(placeSoon);
  const come = () => {
    document.documentElement.append(host);
    view.addEventListener('scroll', placeSoon, { capture: true, passive: true });
    view.addEventListener('resize', placeSoon, { passive: true });
    resized.observe(document.documentElement);
  };
  const go = () => {
    view.removeEventListener('scroll', placeSoon, { capture: true });
    view.removeEventListener('resize', placeSoon);
    resized.disconnect();
    view.cancelAnimationFrame(frame);
    frame = 0;
    host.remove();
  };

  return {
    host,
    root,
    placeSoon,
    join(place) {
      if (places.size === 0) come();
      places.add(place);
    },
    leave(place) {
      if (places.delete(place) && places.size === 0) go();
    },
  };
}
