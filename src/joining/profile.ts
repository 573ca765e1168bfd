import {
  codebook,
  type DayRange,
  daysOf,
  type Family,
  familyOf,
  type Incident,
  type Party,
  type Toll,
  type Where,
} from '../record/index.js';
import { type Member, memberKey } from './cluster.js';
import { prepareStory, type Story, type Stretch } from './story.js';
import { vectorOf, type WordVector, type WordWeight, wordsOf } from './words.js';

/** A member, made ready to be compared: everything that a comparison asks, worked out once. */
export interface Profile {
  readonly member: Member;
  readonly key: string;
  readonly report: string;
  readonly core: boolean;
  /** The first incident that its report is about: what the report tells before all else. */
  readonly isMain: boolean;
  readonly kind: string;
  readonly family: Family;
  /** Whether it happened or goes on; else it is planned, threatened, denied or supposed. */
  readonly isReal: boolean;
  /** The days that are told, where they are at most a season; open and longer times say too little. */
  readonly days: DayRange | undefined;
  readonly place: Place | undefined;
  readonly countries: readonly string[];
  /** What it stands for when it is no single incident, which must not swallow others; see `hubOf`. */
  readonly hub: string | undefined;
  /** Neither a place nor a time is told. */
  readonly isVague: boolean;
  /** Words in the full names of the persons who were harmed, a set for each of them. */
  readonly victims: readonly ReadonlySet<string>[];
  /** Words in the names of groups and states that did it. */
  readonly actors: ReadonlySet<string>;
  readonly tolls: ReadonlyMap<string, readonly Figure[]>;
  readonly means: ReadonlySet<string>;
  /** The words of the sentences about it. */
  readonly words: WordVector;
  readonly story: Story;
}

export interface Place {
  readonly lat: number;
  readonly lon: number;
  /** Kilometres around the point within which it lies. */
  readonly radius: number;
  /** Whether its point is known as finely as a town. */
  readonly isFine: boolean;
  /** Whether it is a town, a village or a quarter, even one that no gazetteer knows: "Mondomo, Colombia". */
  readonly isLocal: boolean;
  readonly name: string;
  readonly words: ReadonlySet<string>;
}

export interface Figure {
  readonly low: number;
  readonly high: number;
}

export type Profiler = (member: Member) => Profile;

const SEASON = 92;
/** How far from its point, in kilometres, a thing in a place of each precision may lie. */
const RADII = { exact: 3, city: 10, district: 25, region: 150, country: 500, area: 1000 } as const;
const FINE: ReadonlySet<string> = new Set(['exact', 'city', 'district']);
const kinds = new Set(codebook.map(({ kind }) => kind));

/** Makes the function that prepares members, each once. */
export function prepareProfile(weight: WordWeight): Profiler {
  const story = prepareStory(weight);
  const known = new WeakMap<Incident, Profile>();
  return (member) => {
    const found = known.get(member.incident);
    if (found && found.member.reading === member.reading) return found;
    const profile = profileOf(member, story(member.reading), weight);
    known.set(member.incident, profile);
    return profile;
  };
}

function profileOf(member: Member, story: Story, weight: WordWeight): Profile {
  const { incident, reading } = member;
  const days = daysToldBy(incident);
  return {
    member,
    key: memberKey(member),
    report: reading.id,
    core: incident.core,
    isMain: reading.incidents.find(({ core }) => core) === incident,
    kind: incident.kind,
    family: kinds.has(incident.kind) ? familyOf(incident.kind) : 'other',
    isReal: ['happened', 'ongoing', 'attempted'].includes(incident.realis),
    days,
    place: placeOf(incident.where),
    countries: [incident.where?.country ?? []].flat(),
    hub: hubOf(incident),
    isVague: incident.when === undefined && incident.where === undefined,
    victims: incident.who.filter(isNamedVictim).map(({ name, aliases }) => wordSet([name, ...aliases])),
    actors: wordSet(
      incident.who
        .filter(({ role, type }) => role === 'actor' && (type === 'group' || type === 'state'))
        .flatMap(({ name, aliases }) => [name, ...aliases]),
    ),
    tolls: tollsOf(incident.toll),
    means: wordSet(incident.means.map(({ quote }) => quote)),
    words: vectorOf(wordsAbout(incident, reading.text, story.sentences), weight),
    story,
  };
}

const wordSet = (texts: readonly string[]) => new Set(texts.flatMap(wordsOf));

function daysToldBy({ when }: Incident): DayRange | undefined {
  const days = when && daysOf(when.edtf);
  return days && days.last - days.first <= SEASON ? days : undefined;
}

function placeOf(where: Where | undefined): Place | undefined {
  if (!where || where.lat === null || where.lon === null) return undefined;
  const { lat, lon, precision, name } = where;
  return {
    lat,
    lon,
    radius: where.radius ?? RADII[precision],
    isFine: FINE.has(precision),
    isLocal: FINE.has(precision) || name.includes(','),
    name,
    words: new Set(wordsOf(where.quote)),
  };
}

/**
 * What an incident that is no single one stands for, and undefined for a single one. "Nine attacks in March" is the
 * same as other words for nine attacks, and never as one of the nine; what goes on for months, or in a whole country
 * on no day that is told, holds much and is none of it.
 */
function hubOf(incident: Incident): string | undefined {
  const { number, when, where, kind } = incident;
  const days = when && daysOf(when.edtf);
  const isOnePlace = where !== undefined && FINE.has(where.precision);
  // "Two bombs in one street on Monday" is one incident told as two, as long as place and day are.
  const isOneDay = days !== undefined && days.last - days.first <= 1;
  if (number !== 1 && !(isOnePlace && isOneDay)) return `${number} ${kind}`;
  if (days && days.last - days.first > SEASON / 3) return `${when.edtf} ${kind}`;
  const isWide = where !== undefined && ['country', 'area'].includes(where.precision);
  // A village that no gazetteer knows is "Mondomo, Colombia", at the point of its country.
  const isWhole = isWide && !where.name.includes(',');
  return isWhole && !days ? `${where.name} ${kind}` : undefined;
}

/** Whether a party is a person with first and last name who was harmed: "Dana Ruiz", and not "teenager". */
function isNamedVictim({ role, type, name }: Party): boolean {
  return role === 'recipient' && type === 'person' && /^\p{Lu}\S+ (?:.* )?\p{Lu}\S+$/u.test(name);
}

function tollsOf(tolls: readonly Toll[]): ReadonlyMap<string, readonly Figure[]> {
  const figures = new Map<string, Figure[]>();
  for (const { outcome, low, high } of tolls) {
    const list = figures.get(outcome) ?? [];
    list.push({ low, high: high ?? Infinity });
    figures.set(outcome, list);
  }
  return figures;
}

/** The words of every sentence that a value of the incident rests on. */
function wordsAbout(incident: Incident, text: string, sentences: readonly Stretch[]): string[] {
  const { mentions, when, where, who, means, toll } = incident;
  const spans = [
    ...mentions,
    ...(when ? [when] : []),
    ...(where ? [where] : []),
    ...who.flatMap((party) => party.mentions),
    ...means,
    ...toll,
  ];
  const told = sentences.filter(({ start, end }) =>
    spans.some((span) => span.start !== undefined && span.start >= start && span.start < end),
  );
  return told.flatMap(({ start, end }) => wordsOf(text.slice(start, end)));
}
