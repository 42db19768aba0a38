import { describe, expect, test } from 'vitest';
import type { ShopModel } from '../../../../lib/insight/churn/shop-model.ts';
import { withheldFigures } from '../../../../lib/views/shops/withheld.ts';

const seen = { startDay: 20_000, share: 0.9 };

/** A model of which everything may be shown. */
function model(changes: Partial<ShopModel> = {}): ShopModel {
  const gate = { isOpen: true, refusal: null };
  return {
    level: 3,
    data: { level: 3, missing: {} },
    gate,
    anchors: {},
    spend: {},
    ...changes,
  } as unknown as ShopModel;
}
const dataOf = (level: 0 | 1 | 2, missing: object) => ({ level, missing }) as unknown as ShopModel['data'];

describe('what is withheld', () => {
  test('is nothing, where everything is known', () => {
    expect(withheldFigures(seen, model())).toEqual({ health: null, percentages: null });
  });

  test('is everything before the first fit, and where too few days were seen, whatever the models say', () => {
    const notFitted = { because: 'notFitted' };
    const coverage = { because: 'coverage', share: 0.32, needed: 0.4 };
    expect(withheldFigures(seen, null)).toEqual({ health: notFitted, percentages: notFitted });
    expect(withheldFigures({ startDay: null, share: 0 }, null).health).toEqual(notFitted);
    expect(withheldFigures({ startDay: 20_000, share: 0.32 }, null).health).toEqual(coverage);
    expect(withheldFigures({ startDay: 20_000, share: 0.32 }, model())).toEqual({
      health: coverage,
      percentages: coverage,
    });
  });

  test('is everything of a small shop, then the percentages: with what is still to come', () => {
    const none = model({ level: 0, data: dataOf(0, { buyers: 30 }) });
    const bands = model({ level: 1, data: dataOf(1, { repeaters: 3 }) });
    expect(withheldFigures(seen, none).health).toEqual({ because: 'tooLittleData', missing: { buyers: 30 } });
    expect(withheldFigures(seen, bands)).toEqual({
      health: null,
      percentages: { because: 'tooLittleData', missing: { repeaters: 3 } },
    });
  });

  test('is everything where the past tells nothing', () => {
    const gate = { isOpen: false, refusal: 'noSignal' } as ShopModel['gate'];
    const refused = { because: 'refused', refusal: 'noSignal' };
    expect(withheldFigures(seen, model({ gate }))).toEqual({ health: refused, percentages: refused });
  });

  test('is the percentages where the past is too short to be asked', () => {
    const gate = { isOpen: false, refusal: 'untested' } as ShopModel['gate'];
    expect(withheldFigures(seen, model({ gate }))).toEqual({
      health: null,
      percentages: { because: 'refused', refusal: 'untested' },
    });
  });

  test('is what the models did not settle on, though the data are enough', () => {
    expect(withheldFigures(seen, model({ level: 0 })).health).toEqual({ because: 'notConverged' });
    expect(withheldFigures(seen, model({ anchors: null })).health).toEqual({ because: 'notConverged' });
    expect(withheldFigures(seen, model({ level: 1 }))).toEqual({
      health: null,
      percentages: { because: 'notConverged' },
    });
  });
});
