/** HTML entities in the texts of a platform's data. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  plusmn: '±',
  times: '×',
  middot: '·',
  hellip: '…',
  mdash: '—',
  deg: '°',
  reg: '®',
  copy: '©',
  trade: '™',
  yen: '¥',
};

/** Titles in the data may have HTML entities ("&plusmn;"); no markup is made of them. Unknown ones stay as they are. */
export function textOfEntities(title: string): string {
  return title.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? parseInt(decimal, 10) : hex ? parseInt(hex, 16) : null;
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return Object.hasOwn(entities, name) ? entities[name]! : whole;
  });
}
