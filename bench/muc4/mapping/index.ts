import { daysOf, type Reading } from '../../../src/record/index.js';
import { mucDay } from '../dateline.js';
import { normal } from '../normal.js';
import type { Fill, Slot, Template } from '../template.js';
import type { Draft, Human, Told } from './draft.js';
import { harmOf } from './harm.js';
import { instrumentsOf } from './instruments.js';
import { ownWords, stageOf, typeOf } from './kind.js';
import { mergeDrafts, unique } from './merge.js';
import { perpetratorsOf } from './perpetrators.js';
import { whyNotCoded } from './relevance.js';
import { daysOfIncident, placeOf } from './setting.js';
import { peopleOf, thingsOf } from './targets.js';

/** The templates that MUC-4 would have of a report, from what was read in it. Pure; knows no key. */
export function templatesOf(reading: Reading): Template[] {
  const drafts = reading.incidents.flatMap((incident) => draftOf({ incident, reading }));
  return mergeDrafts(drafts)
    .filter(isSpecific)
    .map((draft) => templateOf(draft, reading));
}

function draftOf(told: Told): Draft[] {
  const [type, stage] = [typeOf(told), stageOf(told)];
  if (type === undefined || stage === undefined || whyNotCoded(told) !== undefined) return [];
  const [place, words] = [placeOf(told), ownWords(told)];
  const things = type === 'kidnapping' ? [] : thingsOf(told, place);
  const { people, effectsOnNobody } = harmOf(told, peopleOf(told, place), words);
  const { individuals, organisations, isByState } = perpetratorsOf(told);
  return [
    {
      type,
      stage,
      days: daysOfIncident(told),
      place,
      individuals: unique(individuals, normal),
      organisations: unique(organisations, ({ name }) => normal(name)),
      isByState,
      things: unique(things, (thing) => normal(thing.words)),
      people: unique(people, ({ name, description }) => normal(name ?? description ?? '')),
      effectsOnNobody,
      instruments: instrumentsOf(told, type, words),
    },
  ];
}

/** "An attack by a subversive group", and no more, is not coded: the target must be known, or at least the weapon. */
const isSpecific = ({ type, things, people, instruments }: Draft) =>
  type === 'forced work stoppage' ||
  things.length + people.length > 0 ||
  instruments.some(({ words }) => words !== undefined);

function templateOf(draft: Draft, reading: Reading): Template {
  const { type, stage, individuals, organisations, isByState, things, people, instruments } = draft;
  const slots: Record<Slot, Fill[]> = {
    'INCIDENT: DATE': valueFills(dateOf(draft, reading)),
    'INCIDENT: LOCATION': valueFills([draft.place.country, draft.place.name].filter(Boolean).join(': ')),
    'INCIDENT: TYPE': valueFills(type.toUpperCase()),
    'INCIDENT: STAGE OF EXECUTION': valueFills(stage),
    'INCIDENT: INSTRUMENT ID': instruments.flatMap(({ words }) => valueFills(words)),
    'INCIDENT: INSTRUMENT TYPE': instruments.flatMap((one) => aboutFills(one.type, one.words)),
    'PERP: INCIDENT CATEGORY': valueFills(isByState ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT'),
    'PERP: INDIVIDUAL ID': individuals.flatMap(valueFills),
    'PERP: ORGANIZATION ID': organisations.flatMap(({ name }) => valueFills(name)),
    'PERP: ORGANIZATION CONFIDENCE': organisations.flatMap((one) => aboutFills(one.confidence, one.name)),
    'PHYS TGT: ID': things.flatMap(({ words }) => valueFills(words)),
    'PHYS TGT: TYPE': things.flatMap((one) => aboutFills(one.type, one.words)),
    'PHYS TGT: NUMBER': things.flatMap((one) => aboutFills(one.number, one.words)),
    'PHYS TGT: FOREIGN NATION': things.flatMap((one) => aboutFills(one.nation, one.words)),
    'PHYS TGT: EFFECT OF INCIDENT': things.flatMap((one) => aboutFills(one.effect, one.words)),
    'PHYS TGT: TOTAL NUMBER': [],
    'HUM TGT: NAME': people.flatMap(({ name }) => valueFills(name)),
    'HUM TGT: DESCRIPTION': people.flatMap(describe),
    'HUM TGT: TYPE': people.flatMap((one) => aboutFills(one.type, wordsFor(one))),
    'HUM TGT: NUMBER': people.flatMap((one) => aboutFills(one.number, wordsFor(one))),
    'HUM TGT: FOREIGN NATION': people.flatMap((one) => aboutFills(one.nation, wordsFor(one))),
    'HUM TGT: EFFECT OF INCIDENT': [
      ...people.flatMap((one) => one.effects.flatMap((effect) => aboutFills(effect, wordsFor(one)))),
      ...draft.effectsOnNobody.flatMap((effect) => aboutFills(effect, undefined)),
    ],
    'HUM TGT: TOTAL NUMBER': [],
  };
  return slots;
}

const wordsFor = ({ name, description }: Human) => name ?? description;

const describe = ({ name, description }: Human): Fill[] =>
  name === undefined
    ? valueFills(description)
    : description === undefined
      ? []
      : aboutFills(description, name);

const valueFills = (value: string | undefined): Fill[] => (value ? [{ value }] : []);

/** A value said of a target; of none in particular it is said of "-". */
const aboutFills = (value: string | undefined, of: string | undefined): Fill[] =>
  value ? [{ value, of: [of ?? '-'] }] : [];

function dateOf({ days }: Draft, { report }: Reading): string | undefined {
  if (days)
    return days.first === days.last ? mucDay(days.first) : `${mucDay(days.first)} - ${mucDay(days.last)}`;
  const published = report.published ? daysOf(report.published.edtf) : undefined;
  return published && Number.isFinite(published.last) ? `- ${mucDay(published.last)}` : undefined;
}
