/** When the moon is new, to less than a minute: Meeus, Astronomical Algorithms, chapter 49, without the smallest terms. */

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const sin = (degrees: number) => Math.sin(radians(degrees));

/** Julian ephemeris day of the new moon number `k`, counted from the first of the year 2000. */
function newMoonJde(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const argument = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  const terms: [number, number][] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * argument],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * argument],
    [-0.00057, moon + 2 * argument],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * argument],
    [0.00038 * e, sun - 2 * argument],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [-0.00007, moon + 2 * sun],
    [0.00004, 2 * moon - 2 * argument],
    [0.00004, 3 * sun],
    [0.00003, moon + sun - 2 * argument],
    [0.00003, 2 * moon + 2 * argument],
    [-0.00003, moon + sun + 2 * argument],
    [0.00003, moon - sun + 2 * argument],
    [-0.00002, moon - sun - 2 * argument],
    [-0.00002, 3 * moon + sun],
    [0.00002, 4 * moon],
    // Planets.
    [0.000325, 299.77 + 0.107408 * k - 0.009173 * t * t],
    [0.000165, 251.88 + 0.016321 * k],
    [0.000164, 251.83 + 26.651886 * k],
    [0.000126, 349.42 + 36.412478 * k],
    [0.00011, 84.66 + 18.206239 * k],
    [0.000062, 141.74 + 53.303771 * k],
    [0.00006, 207.14 + 2.453732 * k],
    [0.000056, 154.84 + 7.30686 * k],
    [0.000047, 34.52 + 27.261239 * k],
    [0.000042, 207.19 + 0.121824 * k],
    [0.00004, 291.34 + 1.844379 * k],
    [0.000037, 161.72 + 24.198154 * k],
    [0.000035, 239.56 + 25.513099 * k],
    [0.000023, 331.55 + 3.592518 * k],
  ];
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  return terms.reduce((day, [weight, angle]) => day + weight * sin(angle), mean);
}

/** Seconds by which the clock of the ephemeris is ahead of ours in these decades. */
const DELTA_T_SECONDS = 72;

/** Epoch ms of every new moon between two instants. */
export function newMoonsBetween(fromMs: number, toMs: number): number[] {
  const first = Math.floor((fromMs - Date.UTC(2000, 0, 6)) / (29.530588861 * 86_400_000)) - 1;
  const moons: number[] = [];
  for (let k = first; ; k += 1) {
    const at = (newMoonJde(k) - 2_440_587.5) * 86_400_000 - DELTA_T_SECONDS * 1000;
    if (at > toMs) return moons;
    if (at >= fromMs) moons.push(at);
  }
}
