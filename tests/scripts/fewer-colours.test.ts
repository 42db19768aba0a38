import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fewerColours } from '../../scripts/demo/fewer-colours.ts';

const part = (type: string, content: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  // Nobody who reads it here looks at the sums.
  return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
};

/** A picture of red, green and blue, each row with the filter that stands before it. */
function picture(width: number, rows: readonly (readonly number[])[], depth = 8): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([depth, 2], 8);
  return Buffer.concat([
    Buffer.alloc(8),
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.from(rows.flat()))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** The colour of each pixel of what was made. */
function coloursIn(png: Buffer): number[][] {
  const content = (type: string) => {
    const at = png.indexOf(type);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const [palette, width] = [content('PLTE'), png.readUInt32BE(16)];
  const rows = inflateSync(content('IDAT'));
  return [...rows]
    .filter((_, at) => at % (width + 1) !== 0)
    .map((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
}

describe('a screenshot of fewer colours', () => {
  const [red, grey, blue] = [
    [200, 0, 0],
    [100, 100, 100],
    [0, 0, 240],
  ] as const;
  const both = [red, grey, blue, red];

  test.each([
    [
      'as they are',
      [
        [0, ...red, ...grey],
        [0, ...blue, ...red],
      ],
    ],
    [
      'by those at their left',
      [
        [1, ...red, 156, 100, 100],
        [1, ...blue, 200, 0, 16],
      ],
    ],
    [
      'by those above',
      [
        [0, ...red, ...grey],
        [2, 56, 0, 240, 100, 156, 156],
      ],
    ],
    [
      'by the mean of both',
      [
        [0, ...red, ...grey],
        [3, 156, 0, 240, 150, 206, 86],
      ],
    ],
    [
      'by whichever of them is nearest',
      [
        [0, ...red, ...grey],
        [4, 56, 0, 240, 200, 156, 16],
      ],
    ],
  ])('is the same where it has few, whether its bytes are told %s', (_, rows) => {
    expect(coloursIn(fewerColours(picture(2, rows)))).toEqual(both);
  });

  test('draws a colour that few pixels have as the nearest that is left', () => {
    const many = Array.from({ length: 256 }, (_, at) => [(at % 64) * 4, Math.floor(at / 64) * 60, 0]);
    const rare = [255, 180, 20];
    const row = [...many, ...many, rare].flat();
    const colours = coloursIn(fewerColours(picture(513, [[0, ...row]])));
    expect(colours.slice(0, 256)).toEqual(many);
    expect(colours.at(-1)).toEqual([252, 180, 0]);
  });

  test('is none of a picture that is written in another way', () => {
    expect(() => fewerColours(picture(1, [[0, 0, 0, 0, 0, 0, 0]], 16))).toThrow('found 16 bits');
  });
});
