/** The parts of the page, in the order of the navigation; each has an address of its own. */
import { useEffect, useState } from 'react';

export const sectionIds = [
  'overview',
  'rfm',
  'tiers',
  'migration',
  'segments',
  'practice',
  'retention',
  'cycles',
  'backtest',
  'attribution',
  'offers',
  'trials',
  'report',
  'workOrders',
  'replies',
  'rules',
  'data',
  'privacy',
] as const;
export type SectionId = (typeof sectionIds)[number];
/** Parts that are the same with a shop and without. */
const wholeIds = ['workOrders', 'replies', 'rules', 'data', 'privacy'] as const satisfies readonly SectionId[];
export type WholeSectionId = (typeof wholeIds)[number];

export function isWhole(id: SectionId): id is WholeSectionId {
  return (wholeIds as readonly SectionId[]).includes(id);
}

/** The section that the address names, else the first. */
export function useSection(): SectionId {
  const [section, setSection] = useState(sectionInAddress);
  useEffect(() => {
    const follow = () => {
      setSection(sectionInAddress());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return section;
}

function sectionInAddress(): SectionId {
  const [name] = location.hash.slice(1).split('=');
  return sectionIds.find((id) => id === name) ?? 'overview';
}

/** Where a segment stands ready: `#segments=` and its line. */
export function segmentAddress(line: string): string {
  return `#segments=${encodeURIComponent(line)}`;
}

/** The line of such an address; null for another, or one that cannot be read. */
export function segmentInAddress(): string | null {
  const [name, line] = location.hash.slice(1).split('=', 2);
  if (name !== 'segments' || !line) return null;
  try {
    return decodeURIComponent(line);
  } catch {
    return null;
  }
}
