/** The consoles paint late, as the real ones do: after `?late=ms` of the first address, else after `usualMs`. */
const asked = new URLSearchParams(location.search).get('late');

export function lateMs(usualMs: number): number {
  return asked === null ? usualMs : Number(asked);
}

/** The page's own query with `late` kept, so that a copied address behaves alike. */
export function withLate(path: string): string {
  return asked === null ? path : `${path}${path.includes('?') ? '&' : '?'}late=${asked}`;
}
