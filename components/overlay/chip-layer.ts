/**
 * A tier chip beside each buyer. Chips follow scrolling and re-rendering, and let every click through.
 */
import type { Chip, ChipLayer } from '../../lib/page/chips.ts';
import type { Overlay } from '../../lib/page/overlay.ts';
import { placeFor } from './chip-place.ts';

interface Drawn {
  chip: Chip;
  element: HTMLElement;
  /** CSS pixels; measured once per label. */
  width: number;
}

export function createChipLayer(view: Window, { root, join, leave, placeSoon }: Overlay): ChipLayer {
  let drawn: Drawn[] = [];
  const place = () => {
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
  return {
    show(chips) {
      if (chips.length > 0) join(place);
      const surplus = drawn.slice(chips.length);
      drawn = chips.map((chip, index) => drawChip(chip, drawn[index], () => newChip(view.document, root)));
      for (const { element } of surplus) element.remove();
      placeSoon();
    },
    remove() {
      for (const { element } of drawn) element.remove();
      drawn = [];
      leave(place);
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
