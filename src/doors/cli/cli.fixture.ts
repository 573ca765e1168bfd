import { PassThrough } from 'node:stream';
import type { Reader } from '../../reading/index.js';
import { type Claim, checkSpans, cut, Reading, type ReportInput, reportId } from '../../record/index.js';
import { main } from './main.js';
import type { Verbs } from './verbs.js';

/** A reader that finds nothing, except that it throws on a text that has "crash" in it. */
export const emptyReader: Reader = {
  version: '0.0.0',
  models: {},
  async read(report) {
    if (report.text.includes('crash')) throw new TypeError('a fault of ours\nwith a second line');
    return emptyReading(report);
  },
};

export function emptyReading(report: ReportInput): Reading {
  const { text, title = null, byline = null, outlet = null, url = null, language = null, published } = report;
  return {
    id: reportId(report),
    text,
    reader: { version: '0.0.0', models: {} },
    report: {
      title,
      byline,
      outlet,
      url,
      language,
      published: published ? { edtf: published, basis: 'given', why: 'given with the report' } : null,
      agencies: [],
      parts: [],
    },
    incidents: [],
    claims: [],
    times: [],
    places: [],
    names: [],
    unrelated: [],
    notes: [],
    ...(report.extra ? { extra: report.extra } : {}),
  };
}

/** A reading made by hand: one incident with every field, one in the background, claims, another story and a note. */
export function handmadeReading(): Reading {
  const text = [
    'A drone struck a police station in Basra early on Thursday, killing at least four officers.',
    'Two passers-by were hurt, said the health ministry, citing AFP. The army denied that its drone had hit the station.',
    'Hundreds marched in Najaf over the weekend.',
    'Read also: Ten recipes for the winter',
  ].join('\n');
  const at = (words: string) => cut(text, text.indexOf(words), text.indexOf(words) + words.length);
  const named = (name: string) => ({ name, aliases: [], side: null });
  const claim = (
    id: string,
    words: string,
    rest: Omit<Claim, 'id' | 'start' | 'end' | 'quote' | 'cue' | 'about'>,
  ) => ({
    ...at(words),
    id,
    cue: null,
    about: ['i1'],
    ...rest,
  });
  const reading = Reading.parse({
    ...emptyReading({
      text,
      title: 'Drone hits police station',
      outlet: 'The Basra Post',
      published: '2024-02-08',
    }),
    incidents: [
      {
        id: 'i1',
        kind: 'air_strike',
        realis: 'happened',
        core: true,
        number: 1,
        mentions: [{ ...at('struck'), score: 0.91 }],
        when: {
          edtf: '2024-02-08',
          ...at('early on Thursday'),
          basis: 'worked out',
          rule: 'the latest Thursday',
        },
        where: {
          name: 'Basra',
          country: 'IQ',
          lat: 30.508,
          lon: 47.783,
          precision: 'city',
          gazetteer: 'geonames:99532',
          candidates: [
            { name: 'Basra', country: 'YE', lat: 1, lon: 2, precision: 'city', gazetteer: null, score: 0.25 },
          ],
          ...at('Basra'),
        },
        who: [
          {
            ...named('Iraqi army'),
            role: 'actor',
            type: 'group',
            mentions: [{ ...at('its drone'), claim: 'c2' }],
          },
          {
            ...named('police'),
            role: 'recipient',
            type: 'group',
            side: 'police',
            mentions: [at('a police station')],
          },
          { ...named('passers-by'), role: 'recipient', type: 'people', mentions: [at('Two passers-by')] },
        ],
        means: [at('drone')],
        toll: [
          {
            outcome: 'killed',
            low: 4,
            high: null,
            of: 'officers',
            status: 'police',
            ...at('at least four officers'),
          },
          {
            outcome: 'injured',
            low: 2,
            high: 2,
            of: 'passers-by',
            status: 'civilian',
            claim: 'c1',
            ...at('Two passers-by were hurt'),
          },
        ],
      },
      {
        id: 'i2',
        kind: 'protest',
        realis: 'planned',
        core: false,
        number: 3,
        mentions: [at('marched')],
        who: [],
        means: [],
        toll: [],
      },
    ],
    claims: [
      claim('c1', 'Two passers-by were hurt', {
        speaker: { name: 'health ministry', kind: 'government', start: 0, end: 1 },
        stance: 'says',
        chain: [{ ...at('AFP'), name: 'AFP' }],
      }),
      claim('c2', 'its drone had hit the station', {
        speaker: { name: 'Iraqi army', kind: 'military', start: 0, end: 1 },
        stance: 'denies',
        chain: [],
      }),
    ],
    unrelated: [at('Read also: Ten recipes for the winter')],
    notes: [{ code: 'time', message: 'no year is given for the weekend' }],
  });
  return checkSpans(reading);
}

/** What `dateline` does with some words and some input: its exit status, and what it wrote. */
export async function runCli(
  argv: readonly string[],
  setting: {
    readonly stdin?: AsyncIterable<Uint8Array> & { isTTY?: boolean };
    readonly env?: Record<string, string>;
    readonly verbs?: Partial<Verbs>;
    readonly stdout?: PassThrough & { isTTY?: boolean; columns?: number };
    readonly stderr?: PassThrough & { isTTY?: boolean };
    readonly interrupted?: () => Promise<void>;
  } = {},
): Promise<{ status: number; out: string; err: string }> {
  const stdout = setting.stdout ?? new PassThrough();
  const stderr = setting.stderr ?? new PassThrough();
  const written = { out: '', err: '' };
  if (!setting.stdout) stdout.on('data', (chunk) => (written.out += chunk));
  stderr.on('data', (chunk) => (written.err += chunk));
  const { interrupted } = setting;
  const io = {
    stdin: setting.stdin ?? bytesOf(),
    stdout,
    stderr,
    env: setting.env ?? {},
    ...(interrupted && { interrupted }),
  };
  const status = await main(argv, io, { ...noVerbs, ...setting.verbs });
  return { status, ...written };
}

export async function* bytesOf(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

const noVerbs: Verbs = {
  openReader: async () => emptyReader,
  addGazetteers: () => Promise.reject(new Error('no gazetteer here')),
  openHouse: () => Promise.reject(new Error('no house here')),
  joinReadings: () => Promise.reject(new Error('no joiner here')),
  openStore: () => Promise.reject(new Error('no store here')),
  serve: () => Promise.reject(new Error('no server here')),
  publish: () => Promise.reject(new Error('nothing to publish')),
};
