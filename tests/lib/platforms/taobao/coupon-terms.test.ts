import { describe, expect, test } from 'vitest';
import { termsIn } from '../../../../lib/platforms/taobao/coupon-terms.ts';

describe('terms', () => {
  test.each([
    ['满600减220', [22_000], [60_000]],
    ['满 1,000.00 元减 120 元', [12_000], [100_000]],
    ['满￥80，立减￥15', [1500], [8000]],
    ['满80元可用', [], [8000]],
    ['订单满80可用', [], [8000]],
    ['无门槛', [], [0]],
    ['无使用门槛', [], [0]],
    ['无门槛减10元', [1000], [0]],
  ])('%s', (line, faces, thresholds) => expect(termsIn(line)).toEqual({ faces, thresholds }));

  test.each(['每满300减50', '满80打8折', '满2件减10件', '满意度', '满减活动', '门槛', '满300减5折'])(
    'not in %s',
    (line) => expect(termsIn(line)).toEqual({ faces: [], thresholds: [] }),
  );
});
