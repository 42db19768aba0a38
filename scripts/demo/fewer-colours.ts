/** A screenshot with at most 256 colours, a third of the bytes: text and flat surfaces have few, and nobody sees the others go. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/**
 * @param png of 8 bits a channel, without interlacing, as browsers write it
 * @throws Error for any other
 */
export function fewerColours(png: Buffer): Buffer {
  const { width, height, channels, data } = read(png);
  const { palette, indexOf } = paletteOf(data, channels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      rows[row * (width + 1) + column + 1] = indexOf.get(keyAt(data, (row * width + column) * channels))!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the place of a colour in the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Colour = readonly [red: number, green: number, blue: number];

function keyAt(data: Buffer, at: number): number {
  return data.readUIntBE(at, 3);
}

/** The colours that most pixels have; any other is drawn as the nearest of them. */
function paletteOf(data: Buffer, channels: number) {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += channels)
    counts.set(keyAt(data, at), (counts.get(keyAt(data, at)) ?? 0) + 1);
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a).map(([key]) => key);
  const palette = byCount.slice(0, MOST_COLOURS).map(colourOf);
  const indexOf = new Map(byCount.map((key, at) => [key, at < MOST_COLOURS ? at : nearest(colourOf(key), palette)]));
  return { palette, indexOf };
}

function colourOf(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255];
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  const distances = palette.map((one) => colour.reduce((sum, value, at) => sum + (value - one[at]!) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function read(png: Buffer) {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, , , interlacing] = png.subarray(24, 29);
  const channels = kind === 2 ? 3 : kind === 6 ? 4 : 0;
  if (depth !== 8 || channels === 0 || interlacing !== 0)
    throw new Error(
      `expected a PNG of 8 bits a channel, found ${depth} bits of kind ${kind}, interlaced ${interlacing}`,
    );
  return { width, height, channels, data: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Each row of a PNG begins with how its bytes were told from those before and above them (PNG specification, section 9). */
function unfiltered(rows: Buffer, rowBytes: number, channels: number): Buffer {
  const count = rows.length / (rowBytes + 1);
  const data = Buffer.alloc(rowBytes * count);
  for (let row = 0; row < count; row += 1) {
    const filter = rows[row * (rowBytes + 1)]!;
    for (let at = 0; at < rowBytes; at += 1) {
      const place = row * rowBytes + at;
      const left = at < channels ? 0 : data[place - channels]!;
      const above = row === 0 ? 0 : data[place - rowBytes]!;
      const corner = row === 0 || at < channels ? 0 : data[place - rowBytes - channels]!;
      data[place] = rows[row * (rowBytes + 1) + at + 1]! + predicted(filter, left, above, corner);
    }
  }
  return data;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
