import { type Claim, type Incident, spanHolds } from '../../record/index.js';
import { firstWhere } from '../search.js';

/** What a value of an incident has: where its words stand, and the claim that they lie in. */
interface Placed {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly claim?: string | undefined;
}

/**
 * Sets `claim` on every value of the incidents whose words lie in a claim, the innermost where several hold them, and
 * on the incident itself by its first mention. A value that lies in none is left as it is.
 */
export function attribute(incidents: readonly Incident[], claims: readonly Claim[]): Incident[] {
  const within = claimFinder(claims);
  const place = <V extends Placed>(value: V): V => {
    if (value.start === undefined || value.end === undefined) return value;
    const claim = within(value.start, value.end);
    return claim === undefined ? value : { ...value, claim };
  };
  return incidents.map((incident) => {
    const placed: Incident = {
      ...incident,
      mentions: incident.mentions.map(place),
      who: incident.who.map((party) => ({ ...party, mentions: party.mentions.map(place) })),
      means: incident.means.map(place),
      toll: incident.toll.map(place),
    };
    if (incident.when) placed.when = place(incident.when);
    if (incident.where) placed.where = place(incident.where);
    const claim = placed.mentions[0]?.claim;
    return claim === undefined ? placed : { ...placed, claim };
  });
}

/** Finds the shortest claim that holds a span. */
function claimFinder(claims: readonly Claim[]): (start: number, end: number) => string | undefined {
  const sorted = [...claims].sort((a, b) => a.start - b.start);
  // The furthest end among a claim and those before it: where it lies short of a span, no claim further on the left holds it.
  const reach: number[] = [];
  for (const claim of sorted) reach.push(Math.max(claim.end, reach.at(-1) ?? 0));
  return (start, end) => {
    let innermost: Claim | undefined;
    for (let at = lastFrom(sorted, start); at >= 0 && (reach[at] ?? 0) >= end; at--) {
      const claim = sorted[at];
      if (claim === undefined || !spanHolds(claim, { start, end })) continue;
      if (innermost === undefined || claim.end - claim.start < innermost.end - innermost.start)
        innermost = claim;
    }
    return innermost?.id;
  };
}

/** The index of the last claim that starts at or before a character; -1 where there is none. */
function lastFrom(sorted: readonly Claim[], start: number): number {
  return firstWhere(sorted, (claim) => claim.start > start) - 1;
}
