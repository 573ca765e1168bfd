import type { Precision, Toponym, When, Where } from '../../record/index.js';
import { firstWhere } from '../search.js';
import { sentenceAt } from '../text/index.js';
import { bondOf, timeBeside, timeOf } from '../times/index.js';
import { type Scene, spanOf, tokenOf, touched, wordAt } from './scene.js';
import type { Trigger } from './triggers.js';

const FINENESS: readonly Precision[] = ['exact', 'city', 'district', 'region', 'country', 'area'];

/** Whether one precision is finer than another. */
export function isFiner(a: Precision, b: Precision): boolean {
  return FINENESS.indexOf(a) < FINENESS.indexOf(b);
}

/** How far a time may stand from an incident word to be its time, in tokens; see `distanceTo`. */
const FAR = 24;

/** When an incident happened, by its own sentence; a time that stands too far off tells of something else. */
export function whenOf(scene: Scene, trigger: Trigger): When | undefined {
  const sentence = sentenceAt(scene.document, trigger.sentence.start);
  const around = spanOf(scene, trigger.first, trigger.last);
  const times = touched(scene.timeAt, trigger.sentence.first, trigger.sentence.last);
  const time = timeOf({ ...scene.times, stretches: times }, scene.document, sentence, around, scene.grammar);
  if (time === undefined || time.edtf === null) return undefined;
  const isBound = bondOf(scene.document, scene.grammar, around, time) !== 'none';
  if (!isBound && distanceTo(scene, time, trigger) > FAR) return undefined;
  const { start, end, quote, edtf, rule } = time;
  return { edtf, start, end, quote, basis: edtf === quote ? 'stated' : 'worked out', rule };
}

/** When an incident happened whose own sentence does not say so: by the sentence beside it. */
export function whenBeside(scene: Scene, trigger: Trigger): When | undefined {
  const time = timeBeside(scene.times, scene.document, sentenceAt(scene.document, trigger.sentence.start));
  if (time === undefined || time.edtf === null) return undefined;
  const { start, end, quote, edtf, rule } = time;
  return { edtf, start, end, quote, basis: 'worked out', rule: `the day of the sentence beside it: ${rule}` };
}

/** What stands farther off than this is no time and no scene of an incident, whatever is between: not worth a look. */
const BEYOND = 60;

/** How far a span stands from a trigger, in tokens; a clause of its own between them counts for ten more. */
function distanceTo(scene: Scene, span: { start: number; end: number }, trigger: Trigger): number {
  const at = tokenOf(scene, span.start);
  const [from, to] = at < trigger.first ? [at, trigger.first] : [trigger.last, at];
  let distance = to - from;
  if (distance > BEYOND) return distance;
  for (let token = from; token < to; token++) {
    if (/^(?:,|;|who|which|that|after|before|while|when|since|because|and)$/.test(wordAt(scene, token)))
      distance += 4;
  }
  return distance;
}

/** Where an incident happened, by its own sentence: the nearest place that is a scene and not a party. */
export function whereOf(scene: Scene, trigger: Trigger): Where | undefined {
  const places = touched(scene.placeAt, trigger.sentence.first, trigger.sentence.last);
  const ranked = places
    .map((place) => ({ place, rank: sceneRank(scene, place, trigger) }))
    .sort((a, b) => b.rank - a.rank);
  const best = ranked[0];
  return best === undefined || best.rank < -30 ? undefined : whereFrom(best.place);
}

/** "Turkish authorities detain …": the country of the nearest nationality word, for what states do at home. */
export function whereOfNation(scene: Scene, trigger: Trigger, kind: string): Where | undefined {
  if (!AT_HOME.test(kind)) return undefined;
  const { first, last } = trigger.sentence;
  const named = [];
  for (let at = first; at < last; at++) {
    const nation = scene.nationOf(scene.document.tokens[at]?.text ?? '');
    if (nation !== undefined) named.push({ nation, at });
  }
  const nearest = named.sort((a, b) => Math.abs(a.at - trigger.head) - Math.abs(b.at - trigger.head))[0];
  if (nearest === undefined) return undefined;
  const { name, code, lat, lon, precision } = nearest.nation;
  const rule = 'the country of a nationality word, where no place is named';
  return {
    ...spanOf(scene, nearest.at, nearest.at + 1),
    ...{ name, country: code, lat, lon, precision, gazetteer: `country:${code}`, candidates: [] },
    basis: 'worked out',
    rule,
  };
}

/** Kinds of what a state or a crowd does in its own country. */
const AT_HOME = /^(?:trial|arrest|political_change|restriction|raid|protest|riot|release)$/;

/** Kinds that happen between parties and at no place of their own, as far as a report tells. */
const NOWHERE = /^(?:agreement|sanction|release|other)$/;

/**
 * The place that a sentence without one goes on about: the last named before it in its paragraph, else in the dateline,
 * else, in a report of one paragraph, the first named after it.
 */
export function whereBefore(scene: Scene, trigger: Trigger, kind: string): Where | undefined {
  if (NOWHERE.test(kind)) return undefined;
  const { document, places, lead } = scene;
  const { start } = trigger.sentence;
  const paragraph = document.parts[firstWhere(document.parts, ({ end }) => end > start)];
  const near = places[firstWhere(places, ({ end }) => end > start) - 1];
  if (near !== undefined && paragraph !== undefined && near.start >= paragraph.start)
    return whereFrom(near, 'the last place named before it in its paragraph');
  if (lead !== undefined)
    return whereFrom(lead, 'the place of the dateline, where the report names no other');
  const next = places[firstWhere(places, (place) => place.start >= trigger.sentence.end)];
  return scene.isShort && next !== undefined
    ? whereFrom(next, 'the only paragraph names this place next')
    : undefined;
}

/** A place of the text as the place of an incident. */
function whereFrom(place: Toponym, rule?: string): Where {
  return {
    ...place,
    basis: rule === undefined ? 'stated' : 'worked out',
    ...(rule === undefined ? {} : { rule }),
  };
}

const SCENE_WORDS =
  /^(?:in|at|near|outside|across|around|off|on|throughout|inside|over|of|from|to|into|towards?|within)$/;

/** How well a place fits as the scene: near, behind "in" or "near", fine, and not a country that acts. */
function sceneRank(scene: Scene, place: Toponym, trigger: Trigger): number {
  const at = tokenOf(scene, place.start);
  let rank = -distanceTo(scene, place, trigger);
  let before = at - 1;
  while (
    /^(?:the|northern|southern|eastern|western|central|north|south|east|west|of|city|town|village|province)$/.test(
      wordAt(scene, before),
    )
  ) {
    before--;
  }
  const word = wordAt(scene, before);
  if (SCENE_WORDS.test(word)) rank += 14;
  // "Baghdad, Iraq": the finer one comes first and leads.
  else if (word === ',') rank += 6;
  if (place.precision === 'country' || place.precision === 'area') {
    // "Iran executes a man" is at home; "retaliation against the US" is not in the US.
    rank -= SCENE_WORDS.test(word) || word === ',' || AT_HOME.test(trigger.entry.kind) ? 8 : 18;
  }
  if (at > trigger.first) rank += 2;
  return rank;
}
