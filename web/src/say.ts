import type { KeptJoined, Party, Toll, Where } from '../../src/record/index.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** An EDTF date in words: `2024-02-07` is "7 Feb 2024", `../2020-01` "until Jan 2020". What it cannot say it gives as it is. */
export function sayWhen(edtf: string): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return sayDay(from);
  if (from === to) return sayDay(from);
  if (from === '..' || from === '') return `until ${sayDay(to)}`;
  if (to === '..' || to === '') return `since ${sayDay(from)}`;
  return `${sayDay(from)} – ${sayDay(to)}`;
}

function sayDay(edtf: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^~?%]*)?([~?%]?)$/.exec(edtf);
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1];
  if (!match || (match[2] !== undefined && month === undefined)) return edtf;
  const [, year, , day, clock, doubt] = match;
  const date = [day === undefined ? undefined : String(Number(day)), month, year].filter(Boolean).join(' ');
  const words = clock ? `${date}, ${clock}` : date;
  return doubt === '' ? words : doubt === '?' ? `perhaps ${words}` : `about ${words}`;
}

/** The name of a country, or of several. Empty where none is known. */
export function sayCountry(country: string | string[] | null): string {
  const codes = country === null ? [] : [country].flat();
  return codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code)).join(', ');
}

/** A place with its country: "Mosul, Iraq". A country stands alone. */
export function sayWhere(where: Pick<Where, 'name' | 'country'>): string {
  const countries = (where.country === null ? [] : [where.country].flat()).map((code) => sayCountry(code));
  const unsaid = countries.filter((country) => !where.name.includes(country));
  return [where.name, ...unsaid].join(', ');
}

/** A count in words: "at least 20", "8–10", "up to 50", "no one". */
export function sayCount({ low, high }: Pick<Toll, 'low' | 'high'>): string {
  if (high === null) return `at least ${low.toLocaleString('en')}`;
  if (high === 0) return 'no one';
  if (low === high) return low.toLocaleString('en');
  if (low <= 1) return `up to ${high.toLocaleString('en')}`;
  return `${low.toLocaleString('en')}–${high.toLocaleString('en')}`;
}

/** A row of the toll: "at least 20 killed". */
export function sayToll(toll: Pick<Toll, 'low' | 'high' | 'outcome'>): string {
  return `${sayCount(toll)} ${toll.outcome}`;
}

type Counted = Pick<Toll, 'low' | 'high' | 'outcome'>;

/** The toll in a line: the largest row of each outcome, as rows may be parts of one another and are never added up. */
export function sayTolls(tolls: readonly Counted[]): string {
  const largest = new Map<string, Counted>();
  for (const toll of tolls) {
    const other = largest.get(toll.outcome);
    if (!other || toll.low > other.low) largest.set(toll.outcome, toll);
  }
  return [...largest.values()].map(sayToll).join(', ');
}

/** Who did it to whom: the names of the actors and of the recipients, at most two of each. */
export function sayParties(incident: { who: readonly Pick<Party, 'role' | 'name'>[] }): {
  actor: string;
  recipient: string;
} {
  const names = (role: 'actor' | 'recipient') => {
    const all = incident.who.filter((party) => party.role === role).map((party) => party.name);
    return all.length > 2 ? `${all.slice(0, 2).join(', ')} +${all.length - 2}` : all.join(', ');
  };
  return { actor: names('actor'), recipient: names('recipient') };
}

/** Whether an incident can be drawn on a map. */
export function isPlaced({ shown }: KeptJoined): boolean {
  return typeof shown.where?.value.lat === 'number' && typeof shown.where.value.lon === 'number';
}

/** The values that are shown of a joined incident, without the rules that chose them. */
export function summaryOf({ shown }: Pick<KeptJoined, 'shown'>) {
  return {
    kind: shown.kind.value,
    realis: shown.realis.value,
    number: shown.number.value,
    when: shown.when?.value,
    where: shown.where?.value,
    who: shown.who.map(({ value }) => value),
    toll: shown.toll.map(({ value }) => value),
  };
}

/** Where a joined incident comes from, in few words: its one outlet, or how many reports tell of it. */
export function sayReports({ reports, outlets, title }: Pick<KeptJoined, 'reports' | 'outlets' | 'title'>) {
  if (reports > 1) return `${reports.toLocaleString('en')} reports`;
  return outlets[0] ?? title ?? 'Outlet not known';
}
