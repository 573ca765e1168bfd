import {
  cut,
  type Incident,
  type Mention,
  type Party,
  type Reading,
  type Span,
} from '../../../src/record/index.js';

/** An incident by its words in a text. What is left out is as in a plain attack that happened. */
export interface MadeUp {
  readonly kind?: string;
  readonly realis?: Incident['realis'];
  readonly core?: boolean;
  readonly number?: number;
  readonly words: string;
  readonly day?: string;
  readonly dayWords?: string;
  readonly country?: string;
  readonly place?: string;
  readonly actors?: readonly MadeUpParty[];
  readonly recipients?: readonly MadeUpParty[];
  readonly means?: readonly string[];
  readonly toll?: readonly MadeUpToll[];
}
/** Words, type, side, and the claim that the words lie in. */
export type MadeUpParty = readonly [words: string, type: Party['type'], side?: Party['side'], claim?: string];
export type MadeUpToll = readonly [
  outcome: Incident['toll'][number]['outcome'],
  low: number,
  high: number | null,
  of: string,
  status?: Incident['toll'][number]['status'],
];

export interface MadeUpReading {
  readonly text: string;
  readonly published?: string;
  readonly incidents: readonly MadeUp[];
  /** Names with their kind; names after a "=" are of the same entity. */
  readonly names?: readonly (readonly [words: string, type: Reading['names'][number]['type']])[];
  readonly claims?: readonly Pick<Reading['claims'][number], 'id' | 'stance' | 'speaker'>[];
}

/** A reading as it might have been made of a text; the words of its values are looked up in the text. */
export function made({
  text,
  published = '1990-03-05',
  incidents,
  names = [],
  claims = [],
}: MadeUpReading): Reading {
  const at = (words: string): Span => cut(text, text.indexOf(words), text.indexOf(words) + words.length);
  return {
    id: 'made-up',
    text,
    reader: { version: 'test', models: {} },
    report: {
      title: null,
      byline: null,
      outlet: null,
      url: null,
      language: 'en',
      published: { edtf: published, basis: 'given', why: 'It was given.' },
      agencies: [],
      parts: [],
    },
    incidents: incidents.map((incident, index) => incidentOf(incident, `i${index + 1}`, at)),
    claims: claims.map((claim) => ({
      ...claim,
      ...cut(text, 0, text.length),
      cue: null,
      about: [],
      chain: [],
    })),
    times: [],
    places: [],
    names: names.map(([words, type]) => {
      const [own = '', same] = words.split('=');
      return { ...at(own), type, entity: (same ?? own).toLowerCase() };
    }),
    unrelated: [],
    notes: [],
  };
}

const nowhere = { lat: null, lon: null, gazetteer: null, candidates: [] };

function incidentOf(one: MadeUp, id: string, at: (words: string) => Span): Incident {
  const party =
    (role: Party['role']) =>
    ([words, type, side = null, claim]: MadeUpParty): Party => {
      const mention: Mention = claim === undefined ? at(words) : { ...at(words), claim };
      return { role, name: words, aliases: [], type, side, mentions: [mention] };
    };
  const { day, dayWords, country = 'PE', place } = one;
  const when = dayWords === undefined ? { basis: 'worked out' as const, rule: 'a test' } : at(dayWords);
  return {
    id,
    kind: one.kind ?? 'attack',
    realis: one.realis ?? 'happened',
    core: one.core ?? true,
    number: one.number ?? 1,
    mentions: [at(one.words)],
    ...(day === undefined ? {} : { when: { edtf: day, ...when } }),
    where: {
      name: place ?? country,
      country,
      precision: place ? 'city' : 'country',
      ...nowhere,
      ...at(place ?? one.words),
    },
    who: [...(one.actors ?? []).map(party('actor')), ...(one.recipients ?? []).map(party('recipient'))],
    means: (one.means ?? []).map(at),
    toll: (one.toll ?? []).map(([outcome, low, high, of, status = 'unknown']) => {
      return { outcome, low, high, of, status, ...at(of) };
    }),
  };
}
