import type { Phrase } from '../syntax/index.js';
import {
  after,
  isAfterBe,
  isPassive,
  joined,
  joinedBefore,
  objectOf,
  subjectOf,
  sufferer,
} from './clauses.js';
import { type Figure, figureOf, headName } from './parties.js';
import { lemmaAt, type Scene, spanOf, tagAt, wordAt } from './scene.js';
import type { Trigger } from './triggers.js';

const BY = new Set(['by']);
const AGAINST = new Set(['on', 'against', 'targeting', 'at', 'upon', 'into', 'striking', 'hitting']);
const OF = new Set(['of', 'for']);
const WITH = new Set(['with']);
const BETWEEN = new Set(['between']);
/** Kinds whose sides are all actors where no direction is told. */
const MUTUAL = new Set(['agreement', 'armed_clash']);
/** Verbs whose subject does the incident that is their object: "launched an attack". */
const DOING = new Set(
  `launch,carry,conduct,stage,hold,sign,reach,impose,announce,declare,commit,perpetrate,order,mount,begin,start,make,
  perform,open,execute,undertake,lead,join,organize,organise,issue,grant,secure,win,face,attempt,plan,plot,repel,
  initiate,resume,continue,intensify,broker,ratify,reject,approve,pass,enact,propose,release,undergo,send,fire`
    .split(/[,\s]+/)
    .filter(Boolean),
);
const SUFFERING = new Set([
  'endure',
  'suffer',
  'face',
  'survive',
  'undergo',
  'receive',
  'get',
  'sustain',
  'escape',
]);

/** The parties of an incident word: who its clause says did it, and whom or what it was done to. */
export function figuresOf(scene: Scene, trigger: Trigger): Figure[] {
  const found = trigger.entry.tag === 'v' ? ofVerb(scene, trigger) : ofNoun(scene, trigger);
  const seen = new Set<string>();
  return found.filter((figure) => {
    const key = `${figure.role} ${figure.name.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function figures(scene: Scene, phrase: Phrase | undefined, role: Figure['role'], trigger: Trigger): Figure[] {
  if (phrase === undefined) return [];
  const isSubject = phrase.last <= trigger.first;
  const before = isSubject ? joinedBefore(scene, phrase, trigger.sentence) : [];
  return [...before, ...joined(scene, phrase, trigger.sentence)].flatMap(
    (part) => figureOf(scene, part, role) ?? [],
  );
}

function ofVerb(scene: Scene, trigger: Trigger): Figure[] {
  const { head, sentence, entry } = trigger;
  const pattern = scene.lexicon.roles.get(entry.lemmas.join(' '));
  const subject = modified(scene, head) ?? subjectOf(scene, head, sentence);
  if (pattern === 'nobody') return [];
  if (pattern === 'sufferer') return figures(scene, subject, 'recipient', trigger);
  if (pattern === 'defender' && !isPassive(scene, head, sentence)) {
    const stopped = objectOf(scene, trigger.last - 1, sentence);
    return [...figures(scene, stopped, 'actor', trigger), ...figures(scene, subject, 'recipient', trigger)];
  }
  if (pattern === 'doer' && !(isAfterBe(scene, head, sentence) && entry.lemmas[0] !== 'elect')) {
    const other = MUTUAL.has(entry.kind) ? after(scene, head, sentence, WITH, 4) : undefined;
    return [...figures(scene, subject, 'actor', trigger), ...figures(scene, other, 'actor', trigger)];
  }
  if (isPassive(scene, head, sentence)) {
    const doer = after(scene, trigger.last - 1, sentence, BY, 14);
    return [
      ...figures(scene, doer, 'actor', trigger),
      ...figures(scene, sufferer(scene, head, sentence), 'recipient', trigger),
    ];
  }
  const object = objectOf(scene, trigger.last - 1, sentence);
  return [...figures(scene, subject, 'actor', trigger), ...figures(scene, object, 'recipient', trigger)];
}

/** "police met protesting crowds": the noun that a participle stands in front of does what it says. */
function modified(scene: Scene, verb: number): Phrase | undefined {
  const before = tagAt(scene, verb - 1);
  const isModifier = wordAt(scene, verb).endsWith('ing') && (before === 'VERB' || before === 'ADP');
  const next = scene.phraseAt[verb + 1];
  return isModifier && next?.first === verb + 1 && tagAt(scene, verb + 1) === 'NOUN' ? next : undefined;
}

function ofNoun(scene: Scene, trigger: Trigger): Figure[] {
  const { sentence, entry } = trigger;
  const phrase = scene.phraseAt[trigger.head];
  const last = phrase === undefined ? trigger.last : Math.max(phrase.last, trigger.last);
  const behind = (words: ReadonlySet<string>, reach = 10) => after(scene, last - 1, sentence, words, reach);
  const sides = MUTUAL.has(entry.kind) ? [behind(BETWEEN, 3), behind(WITH, 3)] : [];
  const suffers =
    entry.kind === 'protest' ? undefined : (behind(AGAINST, 2) ?? near(scene, behind(OF, 1), entry.kind));
  return [
    ...ownersOf(scene, phrase, trigger),
    ...figures(scene, behind(BY), 'actor', trigger),
    ...sides.flatMap((side) => figures(scene, side, 'actor', trigger)),
    ...ofGovernor(scene, phrase, trigger),
    ...figures(scene, suffers, 'recipient', trigger),
  ];
}

/** "the assassination of X", "the arrest of X": what stands behind "of" suffers it, but not for votes and wars. */
function near(scene: Scene, phrase: Phrase | undefined, kind: string): Phrase | undefined {
  const takes = !['political_change', 'armed_clash', 'disaster', 'agreement', 'accident'].includes(kind);
  return takes && phrase !== undefined && tagAt(scene, phrase.head) !== 'NUM' ? phrase : undefined;
}

/** "Israeli airstrikes", "a US drone strike", "the army’s offensive": who stands in front of the word does it. */
function ownersOf(scene: Scene, phrase: Phrase | undefined, trigger: Trigger): Figure[] {
  if (phrase === undefined) return [];
  const suffered = ['trial', 'arrest', 'death', 'accident', 'disaster', 'release'].includes(
    trigger.entry.kind,
  );
  for (let at = phrase.first; at < trigger.first; at++) {
    const front: Phrase = { first: at, last: at + 1, head: at };
    const name = headName(scene, front);
    const isParty =
      name !== undefined && ['nationality', 'organisation', 'armed_group', 'place'].includes(name.type);
    const isPerson = name?.type === 'person' && /^['’]s$/i.test(wordAt(scene, at + 1));
    // "the Kabul attack" tells where, "a US strike" who: towns and regions are scenes, countries may be parties.
    const isState = name?.type !== 'place' || (scene.placeAt[at]?.precision ?? 'country') === 'country';
    if (!(isParty && isState) && !isPerson) continue;
    const figure = figureOf(scene, front, suffered ? 'recipient' : 'actor');
    if (figure !== undefined) return [figure];
  }
  return [];
}

/** The clause in which the noun stands: "the US launched strikes", "an attack killed five", "troops endured strikes". */
function ofGovernor(scene: Scene, phrase: Phrase | undefined, trigger: Trigger): Figure[] {
  if (phrase === undefined) return [];
  const { sentence } = trigger;
  const verb = verbBefore(scene, phrase.first, sentence.first);
  if (verb !== undefined) {
    const lemma = lemmaAt(scene, verb);
    const passive = isPassive(scene, verb, sentence);
    const subject = passive ? undefined : subjectOf(scene, verb, sentence);
    if (SUFFERING.has(lemma) && trigger.entry.kind !== 'trial')
      return figures(scene, subject, 'recipient', trigger);
    const tells = /^(?:announce|declare|order|report)$/.test(lemma) && trigger.entry.kind === 'arrest';
    if (DOING.has(lemma) && !tells) return figures(scene, subject, 'actor', trigger);
    return [];
  }
  const next = verbAfter(scene, phrase.last, sentence.last);
  if (next === undefined || isPassive(scene, next, sentence)) return [];
  const object = objectOf(scene, next, sentence);
  const does = ['kill', 'hit', 'injure', 'wound', 'target', 'strike', 'destroy', 'damage', 'eliminate'];
  return does.includes(lemmaAt(scene, next)) ? figures(scene, object, 'recipient', trigger) : [];
}

/** The verb right before a phrase, past the words that may stand between: "launched | a new". */
function verbBefore(scene: Scene, first: number, limit: number): number | undefined {
  for (let at = first - 1; at >= limit && first - at < 4; at--) {
    if (tagAt(scene, at) === 'VERB' && scene.phraseAt[at] === undefined) return at;
    if (!/^(?:out|up|a|an|the|over|of|series|on|at|least|more|than|its|to)$/.test(wordAt(scene, at)))
      return undefined;
  }
  return undefined;
}

function verbAfter(scene: Scene, last: number, limit: number): number | undefined {
  for (let at = last; at < limit && at - last < 14; at++) {
    if (/^[;:“”"]$/.test(wordAt(scene, at))) return undefined;
    if (tagAt(scene, at) === 'VERB' && scene.phraseAt[at] === undefined) return at;
  }
  return undefined;
}

/** The words of the phrase that a trigger stands in, for the mention: "over 165 rocket and drone strikes". */
export function mentionOf(scene: Scene, trigger: Trigger) {
  const phrase = trigger.entry.tag === 'n' ? scene.phraseAt[trigger.head] : undefined;
  const first = phrase === undefined ? trigger.first : Math.min(phrase.first, trigger.first);
  return spanOf(scene, first, Math.max(trigger.last, trigger.head + 1));
}
