/**
 * What we draw on a seller's page: a tier chip beside each buyer, in one closed shadow root of ours above the page. No node of
 * the page is touched; chips follow scrolling and re-rendering, and let every click through.
 */
import type { Chip, ChipLayer } from '../../lib/page/chips.ts';
import { placeFor } from './chip-place.ts';
import { chipStyles } from './chip-styles.ts';

interface Drawn {
  chip: Chip;
  element: HTMLElement;
  /** CSS pixels; measured once per label. */
  width: number;
}

export function createChipLayer(view: Window & typeof globalThis): ChipLayer {
  const { document } = view;
  const host = document.createElement('liuke-chips');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = chipStyles;
  root.append(style);
  let drawn: Drawn[] = [];
  let frame = 0;

  const place = () => {
    frame = 0;
    for (const one of drawn) one.width ||= one.element.offsetWidth;
    const places = drawn.map(({ chip, width }) => placeFor(chip.anchor, width, view));
    drawn.forEach(({ element, chip }, index) => {
      const at = places[index];
      element.style.visibility = at ? 'visible' : 'hidden';
      if (!at) return;
      const text = at.isShort ? chip.label.charAt(0) : chip.label;
      if (element.textContent !== text) element.textContent = text;
      element.style.transform = `translate(${at.x}px, ${at.y}px)`;
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
      drawn = chips.map((chip, index) => drawChip(chip, drawn[index], () => newChip(document, root)));
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
  element.style.visibility = 'hidden';
  root.append(element);
  return element;
}

/** Takes the place of an earlier chip, so that a page that changes in one row does not flicker in all. */
function drawChip(chip: Chip, earlier: Drawn | undefined, create: () => HTMLElement): Drawn {
  const element = earlier?.element ?? create();
  const isSameLabel = earlier?.chip.label === chip.label;
  element.className = chip.tone;
  element.ariaLabel = `${chip.label}: ${chip.reason}`;
  if (!isSameLabel) element.textContent = chip.label;
  return { chip, element, width: isSameLabel ? earlier.width : 0 };
}
