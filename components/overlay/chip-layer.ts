/**
 * A tier chip beside each buyer. Chips follow scrolling and re-rendering, and let every click through. By keyboard they are one stop
 * behind everything of the page: arrows walk them, the one that is reached says why, Esc leaves. The page hears none of these keys.
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

/** Between a chip and its reason. */
const GAP_PX = 4;
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function createChipLayer(view: Window, { root, join, leave, placeSoon }: Overlay): ChipLayer {
  let drawn: Drawn[] = [];
  const reason = view.document.createElement('p');
  // A chip has it as its own label.
  reason.ariaHidden = 'true';
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
    const reached = drawn.find(({ element }) => element === root.activeElement);
    const stop = reached ?? inSight()[0];
    for (const one of drawn) {
      const tabIndex = one === stop ? 0 : -1;
      if (one.element.tabIndex !== tabIndex) one.element.tabIndex = tabIndex;
    }
    sayWhy(reached);
  };
  const inSight = () => drawn.filter(({ element }) => element.style.visibility === 'visible');
  const sayWhy = (reached: Drawn | undefined) => {
    if (!reached) return reason.remove();
    if (!reason.isConnected) root.append(reason);
    reason.textContent = reached.chip.reason;
    const chip = reached.element.getBoundingClientRect();
    const { width, height } = reason.getBoundingClientRect();
    const x = Math.max(0, Math.min(chip.left, view.innerWidth - width - GAP_PX));
    const isBelow = chip.bottom + GAP_PX + height <= view.innerHeight;
    const y = isBelow ? chip.bottom + GAP_PX : chip.top - GAP_PX - height;
    reason.style.transform = `translate(${x}px, ${y}px)`;
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = STEPS[event.key];
    const seen = inSight();
    if (step === undefined) return;
    event.preventDefault();
    const at = seen.findIndex(({ element }) => element === root.activeElement);
    seen[Math.max(0, Math.min(seen.length - 1, at + step))]?.element.focus();
  };
  /** Left with the key's release: were it left before, the page would hear that. */
  const release = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') (event.currentTarget as HTMLElement).blur();
  };
  const create = () => {
    const element = view.document.createElement('span');
    element.style.visibility = 'hidden';
    element.role = 'note';
    // Said, not only read: without it no script can move the focus there.
    element.tabIndex = -1;
    element.addEventListener('keydown', press);
    element.addEventListener('keypress', (event) => event.stopPropagation());
    element.addEventListener('keyup', release);
    element.addEventListener('focus', placeSoon);
    element.addEventListener('blur', placeSoon);
    root.append(element);
    return element;
  };
  return {
    show(chips) {
      if (chips.length > 0) join(place);
      const surplus = drawn.slice(chips.length);
      drawn = chips.map((chip, index) => drawChip(chip, drawn[index], create));
      for (const { element } of surplus) element.remove();
      placeSoon();
    },
    remove() {
      for (const { element } of drawn) element.remove();
      reason.remove();
      drawn = [];
      leave(place);
    },
  };
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
