import { cut, type Incident, Reading, type ReportInput, reportId } from '../record/index.js';

/** What a test says of an incident: the words that tell of it, and whatever else is to differ. */
export interface Told extends Partial<Omit<Incident, 'mentions'>> {
  readonly words: string;
}

/** A valid reading of a report, with the incidents that are told. */
export function readingOf(report: ReportInput, told: readonly Told[] = [], version = '1.0.0'): Reading {
  const { text, title, byline, outlet, url, published, language } = report;
  return Reading.parse({
    id: reportId(report),
    text,
    reader: { version, models: { encoder: 'none', gazetteer: 'made-up' } },
    report: {
      title: title ?? null,
      byline: byline ?? null,
      outlet: outlet ?? null,
      url: url ?? null,
      published: published ? { edtf: published, basis: 'given', why: 'it came with the report' } : null,
      language: language ?? null,
      agencies: [],
      parts: [{ kind: 'body', start: 0, end: text.length }],
    },
    incidents: told.map((one, index) => incidentOf(text, one, index)),
    claims: [],
    times: [],
    places: [],
    names: [],
    unrelated: [],
    notes: [],
  });
}

function incidentOf(text: string, { words, ...given }: Told, index: number): Incident {
  const start = text.indexOf(words);
  const mention = cut(text, start, start + words.length);
  return {
    id: `i${index + 1}`,
    kind: 'shelling',
    realis: 'happened',
    core: true,
    number: 1,
    mentions: [mention],
    who: [],
    means: [],
    toll: [],
    ...given,
  };
}

export const when = (edtf: string): Incident['when'] => ({ edtf, basis: 'worked out', rule: 'made up' });

/** A place in a country; the words are those of the text. */
export function where(text: string, name: string, country: string | string[] | null): Incident['where'] {
  const start = text.indexOf(name);
  const place = { name, country, lat: 12.5, lon: 44.25, precision: 'city' as const, gazetteer: null };
  return { ...place, candidates: [], ...cut(text, start, start + name.length) };
}
