/** The parts of the page, in the order of the navigation; each has an address of its own. */
import { useEffect, useState } from 'react';

export const sectionIds = [
  'overview',
  'tiers',
  'migration',
  'segments',
  'cycles',
  'backtest',
  'replies',
  'rules',
  'data',
] as const;
export type SectionId = (typeof sectionIds)[number];
/** Parts that are the same with a shop and without. */
export type WholeSectionId = Extract<SectionId, 'replies' | 'rules' | 'data'>;

export function isWhole(id: SectionId): id is WholeSectionId {
  return id === 'replies' || id === 'rules' || id === 'data';
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
  return sectionIds.find((id) => location.hash === `#${id}`) ?? 'overview';
}
