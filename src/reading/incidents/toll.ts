import type { Outcome, Toll, Trace } from '../../record/index.js';
import { firstWhere } from '../search.js';
import type { Phrase } from '../syntax/index.js';
import { isOwn, type Sentence, sentenceAt } from '../text/index.js';
import { type Harm, harmsOf, isOne, statusIn } from './harms.js';
import { countOf } from './numbers.js';
import { figureOf, isNobody } from './parties.js';
import { type Filler, fillersOf, placeOf, runnersUp, scoreOf } from './parts.js';
import { type Scene, spanOf, wordAt } from './scene.js';
import type { Sighting } from './sightings.js';
import { phraseOf } from './who.js';

const OUTCOMES: readonly Outcome[] = ['killed', 'injured', 'missing', 'abducted', 'detained', 'displaced'];
/** From which chance on a word counts those who were harmed; and where the words of a clause say so too. */
const LEAST = 0.4;
const LEAST_IN_WORDS = 0.05;
/** How far from an incident's word a clause of harm may stand, in tokens. */
const REACH = 150;

/** A toll of an incident; of those who "were shot" one that counts unless as many were killed. */
interface Told {
  readonly toll: Toll;
  readonly isUnlessKilled: boolean;
}

/**
 * What incidents did to people, incident by incident, each count once, in the order of the text. A clause that states a
 * harm ("killing five") belongs to the incident that its words point to most; beside that stands what is counted in
 * other words ("the toll stood at five").
 */
export function tollsOf(scene: Scene, incidents: readonly (readonly Sighting[])[]): Toll[][] {
  const told: Told[][] = incidents.map(() => []);
  const tellings = incidents
    .flatMap((sightings, incident) => sightings.map((sighting) => ({ sighting, incident })))
    .sort((a, b) => a.sighting.token - b.sighting.token);
  const known = new Set<number>();
  for (const harm of harmsNear(scene, incidents)) {
    const [best, ...others] = claimantsOf(scene, tellings, harm);
    if (best === undefined || best.chance < LEAST_IN_WORDS) continue;
    const over = runnersUp(
      others,
      ({ chance }) => chance,
      ({ sighting: { mention } }) => ({ value: mention.quote, start: mention.start, end: mention.end }),
    );
    const { token } = best.sighting;
    const trace: Trace = { by: ['grammar', 'model'], from: placeOf(scene, token), over };
    const toll = { ...harm.toll, score: scoreOf(best.chance), trace };
    told[best.incident]?.push({ toll, isUnlessKilled: harm.isUnlessKilled === true });
    for (let at = harm.victims?.first ?? 0; at < (harm.victims?.last ?? 0); at++) known.add(at);
  }
  return incidents.map((incident, at) => distinct([...(told[at] ?? []), ...counted(scene, incident, known)]));
}

/** A word of an incident, by the number of the incident. */
interface Telling {
  readonly sighting: Sighting;
  readonly incident: number;
}

/**
 * The incidents within reach of a harm, the likeliest first, each with the word that speaks most for it. Of two that are
 * as likely the earlier is first.
 */
function claimantsOf(
  scene: Scene,
  tellings: readonly Telling[],
  harm: Harm,
): (Telling & { chance: number })[] {
  const from = firstWhere(tellings, ({ sighting }) => sighting.token >= harm.head - REACH);
  const to = firstWhere(tellings, ({ sighting }) => sighting.token > harm.head + REACH);
  const best = new Map<number, Telling & { chance: number }>();
  for (const telling of tellings.slice(from, to)) {
    const chance = chanceOf(scene, telling.sighting, harm);
    if (chance > (best.get(telling.incident)?.chance ?? 0))
      best.set(telling.incident, { ...telling, chance });
  }
  return [...best.values()].sort((a, b) => b.chance - a.chance || a.incident - b.incident);
}

/** The harms that the sentences state in which, or beside which, incidents are told. */
function harmsNear(scene: Scene, incidents: readonly (readonly Sighting[])[]): Harm[] {
  const near = new Set<Sentence>();
  const { sentences } = scene.document;
  for (const { sentence } of incidents.flat()) {
    const at = sentenceAt(scene.document, sentence.start);
    for (const beside of sentences.slice(Math.max(0, at - 1), at + 3)) if (isOwn(beside)) near.add(beside);
  }
  return [...near].flatMap((sentence) => harmsOf(scene, sentence));
}

/** How likely it is that a harm is of a word's incident: by the words of those harmed, and by the word of the harm itself. */
function chanceOf(scene: Scene, { peg, token, sentence }: Sighting, { toll, head, victims }: Harm): number {
  let best = token === head ? OWN : 0;
  const isBeside = sentence.first <= head && head < sentence.last;
  // Of two in the sentence the nearer.
  if (isBeside) best = Math.max(best, BESIDE - Math.abs(token - head) / 10_000);
  if (isNext(scene, sentence, head)) best = Math.max(best, NEXT);
  for (let at = victims?.first ?? head; at < (victims?.last ?? head + 1); at++) {
    best = Math.max(best, scene.arcs.part(peg, toll.outcome, at) * (isBeside ? 1 : FARTHER));
  }
  return best;
}

/** Whether a token stands in the sentence behind one. */
function isNext({ document }: Scene, sentence: Sentence, token: number): boolean {
  const behind = document.sentences[sentenceAt(document, sentence.start) + 1];
  return behind !== undefined && isOwn(behind) && behind.first <= token && token < behind.last;
}

/** What it counts that a harm is told by the very word that the incident hangs on: "killed five". */
const OWN = 0.5;
/** What it counts that a harm is told in the sentence of the incident, where the model gives it to none. */
const BESIDE = 0.08;
/** The same in the sentence behind it: "There were no casualties." */
const NEXT = 0.06;
/** What is left of a chance where the incident is told in another sentence. */
const FARTHER = 0.7;

/** What the model counts beside what the clauses say, whose tokens are known. */
function counted(scene: Scene, incident: readonly Sighting[], known: ReadonlySet<number>): Told[] {
  const likeliest = new Map<number, Filler & { outcome: Outcome }>();
  for (const outcome of OUTCOMES) {
    for (const filler of fillersOf(scene, incident, outcome, LEAST)) {
      const other = likeliest.get(filler.token);
      if (filler.chance > (other?.chance ?? 0)) likeliest.set(filler.token, { ...filler, outcome });
    }
  }
  return [...likeliest.values()].flatMap((filler) => {
    const toll = known.has(filler.token) ? undefined : countedAt(scene, filler, filler.outcome);
    if (toll === undefined) return [];
    const trace = traceOf(scene, filler, filler.outcome);
    return [{ toll: { ...toll, trace }, isUnlessKilled: false }];
  });
}

/** The word that points at a count, and what else the model thought that it counts. */
function traceOf(scene: Scene, { token, sighting }: Filler, outcome: Outcome): Trace {
  const over = runnersUp(
    OUTCOMES.filter((other) => other !== outcome),
    (other) => scene.arcs.part(sighting.peg, other, token),
    (value) => ({ value }),
  );
  return { by: ['model'], from: placeOf(scene, sighting.token), over };
}

function distinct(told: readonly Told[]): Toll[] {
  const killed = new Set(told.flatMap(({ toll }) => (toll.outcome === 'killed' ? [toll.low] : [])));
  const tolls = told
    .filter(({ toll, isUnlessKilled }) => !(isUnlessKilled && killed.has(toll.low)))
    .map(({ toll }) => toll)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const byCount = new Map<string, Toll>();
  for (const toll of tolls) {
    const key = `${toll.outcome} ${toll.low} ${toll.high}`;
    if (!byCount.has(key)) byCount.set(key, toll);
  }
  return [...byCount.values()];
}

function countedAt(scene: Scene, { token, chance, sighting }: Filler, outcome: Outcome): Toll | undefined {
  const whole = scene.phraseAt[token] ?? phraseOf(scene, token);
  const figure = figureOf(scene, whole, 'recipient');
  const victims = {
    of: figure?.name ?? spanOf(scene, whole.first, whole.last).quote,
    status: figure?.status ?? statusIn(scene, whole),
    score: scoreOf(chance),
  };
  if (isNobody(scene, whole) || wordAt(scene, token) === 'no') {
    const words = wordsOf(scene, whole, whole.first, sighting.token);
    return { ...words, outcome, low: 0, high: 0, ...victims, basis: 'stated' };
  }
  const count =
    countOf(scene, { ...whole, first: Math.min(token, whole.head) }, sighting.sentence) ??
    countOf(scene, whole);
  if (count !== undefined) {
    const words = wordsOf(scene, whole, count.first, sighting.token);
    return { ...words, outcome, low: count.low, high: count.high, ...victims, basis: 'stated' };
  }
  if (!isOne(scene, whole, figure)) return undefined;
  const words = wordsOf(scene, whole, whole.first, sighting.token);
  const rule = 'one person is named, so one is counted';
  return { ...words, outcome, low: 1, high: 1, ...victims, basis: 'worked out', rule };
}

/** The words from the number to the incident's, "killed at least five soldiers"; those of the phrase alone where it is far. */
function wordsOf(scene: Scene, phrase: Phrase, first: number, peg: number) {
  const from = Math.min(first, peg);
  const to = Math.max(phrase.last, peg + 1);
  return to - from > 25 ? spanOf(scene, Math.min(first, phrase.first), phrase.last) : spanOf(scene, from, to);
}
