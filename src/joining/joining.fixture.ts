import { readFileSync } from 'node:fs';
import type { Incident, Reading } from '../record/index.js';
import { type Joiner, prepareJoiner } from './index.js';

/** The joiner with the lists that ship. */
export function shippedJoiner(): Joiner {
  const paths = {
    'common-words': './common-words.txt',
    weights: './weights.txt',
    agencies: '../reading/text/agencies.txt',
  };
  return prepareJoiner((name) => readFileSync(new URL(paths[name], import.meta.url), 'utf8'));
}

export interface Told {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly incidents: readonly Partial<ToldIncident>[];
}

interface ToldIncident {
  readonly kind: string;
  readonly core: boolean;
  readonly number: number;
  /** Words of the text that name it; the whole text where they are left out. */
  readonly words: string;
  readonly when: string;
  readonly where: readonly [name: string, country: string, lat: number, lon: number];
  readonly killed: number;
  readonly victim: string;
}

/** A reading made by hand of a few words. */
export function readingOf({ id, text, published, outlet = id, incidents }: Told): Reading {
  return {
    id,
    text,
    reader: { version: '0', models: {} },
    report: {
      title: null,
      byline: null,
      outlet,
      url: `https://${id}.example/`,
      published: published ? { edtf: published, basis: 'given', why: 'given with the report' } : null,
      language: 'en',
      agencies: [],
      parts: [{ kind: 'body', start: 0, end: text.length }],
    },
    incidents: incidents.map((told, at) => incidentOf(told, `i${at + 1}`, text)),
    claims: [],
    times: [],
    places: [],
    names: [],
    unrelated: [],
    notes: [],
  };
}

function incidentOf(told: Partial<ToldIncident>, id: string, text: string): Incident {
  const quote = told.words ?? text;
  const span = { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote };
  const { when, where, killed, victim } = told;
  return {
    id,
    kind: told.kind ?? 'bombing',
    realis: 'happened',
    core: told.core ?? true,
    number: told.number ?? 1,
    mentions: [span],
    ...(when ? { when: { edtf: when, ...span } } : {}),
    ...(where ? { where: placeOf(where, text) } : {}),
    who: victim
      ? [
          {
            role: 'recipient',
            name: victim,
            aliases: [],
            type: 'person',
            side: 'civilians',
            mentions: [span],
          },
        ]
      : [],
    means: [],
    toll: killed
      ? [{ outcome: 'killed', low: killed, high: killed, of: 'people', status: 'unknown', ...span }]
      : [],
  };
}

function placeOf([name, country, lat, lon]: ToldIncident['where'], text: string) {
  const start = text.indexOf(name);
  const span = { start, end: start + name.length, quote: name };
  return { name, country, lat, lon, precision: 'city' as const, gazetteer: null, candidates: [], ...span };
}
