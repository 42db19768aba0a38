/** A backup with one of its blocks damaged: a byte in the middle of it is turned. */
export function withDamagedBlock(bytes: Uint8Array<ArrayBuffer>, wanted: number | 'last'): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const places: number[] = [];
  for (let at = bytes.indexOf(10) + 1; at < bytes.length; at += 12 + view.getUint32(at + 8)) places.push(at);
  const place = places.at(wanted === 'last' ? -1 : wanted)!;
  const middle = place + 12 + (view.getUint32(place + 8) >> 1);
  return bytes.with(middle, bytes[middle]! ^ 1);
}
