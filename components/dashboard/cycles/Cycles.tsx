import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { CycleTable } from './CycleTable.tsx';
import { GapChart } from './GapChart.tsx';

/** How long customers wait before they buy again. */
export function Cycles({ insight }: { insight: ShopInsight }) {
  return (
    <>
      <GapChart insight={insight} />
      <CycleTable insight={insight} />
    </>
  );
}
