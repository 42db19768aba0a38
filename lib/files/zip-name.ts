/** Names in zip archives. Those that Windows packs in China are in GBK, and nothing in the archive says so. */

/** @param isUtf8 as the entry's flags say; many that are in UTF-8 do not say it */
export function zipName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @param name of an entry whose flags do not say UTF-8, each of its bytes as a character */
export function zipNameOfBytes(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0)!);
  return codes.every((code) => code <= 0xff) ? zipName(Uint8Array.from(codes), false) : name;
}
