import type { Phrase } from '../syntax/index.js';
import { after, isAfterBe, isPassive, joined, objectOf, subjectOf } from './clauses.js';
import { type Figure, figureOf, headName } from './parties.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';
import type { Trigger } from './triggers.js';

const BY = new Set(['by']);
const AGAINST = new Set(['on', 'against', 'targeting', 'upon', 'striking', 'hitting']);
const OPPOSED = new Set(['against']);
const OF = new Set(['of', 'for']);
const WITH = new Set(['with']);
const BETWEEN = new Set(['between']);
/** Kinds whose sides are all actors where no direction is told. */
const MUTUAL = new Set(['agreement', 'armed_clash']);
/** Verbs whose subject does the incident that is their object: "launched an attack". */
const DOING = new Set(
  `launch,carry,conduct,stage,hold,sign,reach,impose,announce,declare,commit,perpetrate,order,mount,begin,start,make,
  perform,open,execute,undertake,lead,join,organize,organise,issue,grant,secure,win,face,attempt,plan,plot,repel,
  initiate,resume,continue,intensify,broker,ratify,reject,approve,pass,enact,propose,release,undergo,send,fire,extend,lift,end,claim,threaten`
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

function figures(scene: Scene, phrase: Phrase | undefined, role: Figure['role']): Figure[] {
  if (phrase === undefined) return [];
  return joined(scene, phrase).flatMap((part) => figureOf(scene, part, role) ?? []);
}

function ofVerb(scene: Scene, trigger: Trigger): Figure[] {
  const { head, sentence, entry } = trigger;
  const pattern = scene.lexicon.roles.get(entry.lemmas.join(' '));
  const subject = modified(scene, head) ?? subjectOf(scene, head);
  if (pattern === 'nobody') return [];
  if (pattern === 'sufferer') return figures(scene, subject, 'recipient');
  // "after fighting between the army and rebels"
  const sides = MUTUAL.has(entry.kind) ? after(scene, head, sentence, BETWEEN, 1) : undefined;
  if (sides !== undefined) return figures(scene, sides, 'actor');
  if (pattern === 'doer' && !(isAfterBe(scene, head) && entry.lemmas[0] !== 'elect')) {
    return [...figures(scene, subject, 'actor'), ...ofOthers(scene, trigger)];
  }
  if (isPassive(scene, head)) {
    const doer = after(scene, trigger.last - 1, sentence, BY, 14);
    return [...figures(scene, doer, 'actor'), ...figures(scene, subject, 'recipient')];
  }
  const object = objectOf(scene, head);
  if (pattern === 'defender') {
    return [...figures(scene, object, 'actor'), ...figures(scene, subject, 'recipient')];
  }
  // "shot himself": who does it suffers it.
  if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(wordAt(scene, object?.head ?? -1))) {
    return figures(scene, subject, 'recipient');
  }
  return [...figures(scene, subject, 'actor'), ...figures(scene, object, 'recipient')];
}

/** "clashed with police": the other side; "rallied against the law": whom or what it was against. */
function ofOthers(scene: Scene, { head, sentence, entry }: Trigger): Figure[] {
  if (MUTUAL.has(entry.kind)) return figures(scene, after(scene, head, sentence, WITH, 4), 'actor');
  if (entry.kind !== 'protest') return [];
  return figures(scene, after(scene, head, sentence, OPPOSED, 4), 'recipient');
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
    entry.kind === 'protest'
      ? behind(OPPOSED, 4)
      : (behind(AGAINST, 2) ?? near(scene, behind(OF, 1), entry.kind));
  return [
    ...ownersOf(scene, phrase, trigger),
    ...figures(scene, behind(BY), 'actor'),
    ...sides.flatMap((side) => figures(scene, side, 'actor')),
    ...ofGovernor(scene, phrase, trigger),
    ...figures(scene, suffers, 'recipient'),
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
    const isState = name?.type !== 'place' || (scene.sceneAt[at]?.precision ?? 'country') === 'country';
    if (!(isParty && isState) && !isPerson) continue;
    const figure = figureOf(scene, front, suffered ? 'recipient' : 'actor');
    if (figure !== undefined) return [figure];
  }
  return [];
}

/** Verbs whose object suffers what their subject tells of: "an attack killed five". */
const HARMING = new Set([
  'kill',
  'hit',
  'injure',
  'wound',
  'target',
  'strike',
  'destroy',
  'damage',
  'eliminate',
]);

/** The clause in which the noun stands: "the US launched strikes", "an attack killed five", "troops endured strikes". */
function ofGovernor(scene: Scene, phrase: Phrase | undefined, trigger: Trigger): Figure[] {
  if (phrase === undefined) return [];
  const suspect = suspectOf(scene, phrase.head, trigger);
  if (suspect !== undefined) return figures(scene, suspect, 'actor');
  const { verb, label } = governorOf(scene, phrase.head);
  if (verb === undefined || isPassive(scene, verb)) return [];
  const lemma = lemmaAt(scene, verb);
  if (label === 'nsubj') {
    return HARMING.has(lemma) ? figures(scene, objectOf(scene, verb), 'recipient') : [];
  }
  const subject = subjectOf(scene, verb);
  if (SUFFERING.has(lemma) && trigger.entry.kind !== 'trial') return figures(scene, subject, 'recipient');
  const tells = /^(?:announce|declare|order|report)$/.test(lemma) && trigger.entry.kind === 'arrest';
  return DOING.has(lemma) && !tells ? figures(scene, subject, 'actor') : [];
}

const SUSPECTING = new Set(
  'arrest,accuse,charge,convict,sentence,jail,imprison,detain,indict,try,suspect,want,acquit,hang,execute'.split(
    ',',
  ),
);
/** Kinds of what courts and police do: nobody is arrested for a trial that he held. */
const OF_LAW = new Set(['trial', 'arrest', 'release', 'restriction', 'sanction']);

/** "was arrested for the murder of his wife", "convicted of the attack": who a court or the police say did it. */
function suspectOf(scene: Scene, noun: number, { entry }: Trigger): Phrase | undefined {
  const { heads, labels } = scene.grammar;
  const preposition = labels[noun] === 'pobj' ? (heads[noun] ?? -1) : -1;
  const verb = heads[preposition] ?? -1;
  const isCharge =
    /^(?:for|of|with|over)$/.test(wordAt(scene, preposition)) && SUSPECTING.has(lemmaAt(scene, verb));
  if (!isCharge || OF_LAW.has(entry.kind)) return undefined;
  return isPassive(scene, verb) ? subjectOf(scene, verb) : objectOf(scene, verb);
}

/** The verb that a noun is subject or object of, through "a series of" and what is joined: "launched raids and strikes". */
function governorOf(scene: Scene, noun: number): { verb?: number; label?: string } {
  const { heads, labels } = scene.grammar;
  let at = noun;
  for (let steps = 0; steps < 8; steps++) {
    const label = labels[at] ?? '';
    const head = heads[at] ?? -1;
    if (/^(?:nsubj|dobj)$/.test(label)) return { verb: head, label };
    const goesOn = label === 'conj' || label === 'prep' || label === 'pobj';
    if (!goesOn || head < 0 || tagAt(scene, head) === 'VERB') return {};
    if (label === 'prep' && !/^(?:of|on|against)$/.test(wordAt(scene, at))) return {};
    at = head;
  }
  return {};
}
