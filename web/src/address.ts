/** Which incidents are shown. Every condition that is given holds. */
export interface Filters {
  readonly family?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly words?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only what a report is about, without the background that it recalls. */
  readonly main?: boolean;
}

/** The parts of the desk that a narrow screen shows one at a time. */
export type View = 'list' | 'map' | 'report';
/** What the list lists. */
export type Listed = 'incidents' | 'unplaced' | 'reports';

/** What the desk shows. It stands in the address of the page, so that a link leads back to it. */
export interface Address {
  readonly view: View;
  readonly listed: Listed;
  readonly report?: string;
  readonly incident?: string;
  /** The incident as all reports tell it, and not the report itself. */
  readonly joined?: boolean;
  /** Words of the report that are lit, by where they start. */
  readonly lit?: number;
  readonly filters: Filters;
}

const texts = ['family', 'kind', 'country', 'words', 'from', 'to'] as const;

/** Reads the query of an address. What it does not know it leaves out. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const filters: Record<string, string | boolean> = {};
  for (const name of texts) {
    const value = query.get(name)?.trim();
    if (value) filters[name] = value;
  }
  if (query.get('main') === 'yes') filters.main = true;
  const report = query.get('report');
  const incident = query.get('incident');
  const lit = query.get('lit');
  return {
    view: oneOf(query.get('view'), ['list', 'map', 'report'], report ? 'report' : 'list'),
    listed: oneOf(query.get('list'), ['incidents', 'unplaced', 'reports'], 'incidents'),
    ...(report ? { report } : {}),
    ...(report && incident ? { incident } : {}),
    ...(report && incident && query.get('joined') === 'yes' ? { joined: true } : {}),
    ...(report && /^\d{1,9}$/.test(lit ?? '') ? { lit: Number(lit) } : {}),
    filters,
  };
}

/** The query of an address: the shortest that reads back as the same. */
export function formatAddress({ view, listed, report, incident, joined, lit, filters }: Address): string {
  const query = filterQuery(filters);
  if (filters.main) query.delete('core');
  if (filters.main) query.set('main', 'yes');
  if (listed !== 'incidents') query.set('list', listed);
  if (report) query.set('report', report);
  if (report && incident) query.set('incident', incident);
  if (report && incident && joined) query.set('joined', 'yes');
  if (report && lit !== undefined) query.set('lit', String(lit));
  if (view !== (report ? 'report' : 'list')) query.set('view', view);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters as the API takes them. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of texts) {
    const value = filters[name];
    if (value) query.set(name, value);
  }
  if (filters.main) query.set('core', 'true');
  return query;
}

/** How many filters are set. */
export function countFilters(filters: Filters): number {
  return [...filterQuery(filters).keys()].length;
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T {
  return allowed.find((each) => each === value) ?? otherwise;
}
