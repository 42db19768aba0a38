/** The checksum that a zip archive keeps of each of its parts: a damaged part may unpack to other digits without a word. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb8_8320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

export class Crc32 {
  #rest = 0xffff_ffff;

  add(bytes: Uint8Array): void {
    let rest = this.#rest;
    for (const byte of bytes) rest = table[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
    this.#rest = rest;
  }

  /** Of all that was added. */
  get sum(): number {
    return ~this.#rest >>> 0;
  }
}
