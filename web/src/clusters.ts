/** A thing to draw on the map. Degrees. */
export interface Dot {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
}

/** Dots that stand too near to each other to be drawn apart, and the middle of them. */
export interface Cluster<D extends Dot> {
  readonly lat: number;
  readonly lon: number;
  readonly dots: readonly D[];
}

const TILE = 512;
const LIMIT = 85.051129;

/** Where a place stands on the whole world drawn at a zoom, in pixels. */
export function pixelOf(lat: number, lon: number, zoom: number): { x: number; y: number } {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, lat)) * Math.PI) / 180);
  return {
    x: ((lon + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

/**
 * Gathers dots that stand within `radius` pixels of one another at a zoom. Every dot is in exactly one cluster.
 * The first dot not yet taken draws in its neighbours, so the order of the dots decides and panning changes nothing.
 */
export function clusters<D extends Dot>(dots: readonly D[], zoom: number, radius: number): Cluster<D>[] {
  const cells = new Map<string, { dot: D; x: number; y: number; taken: boolean }[]>();
  const placed = dots.map((dot) => ({ dot, ...pixelOf(dot.lat, dot.lon, zoom), taken: false }));
  const cell = (x: number, y: number) => `${Math.floor(x / radius)} ${Math.floor(y / radius)}`;
  for (const each of placed) {
    const key = cell(each.x, each.y);
    const others = cells.get(key);
    if (others) others.push(each);
    else cells.set(key, [each]);
  }
  const neighbours = ({ x, y }: { x: number; y: number }) =>
    [-radius, 0, radius]
      .flatMap((dx) => [-radius, 0, radius].flatMap((dy) => cells.get(cell(x + dx, y + dy)) ?? []))
      .filter((other) => !other.taken && Math.hypot(other.x - x, other.y - y) <= radius);

  const out: Cluster<D>[] = [];
  for (const seed of placed) {
    if (seed.taken) continue;
    const members = neighbours(seed);
    for (const member of members) member.taken = true;
    out.push(middle(members.map((member) => member.dot)));
  }
  return out;
}

function middle<D extends Dot>(dots: readonly D[]): Cluster<D> {
  const mean = (of: (dot: D) => number) => dots.reduce((sum, dot) => sum + of(dot), 0) / dots.length;
  return { lat: mean((dot) => dot.lat), lon: mean((dot) => dot.lon), dots };
}

/** Whether the dots of a cluster stand on one spot, so that no zoom parts them. */
export function isOneSpot(dots: readonly Dot[]): boolean {
  const [first] = dots;
  return dots.every((dot) => dot.lat === first?.lat && dot.lon === first.lon);
}
