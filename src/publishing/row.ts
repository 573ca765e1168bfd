import {
  familyOf,
  type Incident,
  type KeptIncident,
  Outcome,
  type Party,
  type Toll,
} from '../record/index.js';

export type Cell = string | number | boolean | null;
/** An incident laid flat: a cell a column, null where the report says nothing. */
export type Row = Readonly<Record<string, Cell>>;

/** Parts several values in one cell. */
const SEPARATOR = ' | ';

/** The columns of a row, in order. */
export const columns: readonly string[] = [
  'report_hash',
  'report_id',
  'title',
  'outlet',
  'url',
  'published',
  'invented',
  'incident_id',
  'kind',
  'family',
  'realis',
  'core',
  'number',
  'mentions',
  'when',
  'when_quote',
  'when_basis',
  'when_rule',
  'place',
  'country',
  'lat',
  'lon',
  'precision',
  'place_quote',
  'gazetteer',
  'actors',
  'recipients',
  'means',
  ...Outcome.options.flatMap((outcome) => [`${outcome}_low`, `${outcome}_high`, `${outcome}_quote`]),
  'toll',
];

/** Lays an incident flat, in the order of `columns`. */
export function rowOf({ report, incident }: KeptIncident): Row {
  return {
    report_hash: report.hash,
    report_id: report.id,
    title: report.title,
    outlet: report.outlet,
    url: report.url,
    published: report.published?.edtf ?? null,
    invented: report.invented,
    incident_id: incident.id,
    kind: incident.kind,
    family: familyOf(incident.kind),
    realis: incident.realis,
    core: incident.core,
    number: incident.number,
    mentions: several(incident.mentions.map((mention) => mention.quote)),
    ...whenCells(incident),
    ...whereCells(incident),
    actors: several(namesOf(incident.who, 'actor')),
    recipients: several(namesOf(incident.who, 'recipient')),
    means: several(incident.means.map((means) => means.quote)),
    ...tollCells(incident.toll),
    toll: several(incident.toll.map(tollInWords)),
  };
}

function whenCells({ when }: Incident): Row {
  return {
    when: when?.edtf ?? null,
    when_quote: when?.quote ?? null,
    when_basis: when?.basis ?? null,
    when_rule: when?.rule ?? null,
  };
}

function whereCells({ where }: Incident): Row {
  const country = where?.country ?? null;
  return {
    place: where?.name ?? null,
    country: Array.isArray(country) ? several(country) : country,
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
    precision: where?.precision ?? null,
    place_quote: where?.quote ?? null,
    gazetteer: where?.gazetteer ?? null,
  };
}

/**
 * One figure for each outcome: that of the row with the largest count. Rows are never added up, for "nine people,
 * among them two police officers" gives a total and a part of it, and the sum of them would be a death toll of eleven.
 * A total is at least as large as any part, so the largest row is the total wherever the report gives one.
 */
function tollCells(rows: readonly Toll[]): Row {
  const cells: Record<string, Cell> = {};
  for (const outcome of Outcome.options) {
    const largest = rows.filter((row) => row.outcome === outcome).reduce<Toll | undefined>(larger, undefined);
    cells[`${outcome}_low`] = largest?.low ?? null;
    cells[`${outcome}_high`] = largest?.high ?? null;
    cells[`${outcome}_quote`] = largest?.quote ?? null;
  }
  return cells;
}

function larger(best: Toll | undefined, row: Toll): Toll {
  if (best === undefined || row.low > best.low) return row;
  return row.low === best.low && top(row) > top(best) ? row : best;
}

const top = (row: Toll) => row.high ?? Number.POSITIVE_INFINITY;

/** "killed 9: people (civilian)", "injured 20+: worshippers (unknown)", "missing 2–3: divers (unknown)". */
function tollInWords({ outcome, low, high, of, status }: Toll): string {
  const count = high === null ? `${low}+` : high === low ? `${low}` : `${low}–${high}`;
  return `${outcome} ${count}: ${of} (${status})`;
}

const namesOf = (who: readonly Party[], role: Party['role']) =>
  who.filter((party) => party.role === role).map((party) => party.name);

const several = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join(SEPARATOR));
