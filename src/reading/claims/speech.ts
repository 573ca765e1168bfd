import type { Sentence } from '../text/index.js';
import { isTimeWord, lowerAt, type Page, type Stretch, textAt } from './words.js';

/** Nouns that mean a speaker. */
export type SpeakerNouns = ReadonlyMap<string, unknown>;

/** Whether a word that may be a verb is one here: "police claims" and "its report" are not. */
export function isVerb(page: Page, at: number, kinds: SpeakerNouns): boolean {
  const before = textAt(page, at - 1);
  if (/^[-‐‑]$/.test(before) || /^[-‐‑]$/.test(textAt(page, at + 1))) return false;
  const tag = page.grammar.tags[at] ?? 'X';
  if (tag === 'VERB') return page.grammar.tags[at - 1] !== 'DET' && !/^['’]s$/i.test(before);
  return /^(?:NOUN|PROPN|ADJ)$/.test(tag) && isMistagged(page, at, kinds);
}

/** A verb that the tagger takes for a noun: "The agency (WFP) claims that", "state media reports airstrikes". */
function isMistagged(page: Page, at: number, kinds: SpeakerNouns): boolean {
  const before = textAt(page, at - 1);
  const isBehindNoun =
    /^(?:PROPN|NOUN|PRON|ADV|AUX)$/.test(page.grammar.tags[at - 1] ?? '') || before === ')';
  const isGerund = before === ',' && /ing$/i.test(textAt(page, at));
  if (/^(?:that|[“"‘:])$/.test(lowerAt(page, at + 1))) return isBehindNoun || isGerund;
  if (!isBehindNoun) return false;
  if (agreesWithSpeaker(page, at, kinds)) return true;
  if (!/(?:s|ed|said|told)$/i.test(textAt(page, at))) return false;
  const isObject = /^(?:DET|PRON|PROPN|SCONJ|NUM)$/.test(page.grammar.tags[at + 1] ?? '');
  return isObject || /^(?:at|the|a|an|some|about|around|more)$/.test(lowerAt(page, at + 1));
}

/** "Activists claim standards are ignored": a plural that can speak, a form without -s, and an object behind. */
function agreesWithSpeaker(page: Page, at: number, kinds: SpeakerNouns): boolean {
  const speaker = lowerAt(page, at - 1);
  const isPlural = /(?:[^s]s|police|people|media)$/.test(speaker);
  const agrees = /[^s]s$/.test(lowerAt(page, at)) ? !isPlural || speaker === 'media' : isPlural;
  const isNoun = kinds.has(speaker) || kinds.has(page.grammar.lemmas[at - 1] ?? '');
  const isSpeaker = page.grammar.tags[at - 1] === 'PROPN' || isNoun;
  return agrees && isSpeaker && /^(?:NOUN|ADJ|NUM|DET|PRON|PROPN)$/.test(page.grammar.tags[at + 1] ?? '');
}

const SILENT = /^(?:not|n['’]t|never|cannot|nor|neither|without|could|might|may|should|must|can|if)$/;

/** "did not say", "declined to confirm", "could claim": nothing is said. "did not deny" says nothing either. */
export function isUnsaid(page: Page, sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(sentence.first, at - 3); before--) {
    const word = lowerAt(page, before);
    if (/^[,;:]$/.test(word)) return false;
    if (word === 'to') return !/^(?:on|continued|goes|went|appeared|seemed)$/.test(lowerAt(page, before - 1));
    if (SILENT.test(word)) return true;
    if (!/^(?:AUX|ADV|PART)$/.test(page.grammar.tags[before] ?? '')) return false;
  }
  return false;
}

/** "was told", "reported by the press", "a man suspected of theft": the subject is not who speaks. */
export function isPassive(page: Page, sentence: Sentence, at: number): boolean {
  if (!/(?:ed|en|said|told|found|put|sworn|thought|known|shown)$/i.test(textAt(page, at))) return false;
  const next = lowerAt(page, at + 1);
  if (next === 'by') return true;
  const isCharge = /^(?:suspected|accused|sworn|blamed)$/i.test(textAt(page, at));
  if (isCharge && /^(?:of|in|to)$/.test(next) && page.grammar.tags[at - 1] !== 'AUX') return true;
  // "missing and believed to be dead", "losses estimated at two billion"
  if (/^(?:believed|estimated|feared|expected|thought)$/i.test(textAt(page, at)) && /^(?:to|at)$/.test(next))
    return true;
  for (let before = at - 1; before >= Math.max(sentence.first, at - 3); before--) {
    if (/^(?:is|are|was|were|be|been|being|\p{L}*['’]re)$/iu.test(textAt(page, before))) return true;
    if (!/^(?:ADV|AUX)$/.test(page.grammar.tags[before] ?? '')) return false;
  }
  return false;
}

/** "The blast claimed six lives", "the army reported for duty", "rejected the budget": verbs of other things. */
export function isNotSpeech(page: Page, at: number, last: number, lemma: string): boolean {
  const ahead = [0, 1, 2, 3, 4, 5].map((step) => lowerAt(page, last + step));
  switch (lemma) {
    case 'claim':
      return (
        ahead.slice(0, 4).includes('lives') || (ahead.slice(0, 4).includes('life') && !ahead.includes('that'))
      );
    case 'swear':
      return ahead[0] === 'in';
    case 'ask':
      // "asks residents to leave" and "asks for help", but not "asked about the raid"
      return last === at + 1 && !ahead.includes('to') && !ahead.includes('that');
    case 'reject':
    case 'dismiss':
      return !isOfWords(page, last);
    case 'report':
      return /^(?:for|to|on)$/.test(ahead[0] ?? '');
    case 'call':
      return /^(?:off|up|in|out|911|police|emergency)$/.test(ahead[0] ?? '');
    default:
      return false;
  }
}

const WORDS_OF_OTHERS =
  /^(?:claims?|allegations?|accusations?|reports?|reporting|charges?|suggestions?|versions?|idea|notion|that|any|it|this|them|assertions?|criticism|as|talk|rumou?rs?|calls?|findings?|assessment)$/;

/** "rejected the allegation", but not "rejected the budget", which is an act. */
function isOfWords(page: Page, last: number): boolean {
  for (let at = last; at < last + 7; at++) {
    if (WORDS_OF_OTHERS.test(lowerAt(page, at))) return true;
    if (/^[,.;:]$/.test(textAt(page, at))) return false;
  }
  return false;
}

/** Whether a phrase is a name or a noun for a speaker, so that ", declared a state of emergency" has no speaker in it. */
export function isSomebody(page: Page, speaker: Stretch, kinds: SpeakerNouns): boolean {
  for (let at = speaker.first; at < speaker.last; at++) {
    const lemma = page.grammar.lemmas[at] ?? '';
    if (page.grammar.tags[at] === 'PROPN' || kinds.has(lowerAt(page, at)) || kinds.has(lemma)) return true;
  }
  const isTrade = /(?:er|or|ist|man|woman|ian)$/.test(lowerAt(page, speaker.last - 1));
  return isTrade || page.grammar.tags[speaker.first] === 'PRON';
}

const MUTE =
  /^(?:this|that|there|which|what|them|him|me|us|itself|himself|herself|themselves|attacks?|strikes?|blast|explosion|fire|incident|deaths?|toll|move|decision|number|killing|shooting|bombing|day|year|nothing|something|lives|\d.*)$/;

/** Whether a phrase can speak at all: not a number, a time or a blow. "it" may stand for a ministry. */
export function canSpeak(page: Page, speaker: Stretch): boolean {
  const isTime = isTimeWord(page, speaker.last - 1) && speaker.last - speaker.first < 3;
  return !MUTE.test(lowerAt(page, speaker.last - 1)) && !isTime;
}
