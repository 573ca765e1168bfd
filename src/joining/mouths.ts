import type { Claim, JoinedEvidence, Reading } from '../record/index.js';
import type { Support } from './independent.js';
import { creditsIn, folded } from './outlets.js';
import { named, type Sources } from './sources.js';

/** In whose mouth a report puts a value, and which outlets it has the value from. */
export interface Mouth {
  readonly speakers: readonly string[];
  /** Speakers that are not outlets: whom the value goes back to. */
  readonly primary: readonly string[];
  /** Outlets that are credited, by name. */
  readonly outlets: readonly string[];
  readonly stance: Claim['stance'] | null;
  readonly support: Support;
}

const PRONOUN = /^(?:he|she|they|it|we|i|who|that|one|some|others|this|these|those)$/i;
/** "This newspaper" is the writer's own; "the same paper" is an outlet whose name stands elsewhere. */
const UNNAMED_OUTLET =
  /^(?:this|our) |^the (?:\p{L}+ )?(?:paper|newspaper|daily|weekly|broadcaster|news agency|site|station|outlet)$/iu;

/** Whose word a value is, from the claim that its words lie in and from the sentence around them. */
export function mouthOf(reading: Reading, evidence: JoinedEvidence, sources: Sources): Mouth {
  const claim = reading.claims.find(({ id }) => id === evidence.claim);
  const own = sources.tellers.get(reading.id)?.outlet;
  const speakers = speakersOf(claim).filter((name) => !PRONOUN.test(name) && !UNNAMED_OUTLET.test(name));
  const outlets = [
    ...speakers.flatMap((name) => outletOf(name, claim, sources)),
    ...creditsAround(reading, evidence, sources),
  ].filter(({ key }) => key !== own);
  return {
    speakers,
    primary: speakers.filter((name) => outletOf(name, claim, sources).length === 0),
    outlets: [...new Set(outlets.map(({ name }) => name))],
    stance: claim?.stance ?? null,
    support: { report: reading.id, credits: new Set(outlets.map(({ key }) => key)) },
  };
}

function speakersOf(claim: Claim | undefined): string[] {
  const names = [claim?.speaker?.name ?? '', ...(claim?.chain ?? []).map(({ name }) => name)];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** The outlet that a speaker is: one of the known, or any of the kind media. */
function outletOf(speaker: string, claim: Claim | undefined, { names }: Sources) {
  const known = named(speaker, names);
  if (known.length > 0) return known;
  const isMedia = claim?.speaker?.kind === 'media' && claim.speaker.name === speaker;
  return isMedia ? [{ key: folded(speaker).replace(/^the /, ''), name: speaker }] : [];
}

/** The outlets that the sentence of a value credits. */
function creditsAround({ text }: Reading, { start, end }: JoinedEvidence, { names }: Sources) {
  if (start === undefined || end === undefined) return [];
  const from = sentenceStart(text, start);
  return creditsIn(text.slice(from, sentenceEnd(text, end)), text.slice(0, from), names);
}

const SENTENCE_END = /[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})|\n/gu;

function sentenceStart(text: string, at: number): number {
  let start = 0;
  for (const match of text.slice(0, at).matchAll(SENTENCE_END)) start = match.index + match[0].length;
  return start;
}

function sentenceEnd(text: string, at: number): number {
  const rest = text.slice(at);
  const match = rest.matchAll(SENTENCE_END).next().value;
  return match ? at + match.index + 1 : text.length;
}
