/** Chinese text as GBK bytes, as the older hosts of Taobao write it; a browser can only read them. */

const LEADS = Array.from({ length: 0xfe - 0x81 + 1 }, (_, index) => 0x81 + index);
const TRAILS = Array.from({ length: 0xfe - 0x40 + 1 }, (_, index) => 0x40 + index).filter((trail) => trail !== 0x7f);

let table: Map<string, readonly [number, number]> | null = null;

/** Every letter of two bytes, made by reading them all. */
function letters(): Map<string, readonly [number, number]> {
  if (table) return table;
  const decoder = new TextDecoder('gb18030');
  table = new Map();
  for (const lead of LEADS) {
    for (const trail of TRAILS) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, [lead, trail]);
    }
  }
  return table;
}

/** @throws RangeError for a letter that GBK has not */
export function gbkBytes(text: string): Uint8Array {
  const bytes = Array.from(text).flatMap((letter) => {
    if (letter <= '\u007f') return [letter.charCodeAt(0)];
    const pair = letters().get(letter);
    if (!pair) throw new RangeError(`expected a letter of GBK, found ${JSON.stringify(letter)}`);
    return [...pair];
  });
  return Uint8Array.from(bytes);
}
