/**
 * What we draw on a seller's page: a tier chip beside each buyer, in one closed shadow root of ours above the page. No node of
 * the page is touched; chips follow scrolling and re-rendering, and let every click through.
 */
import type { Chip, ChipLayer } from '../../lib/page/chips.ts';
import { chipStyles } from './chip-styles.ts';

const GAP_PX = 6;

export function createChipLayer(view: Window & typeof globalThis): ChipLayer {
  const { document } = view;
  const host = document.createElement('liuke-chips');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = chipStyles;
  root.append(style);
  let drawn: { chip: Chip; element: HTMLElement }[] = [];
  let frame = 0;

  const place = () => {
    frame = 0;
    const places = drawn.map(({ chip }) => placeBeside(chip.anchor, view));
    drawn.forEach(({ element }, index) => {
      const at = places[index];
      element.hidden = !at;
      if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`;
    });
  };
  const placeSoon = () => {
    if (frame === 0 && drawn.length > 0) frame = view.requestAnimationFrame(place);
  };
  const resized = new view.ResizeObserver(placeSoon);

  const listen = () => {
    view.addEventListener('scroll', placeSoon, { capture: true, passive: true });
    view.addEventListener('resize', placeSoon, { passive: true });
    resized.observe(document.documentElement);
  };
  const unlisten = () => {
    view.removeEventListener('scroll', placeSoon, { capture: true });
    view.removeEventListener('resize', placeSoon);
    resized.disconnect();
    view.cancelAnimationFrame(frame);
    frame = 0;
  };

  return {
    show(chips) {
      if (chips.length > 0 && !host.isConnected) {
        document.documentElement.append(host);
        listen();
      }
      const surplus = drawn.slice(chips.length);
      drawn = chips.map((chip, index) => ({
        chip,
        element: draw(chip, drawn[index]?.element ?? newChip(document, root)),
      }));
      for (const { element } of surplus) element.remove();
      placeSoon();
    },
    remove() {
      unlisten();
      for (const { element } of drawn) element.remove();
      drawn = [];
      host.remove();
    },
  };
}

function newChip(document: Document, root: ShadowRoot): HTMLElement {
  const element = document.createElement('span');
  element.hidden = true;
  root.append(element);
  return element;
}

function draw(chip: Chip, element: HTMLElement): HTMLElement {
  element.className = chip.tone;
  element.textContent = chip.label;
  element.ariaLabel = `${chip.label}: ${chip.reason}`;
  return element;
}

/** Right of the anchor's text, or null while the anchor is off screen or something else of the page lies over it. */
function placeBeside(anchor: Element, view: Window & typeof globalThis): { x: number; y: number } | null {
  if (!anchor.isConnected) return null;
  const range = anchor.ownerDocument.createRange();
  range.selectNodeContents(anchor);
  const box = range.getBoundingClientRect();
  const middle = box.top + box.height / 2;
  if (box.width === 0 || middle < 0 || middle > view.innerHeight || box.left > view.innerWidth) return null;
  const top = anchor.ownerDocument.elementFromPoint(box.left + Math.min(box.width / 2, 8), middle);
  if (!top || !(anchor.contains(top) || top.contains(anchor))) return null;
  return { x: Math.round(box.right + GAP_PX), y: Math.round(middle) };
}
