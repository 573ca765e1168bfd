import { type House, openJoiner } from '../../house.js';
import { inForce } from '../../join-kept.js';
import {
  contentHash,
  cut,
  type Incident,
  type JoinedIncident,
  type KeptDecision,
  type KeptIncident,
  type KeptJoined,
  type KeptMember,
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
  const entries: KeptDecision[] = [];
  const joiner = openJoiner();
  const joined = () =>
    joiner.joined(
      [...shelves].map(([hash, { reading }]) => ({ ...reading, id: hash })),
      inForce(entries),
    );
  const find = (asked: string | KeptMember) =>
    joined().find(({ id, members }) =>
      typeof asked === 'string'
        ? id === asked
        : members.some(({ report, incident }) => report === asked.report && incident === asked.incident),
    );
  const notAsked = () => Promise.reject(new Error('not asked for here'));
  return {
    reader,
    async joined(asked) {
      const found = find(asked);
      const reports = found?.sources.flatMap(({ report }) => shelves.get(report)?.kept ?? []) ?? [];
      return found && { joined: found, reports, decisions: entries };
    },
    async decide({ member, others, verdict, by = '' }) {
      const news = others.map((other, index) => {
        const id = String(entries.length + index + 1);
        return { id, at: '2024-02-10T12:00:00.000Z', by, verdict, a: member, b: other };
      });
      entries.push(...news);
      return news;
    },
    async keep(report) {
      if (report.text.includes('break the reader')) throw new Error('a secret of ours');
      const hash = contentHash(report);
      const isNew = !shelves.has(hash);
      if (isNew) shelves.set(hash, { kept: keptOf(hash, report), reading: read(report) });
      return { hash, isNew, reading: (shelves.get(hash) as Shelf).reading };
    },
    store: {
      kind: 'embedded',
      keep: notAsked,
      joining: notAsked,
      waiting: async () => [],
      isWaiting: async () => false,
      joined: async ({ kind } = {}, page) =>
        paged(
          joined()
            .filter((each) => kind === undefined || each.kind === kind)
            .map(listed),
          page,
        ),
      async joinedOne(asked) {
        const found = find(asked);
        return found && { id: found.id, why: found.why, members: found.members };
      },
      decisions: async () => entries,
      readings: async () => shelves,
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

function listed({ id, kind, shown, grades, members, sources }: JoinedIncident): KeptJoined {
  const { report = '', incident = '' } = members[0] ?? {};
  const outlets = [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))];
  const reports = new Set(members.map((member) => member.report)).size;
  return {
    id,
    kind,
    shown,
    grades,
    core: true,
    reports,
    outlets,
    title: null,
    member: { report, incident },
    invented: false,
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
