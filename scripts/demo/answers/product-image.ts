/** A picture for a product as a data URI, so that no console has to request one. */
export function productImage(product: number): string {
  const hue = (product * 47) % 360;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue},38%,88%)"/>` +
    `<path d="M12 17h14v7a6 6 0 0 1-6 6h-2a6 6 0 0 1-6-6z" fill="hsl(${hue},35%,48%)"/>` +
    `<path d="M26 19h2a3 3 0 0 1 0 6h-2" fill="none" stroke="hsl(${hue},35%,48%)" stroke-width="2"/>` +
    `<path d="M16 13q2-3 0-5M21 13q2-3 0-5" fill="none" stroke="hsl(${hue},30%,62%)" stroke-width="1.5"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
