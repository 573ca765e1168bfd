import { readFileSync } from 'node:fs';
import { cut, type Incident, type Reading, type ReportInput, reportId } from '../../src/record/index.js';

/** A report that chance made up, and what a reader would have read from it. */
export interface Invented {
  readonly report: ReportInput;
  readonly reading: Reading;
}

const YEARS = 3;
const FIRST_DAY = Date.UTC(2031, 0, 1);
const DAY = 86_400_000;
const TOWNS = 2_000;
const COUNTRIES = ['IQ', 'SY', 'NG', 'UA', 'CO', 'PH', 'SD', 'ML', 'PK', 'MM'];
const KINDS = ['bombing', 'shelling', 'attack', 'raid', 'armed_clash', 'arrest', 'protest', 'abduction'];
const OUTLETS = Array.from({ length: 60 }, (_, n) => `Outlet ${n}`);
/** About as many words as a short wire report has. */
const WORDS = 180;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Reports without end, the same in every run: three years of incidents in 2,000 towns, each told by one to four
 * outlets, with one more incident in the background of every second report. The words are those of news by how common
 * they are, and names that chance makes up; nothing of it means anything.
 */
export function* invent(seed = 7): Generator<Invented> {
  const chance = chanceFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const list = new URL('../../src/joining/common-words.txt', import.meta.url);
  const common = readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split(/\s/)[0] ?? [])))
    .filter((word) => word !== '');
  const name = () => {
    const syllables = Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pick(SYLLABLES)).join('');
    return syllables.charAt(0).toUpperCase() + syllables.slice(1);
  };
  const towns = Array.from({ length: TOWNS }, () => ({
    name: name(),
    country: pick(COUNTRIES),
    lat: Math.round(chance() * 8_000 - 2_000) / 100,
    lon: Math.round(chance() * 18_000 - 3_000) / 100,
  }));
  const happening = () => {
    const toll = chance() < 0.6 ? 1 + Math.floor(chance() ** 3 * 60) : 0;
    const day = FIRST_DAY + Math.floor(chance() * YEARS * 365) * DAY;
    const details = Array.from({ length: 25 }, () => pick(common));
    return { town: pick(towns), kind: pick(KINDS), day, toll, victim: `${name()} ${name()}`, details };
  };
  for (let count = 0; ; ) {
    const incident = happening();
    const tellers = 1 + Math.floor(chance() ** 2 * 4);
    for (let teller = 0; teller < tellers; teller += 1, count += 1) {
      const background = chance() < 0.5 ? happening() : undefined;
      // Squared: the words that stand first in the list are the most common ones.
      const filling = Array.from({ length: WORDS }, () => common[Math.floor(chance() ** 2 * common.length)]);
      yield told({ id: `r${count}`, outlet: pick(OUTLETS), incident, background, filling, chance });
    }
  }
}

const SYLLABLES =
  'ba be bi bo da de di do fa ga go ka ke ki ko la le li lo ma me mi mo na ne ni no ra ri ro sa shi ta te ti to va ve ya zu'.split(
    ' ',
  );

interface Happening {
  readonly town: { name: string; country: string; lat: number; lon: number };
  readonly kind: string;
  readonly day: number;
  readonly toll: number;
  readonly victim: string;
  readonly details: readonly string[];
}

interface Telling {
  readonly id: string;
  readonly outlet: string;
  readonly incident: Happening;
  readonly background: Happening | undefined;
  readonly filling: readonly (string | undefined)[];
  readonly chance: () => number;
}

function told({ id, outlet, incident, background, filling, chance }: Telling): Invented {
  const published = new Date(incident.day + Math.floor(chance() * 3) * DAY).toISOString().slice(0, 10);
  const happenings = [incident, ...(background ? [background] : [])];
  const lines = happenings.map((one) => sentence(one, chance));
  const text = `${lines[0]} ${filling.slice(0, 90).join(' ')}. ${lines[1] ?? ''} ${filling.slice(90).join(' ')}.`;
  const report: ReportInput = { id, text, outlet, published };
  return {
    report,
    reading: {
      id: reportId(report),
      text,
      reader: { version: 'invented', models: {} },
      report: {
        ...{ title: null, byline: null, outlet, url: null, language: 'en', agencies: [] },
        published: { edtf: published, basis: 'given', why: 'it came with the report' },
        parts: [{ kind: 'body', start: 0, end: text.length }],
      },
      incidents: happenings.map((one, at) => incidentOf(one, at, text, lines[at] ?? '')),
      names: [],
      ...{ claims: [], times: [], places: [], unrelated: [], notes: [] },
    },
  };
}

function sentence({ town, kind, toll, victim, details }: Happening, chance: () => number): string {
  const said = details.filter(() => chance() < 0.7).join(' ');
  return `${kind} in ${town.name} ${said}, ${toll} killed, among them ${victim}.`;
}

function incidentOf({ town, kind, day, toll }: Happening, at: number, text: string, line: string): Incident {
  const start = text.indexOf(line);
  const span = cut(text, start, start + line.length);
  const place = text.indexOf(town.name, start);
  return {
    id: `i${at + 1}`,
    kind,
    realis: 'happened',
    core: at === 0,
    number: 1,
    mentions: [span],
    when: { edtf: new Date(day).toISOString().slice(0, 10), basis: 'worked out', rule: 'made up' },
    where: {
      ...town,
      ...{ precision: 'city' as const, gazetteer: null, candidates: [] },
      ...cut(text, place, place + town.name.length),
    },
    who: [],
    means: [],
    toll:
      toll === 0
        ? []
        : [{ outcome: 'killed', low: toll, high: toll, of: 'people', status: 'unknown', ...span }],
  };
}
