import type { House } from '../../house.js';
import {
  contentHash,
  cut,
  type Incident,
  type KeptIncident,
  type KeptReport,
  type Reading,
  type ReportInput,
  reportId,
} from '../../record/index.js';

interface Shelf {
  readonly kept: KeptReport;
  readonly reading: Reading;
}

/** A house that keeps in memory, and reads one thing: a blast, wherever a text has the word. */
export function houseInMemory(): House {
  const shelves = new Map<string, Shelf>();
  const reader = {
    version: '0.0.0-fake',
    models: { gazetteer: 'none' },
    read: async (report: ReportInput) => read(report),
  };
  const all = () => [...shelves.values()].reverse();
  const incidents = (filter: { kind?: string | undefined; country?: string | undefined } = {}) =>
    all()
      .flatMap(incidentsOn)
      .filter(({ incident }) => filter.kind === undefined || incident.kind === filter.kind)
      .filter(({ incident }) => filter.country === undefined || incident.where?.country === filter.country);
  return {
    reader,
    async keep(report) {
      if (report.text.includes('break the reader')) throw new Error('a secret of ours');
      const hash = contentHash(report);
      const isNew = !shelves.has(hash);
      if (isNew) shelves.set(hash, { kept: keptOf(hash, report), reading: read(report) });
      return { hash, isNew, reading: (shelves.get(hash) as Shelf).reading };
    },
    store: {
      kind: 'embedded',
      keep: () => Promise.reject(new Error('not asked for here')),
      report: async (hash) => shelves.get(hash),
      reports: async (page) =>
        paged(
          all().map(({ kept }) => kept),
          page,
        ),
      incidents: async (filter, page) => paged(incidents(filter), page),
      async *everyIncident(filter) {
        yield* incidents(filter);
      },
      close: async () => undefined,
    },
    close: async () => undefined,
  };
}

function paged<Entry>(entries: Entry[], { offset = 0, limit = 100 } = {}) {
  return { total: entries.length, entries: entries.slice(offset, offset + limit) };
}

function keptOf(hash: string, report: ReportInput): KeptReport {
  const { title = null, outlet = null, url = null } = report;
  return {
    hash,
    id: reportId(report),
    title,
    outlet,
    url,
    published: publishedOf(report),
    invented: report.extra?.invented === true,
    receivedAt: '2024-02-10T12:00:00Z',
    incidents: blasts(report.text).length,
  };
}

const publishedOf = ({ published }: ReportInput) =>
  published ? { edtf: published, basis: 'given' as const, why: 'it came with the report' } : null;

function incidentsOn({ kept, reading }: Shelf): KeptIncident[] {
  const { receivedAt: _, incidents: __, ...report } = kept;
  return reading.incidents.map((incident) => ({ report, incident }));
}

function read(report: ReportInput): Reading {
  const { text, title = null, byline = null, outlet = null, url = null, language = null, extra } = report;
  if (text.includes('break the reader')) throw new Error('a secret of ours');
  return {
    id: reportId(report),
    text,
    reader: { version: '0.0.0-fake', models: { gazetteer: 'none' } },
    report: { title, byline, outlet, url, language, published: publishedOf(report), agencies: [], parts: [] },
    incidents: blasts(text),
    claims: [],
    times: [],
    places: [],
    names: [],
    unrelated: [],
    notes: [],
    ...(extra ? { extra } : {}),
  };
}

function blasts(text: string): Incident[] {
  return [...text.matchAll(/blast/g)].map((match, index) => ({
    id: `i${index + 1}`,
    kind: 'bombing',
    realis: 'happened',
    core: true,
    number: 1,
    mentions: [cut(text, match.index, match.index + 5)],
    who: [],
    means: [],
    toll: [],
  }));
}
