import { type Claim, cut, type Incident, type Reading, type Toll } from '../record/index.js';
import type { Cluster } from './cluster.js';

/** What a test says of a report; the rest of its reading follows. */
export interface Told {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string | null;
  readonly byline?: string;
  readonly url?: string;
  readonly published?: string;
  readonly tolls?: readonly (Partial<Toll> & { quote: string; low: number; by?: string })[];
  readonly incident?: Partial<Incident>;
  /** Claims about the incident that no toll lies in: stance and words. */
  readonly denies?: string;
}

/** The reading of a report with one incident. Each toll may lie in a claim of its own, by a speaker who stands in the text. */
export function reading(told: Told): Reading {
  const { id, text, outlet = null, byline = null, url = null, published, tolls = [], denies } = told;
  const span = (quote: string) => cut(text, text.indexOf(quote), text.indexOf(quote) + quote.length);
  const claims = tolls.flatMap(({ by, quote }, index): Claim[] =>
    by === undefined ? [] : [claim(`c${index}`, span(quote), { ...span(by), name: by }, 'says')],
  );
  if (denies !== undefined) claims.push(claim('denial', span(denies), null, 'denies'));
  const toll = tolls.map(
    ({ by, quote, ...rest }, index): Toll => ({
      outcome: 'killed',
      high: rest.low,
      of: 'people',
      status: 'unknown',
      basis: 'stated',
      ...span(quote),
      ...rest,
      ...(by === undefined ? {} : { claim: `c${index}` }),
    }),
  );
  const day = published === undefined ? null : { edtf: published, basis: 'given' as const, why: 'given' };
  return {
    id,
    text,
    reader: { version: '0', models: {} },
    report: { title: null, byline, outlet, url, published: day, language: 'en', agencies: [], parts: [] },
    incidents: [{ ...plain(text), toll, ...told.incident }],
    claims,
    times: [],
    places: [],
    names: [],
    unrelated: [],
    notes: [],
  };
}

function plain(text: string): Incident {
  return {
    id: 'i1',
    kind: 'attack',
    realis: 'happened',
    core: true,
    number: 1,
    mentions: text === '' ? [] : [cut(text, 0, 1)],
    who: [],
    means: [],
    toll: [],
  };
}

function claim(
  id: string,
  words: { start: number; end: number; quote: string },
  speaker: { name: string; start: number; end: number } | null,
  stance: Claim['stance'],
): Claim {
  const who = speaker && {
    name: speaker.name,
    kind: 'government' as const,
    start: speaker.start,
    end: speaker.end,
  };
  return { id, ...words, speaker: who, stance, cue: null, about: ['i1'], chain: [] };
}

/** The cluster of the incidents of some readings. */
export function cluster(...readings: readonly Reading[]): Cluster {
  const members = readings.flatMap((one) => one.incidents.map((incident) => ({ reading: one, incident })));
  return { id: 'cluster', members, why: [] };
}
