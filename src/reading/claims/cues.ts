import type { Sentence } from '../text/index.js';
import { phraseEndingAt, phraseStartingAt } from './phrases.js';
import {
  canSpeak,
  isNotSpeech,
  isPassive,
  isSomebody,
  isUnsaid,
  isVerb,
  type SpeakerNouns,
} from './speech.js';
import { subjectBefore } from './subjects.js';
import type { ReportingVerb } from './verbs.js';
import { isTimeWord, lowerAt, type Page, quotationAt, type Stretch, textAt } from './words.js';

/** Words that make a claim of others: a reporting verb or "according to", and the speaker that goes with it. */
export interface Cue extends Stretch {
  readonly verb: ReportingVerb;
  readonly lemma: string;
  /** How the speaker stands to the cue; "inherited" has none of its own, as in "…, adding that". */
  readonly order: 'speaker first' | 'verb first' | 'source' | 'by' | 'inherited';
  readonly speaker: Stretch | undefined;
}

/** The lists that cues are found by. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, readonly ReportingVerb[]>;
  readonly sources: readonly (readonly string[])[];
  /** Papers and pictures that can "show" something. */
  readonly evidence: ReadonlySet<string>;
  readonly kinds: SpeakerNouns;
}

/** The cues of a sentence in text order, those inside quotations left out: they are the speaker's own words. */
export function cuesOf(page: Page, sentence: Sentence, lexicon: CueLexicon): Cue[] {
  const cues: Cue[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    if (quotationAt(page, at) !== undefined) continue;
    const cue = sourceAt(page, sentence, at, lexicon.sources) ?? verbCueAt(page, sentence, at, lexicon);
    if (cue === undefined) continue;
    cues.push(cue);
    at = cue.last - 1;
  }
  return cues;
}

const ACCORDING: ReportingVerb = { particle: '', stance: 'says', frame: 'clause' };

function sourceAt(
  page: Page,
  sentence: Sentence,
  at: number,
  sources: CueLexicon['sources'],
): Cue | undefined {
  const words = sources.find((source) => source.every((word, step) => lowerAt(page, at + step) === word));
  if (words === undefined) return undefined;
  const first = at + words.length;
  const speaker = phraseStartingAt(page, sentence, first);
  if (speaker === undefined) return undefined;
  return { first: at, last: first, verb: ACCORDING, lemma: words.join(' '), order: 'source', speaker };
}

function verbCueAt(page: Page, sentence: Sentence, at: number, lexicon: CueLexicon): Cue | undefined {
  const lemma = page.grammar.lemmas[at] ?? '';
  const candidates = lexicon.verbs.get(lemma);
  if (candidates === undefined || !isVerb(page, at, lexicon.kinds)) return undefined;
  const verb = candidates.find(
    ({ particle }) => particle === '' || followedBy(page, at, particle.split(' ')),
  );
  if (verb === undefined || isUnsaid(page, sentence, at)) return undefined;
  const last = at + 1 + (verb.particle === '' ? 0 : verb.particle.split(' ').length);
  const cue = { first: at, last, verb, lemma };
  if (isPassive(page, sentence, at)) {
    const speaker = agentOf(page, sentence, last);
    return speaker && { ...cue, order: 'by', speaker };
  }
  if (isNotSpeech(page, at, last, lemma)) return undefined;
  const inverted = speakerAfter(page, sentence, cue, lexicon.kinds);
  return inverted
    ? { ...cue, order: 'verb first', speaker: inverted }
    : withSubject(page, sentence, cue, lexicon);
}

function followedBy(page: Page, at: number, words: readonly string[]): boolean {
  return words.every((word, step) => lowerAt(page, at + 1 + step) === word);
}

function agentOf(page: Page, sentence: Sentence, last: number): Stretch | undefined {
  if (lowerAt(page, last) !== 'by') return undefined;
  const agent = phraseStartingAt(page, sentence, last + 1);
  return agent && canSpeak(page, agent) ? agent : undefined;
}

const BEHIND_SPEAKER =
  /^(?:[,.;:—–(]|who|on|in|after|at|as|adding|during|yesterday|of|from|with|when|before|)$/;

type VerbCue = Omit<Cue, 'order' | 'speaker'>;

/** "…, said the Defence Ministry." The words after the verb are its subject where no verb of theirs follows. */
function speakerAfter(
  page: Page,
  sentence: Sentence,
  cue: VerbCue,
  kinds: SpeakerNouns,
): Stretch | undefined {
  const isGerund = /ing$/i.test(textAt(page, cue.first));
  if (isGerund || !/^(?:clause|that|quote)$/.test(cue.verb.frame)) return undefined;
  if (!/^[,”"’'?!—]$/.test(textAt(page, cue.first - 1))) return undefined;
  const isPronoun = page.grammar.tags[cue.last] === 'PRON';
  if (isPronoun && !/^(?:his|her|its|their|my|our|he|she)$/.test(lowerAt(page, cue.last))) return undefined;
  const speaker = phraseStartingAt(page, sentence, cue.last);
  if (!(speaker && canSpeak(page, speaker) && isSomebody(page, speaker, kinds))) return undefined;
  const ends = speaker.last >= sentence.last || BEHIND_SPEAKER.test(lowerAt(page, speaker.last));
  return ends || isTimeWord(page, speaker.last) ? speaker : undefined;
}

function withSubject(page: Page, sentence: Sentence, cue: VerbCue, lexicon: CueLexicon): Cue | undefined {
  const speaker = ownSubject(page, sentence, cue.first);
  if (cue.verb.frame === 'shows') {
    const isEvidence = speaker && lexicon.evidence.has(page.grammar.lemmas[speaker.last - 1] ?? '');
    return isEvidence ? { ...cue, order: 'speaker first', speaker } : undefined;
  }
  if (speaker) return canSpeak(page, speaker) ? { ...cue, order: 'speaker first', speaker } : undefined;
  return inherits(page, sentence, cue.first) ? { ...cue, order: 'inherited', speaker } : undefined;
}

function ownSubject(page: Page, sentence: Sentence, at: number): Stretch | undefined {
  const before = textAt(page, at - 1);
  if (/ing$/i.test(textAt(page, at)) && !/^(?:is|are|was|were|been)$/i.test(before)) {
    return subjectOfGerund(page, sentence, at);
  }
  return /^(?:and|but|or)$/i.test(before) ? undefined : subjectBefore(page, sentence, at);
}

/** "with police identifying three men", "cited the office as saying that": a gerund with a subject right before it. */
function subjectOfGerund(page: Page, sentence: Sentence, at: number): Stretch | undefined {
  const end = lowerAt(page, at - 1) === 'as' ? at - 2 : at - 1;
  const near = end >= sentence.first ? phraseEndingAt(page, sentence, end) : undefined;
  if (near === undefined || end === at - 2) return near;
  return /^(?:with|and|as)$/.test(lowerAt(page, near.first - 1)) ? near : undefined;
}

/** ", adding that …", "and denied that …", "by calling it": who speaks is who spoke or acted before. */
function inherits(page: Page, sentence: Sentence, at: number): boolean {
  let before = at - 1;
  while (before > sentence.first && page.grammar.tags[before] === 'ADV') before--;
  const word = lowerAt(page, before);
  if (/^(?:and|but|or|then|also)$/.test(word)) return true;
  const opens = before < sentence.first || /^(?:[,—–”"]|while|after|by|before|when)$/.test(word);
  return opens && /ing$/i.test(textAt(page, at));
}
