import type { Tag } from './grammar.js';

/** A word with what the encoder says of it. `word` is lower case, `children` are the labels of the words that hang on it. */
export interface Tagged {
  readonly word: string;
  readonly lemma: string;
  readonly penn: string;
  readonly label: string;
  /** The Penn tag of the word that follows; empty at the end of a sentence. */
  readonly next: string;
  readonly children: readonly string[];
}

const PLAIN: Readonly<Record<string, Tag>> = {
  ADD: 'X',
  AFX: 'X',
  CC: 'CCONJ',
  CD: 'NUM',
  EX: 'PRON',
  FW: 'X',
  GW: 'X',
  JJ: 'ADJ',
  JJR: 'ADJ',
  JJS: 'ADJ',
  LS: 'X',
  MD: 'AUX',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  NNS: 'NOUN',
  PDT: 'DET',
  POS: 'PART',
  PRP: 'PRON',
  PRP$: 'PRON',
  RBR: 'ADV',
  RBS: 'ADV',
  RP: 'ADP',
  SYM: 'SYM',
  $: 'SYM',
  UH: 'INTJ',
  WP: 'PRON',
  WP$: 'PRON',
  WRB: 'ADV',
  XX: 'X',
};

const RULES: Readonly<Record<string, (tagged: Tagged) => Tag>> = {
  NN: ({ word }) => (word === '%' ? 'SYM' : PRONOUN.test(word) ? 'PRON' : 'NOUN'),
  RB: ({ word }) => (/^(?:not|n['’]t)$/.test(word) ? 'PART' : 'ADV'),
  // "to the city", "led to"; but "to shell", "used to".
  TO: ({ label, next }) => (label === 'prep' || (label !== 'aux' && next !== 'VB') ? 'ADP' : 'PART'),
  IN: (tagged) => (isConjunction(tagged) ? 'SCONJ' : 'ADP'),
  DT: (tagged) => (isDeterminer(tagged) ? 'DET' : 'PRON'),
  WDT: ({ label }) => (label === 'det' ? 'DET' : 'PRON'),
};

const PRONOUN = /^(?:(?:some|any|every|no)(?:thing|one|body)|none)$/;

/** The part of speech of a word, as Universal Dependencies has it, from its Penn tag and its place in the parse. */
export function partOfSpeech(tagged: Tagged): Tag {
  const { word, penn } = tagged;
  if (!/[\p{L}\p{N}]/u.test(word)) return SIGN[penn] ?? (word === '%' ? 'SYM' : 'PUNCT');
  if (penn.startsWith('VB')) return isAuxiliary(tagged) ? 'AUX' : 'VERB';
  return RULES[penn]?.(tagged) ?? PLAIN[penn] ?? 'X';
}

/** What a token without a letter or digit is, where it is no punctuation: "$", "+", the apostrophe of "soldiers’ pay". */
const SIGN: Readonly<Record<string, Tag>> = { $: 'SYM', SYM: 'SYM', POS: 'PART', CD: 'SYM' };

/** "was killed", "is ready", "has gone"; but "had a gun", "there were clashes". */
function isAuxiliary({ lemma, label, children }: Tagged): boolean {
  if (label === 'aux' || label === 'auxpass') return lemma !== 'get' || label === 'auxpass';
  return lemma === 'be' && !children.includes('expl');
}

/** "that he left", "after killing two", "because they fled"; but "after the blast". */
function isConjunction({ label, children }: Tagged): boolean {
  return label === 'mark' || children.includes('pcomp');
}

/** "this raid", "all of them"; but "this was a raid". */
function isDeterminer({ word, label }: Tagged): boolean {
  return !/^(?:this|that|these|those)$/.test(word) || /^(?:det|predet|quantmod|advmod)$/.test(label);
}
