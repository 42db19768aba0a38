/** The parts of the page, in the order of the navigation; each has an address of its own. */
import { useEffect, useState } from 'react';

/** The parts by what one comes for. */
export const sectionGroups = [
  { id: 'customers', sections: ['overview', 'rfm', 'tiers', 'migration', 'segments'] },
  { id: 'care', sections: ['practice', 'offers', 'trials'] },
  { id: 'returns', sections: ['retention', 'cycles', 'backtest', 'report'] },
  { id: 'service', sections: ['workOrders', 'attribution', 'replies', 'rules'] },
  { id: 'data', sections: ['data', 'privacy'] },
] as const;
export type SectionId = (typeof sectionGroups)[number]['sections'][number];
export const sectionIds: readonly SectionId[] = sectionGroups.flatMap(({ sections }) => sections);
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
