import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Token } from '../text/index.js';
import type { Tag } from './grammar.js';

const wink = winkNLP(model, ['sbd', 'pos']);
const { its } = wink;

/**
 * The part of speech and lemma of each token of one sentence. wink-nlp cuts words in its own places ("Iran-backed" is
 * one to it), so its words are laid over ours by their characters; a token takes the tag of the word that covers it.
 */
export function tagSentence(text: string, tokens: readonly Token[]): { tags: Tag[]; lemmas: string[] } {
  const start = tokens[0]?.start ?? 0;
  const words = wordsOf(readable(text.slice(start, tokens.at(-1)?.end ?? 0), tokens, start), start);
  const tags: Tag[] = [];
  const lemmas: string[] = [];
  let at = 0;
  for (const token of tokens) {
    while (at + 1 < words.length && (words[at]?.end ?? 0) <= token.start) at++;
    const word = words[at];
    const covers = word !== undefined && word.start <= token.start && token.start < word.end;
    const whole = covers && word.start === token.start && word.end === token.end;
    tags.push(covers && (whole || isWord(token)) ? word.tag : guess(token));
    lemmas.push(whole ? word.lemma : token.text.toLowerCase());
  }
  return {
    tags: tags.map((tag, at) => mend(tag, at, tokens, lemmas)),
    lemmas: lemmas.map((lemma, at) => mendedLemma(tokens, at) ?? lemma),
  };
}

/** "a mass stabbing in London": nouns that wink-nlp takes for verbs. */
const EVENT_GERUND =
  /^(?:shooting|stabbing|bombing|killing|beating|lynching|ramming|kidnapping|hijacking|shelling)$/;

const HARM_GERUND = new Map([
  ['killing', 'kill'],
  ['wounding', 'wound'],
  ['injuring', 'injure'],
]);

/** The lemma of a word that is a verb here, though wink-nlp takes it for a noun; undefined for other words. */
function mendedLemma(tokens: readonly Token[], at: number): string | undefined {
  if (isVerbShot(tokens, at)) return 'shoot';
  // "killing seven people and wounding four others", but not "and killing of civilians".
  const joins = /^(?:and|or|,)$/.test(tokens[at - 1]?.text ?? '');
  const lemma = joins ? HARM_GERUND.get(tokens[at]?.text.toLowerCase() ?? '') : undefined;
  return tokens[at + 1]?.text === 'of' ? undefined : lemma;
}

/** "Gunmen shot dead a judge", "it had shot down 51", "was shot in": wink-nlp takes "shot" for the noun. */
function isVerbShot(tokens: readonly Token[], at: number): boolean {
  const word = (token: number) => tokens[token]?.text.toLowerCase() ?? '';
  if (word(at) !== 'shot') return false;
  return (
    /^(?:dead|down|and|at)$/.test(word(at + 1)) || /^(?:was|were|been|had|has|have|being)$/.test(word(at - 1))
  );
}

/**
 * "a halt to attacks on …": a plural after "to" is a noun, though wink-nlp takes it for the verb.
 * "and wounding 171 others": a word in -ing between a conjunction and a number is a verb, though it takes it for a noun.
 */
function mend(tag: Tag, at: number, tokens: readonly Token[], lemmas: readonly string[]): Tag {
  const text = tokens[at]?.text.toLowerCase() ?? '';
  const afterTo = tokens[at - 1]?.text.toLowerCase() === 'to';
  if (mendedLemma(tokens, at) !== undefined) return 'VERB';
  const before = tokens[at - 1]?.text.toLowerCase() ?? '';
  if (
    tag === 'VERB' &&
    EVENT_GERUND.test(text) &&
    /^(?:mass|a|an|the|deadly|fatal|drive-by|by)$/.test(before)
  )
    return 'NOUN';
  const counts = /^(?:\d|at$|more$|over$|up$|about$|dozens$|several$|some$)/.test(tokens[at + 1]?.text ?? '');
  const joins = /^(?:and|or|,)$/.test(tokens[at - 1]?.text ?? '');
  if ((tag === 'NOUN' || tag === 'ADJ') && text.endsWith('ing') && joins && counts) return 'VERB';
  return tag === 'VERB' && afterTo && text.endsWith('s') && lemmas[at] !== text ? 'NOUN' : tag;
}

/** A word of more characters than this is no word, and wink-nlp takes time with its square. */
const LONGEST_WORD = 80;

/** The sentence with one letter in the place of each endless word (encoded data, a run of dashes), every other in place. */
function readable(sentence: string, tokens: readonly Token[], offset: number): string {
  let text = sentence;
  for (const { start, end } of tokens) {
    if (end - start <= LONGEST_WORD) continue;
    text = text.slice(0, start - offset) + 'x'.padEnd(end - start) + text.slice(end - offset);
  }
  return text;
}

interface TaggedWord {
  readonly start: number;
  readonly end: number;
  readonly tag: Tag;
  readonly lemma: string;
}

function wordsOf(sentence: string, offset: number): TaggedWord[] {
  const tokens = wink.readDoc(sentence).tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(its.pos) as string[];
  // The types of wink-nlp lack what its lemma helper needs; at run time it is like the others.
  const lemmas = tokens.out(its.lemma as typeof its.value) as string[];
  const words: TaggedWord[] = [];
  let from = 0;
  for (const [index, value] of values.entries()) {
    const at = sentence.indexOf(value, from);
    // wink drops or changes a character now and then (a soft hyphen, a lone surrogate): the word is left out.
    if (at < 0) continue;
    from = at + value.length;
    words.push({
      start: offset + at,
      end: offset + from,
      tag: tagOf(tags[index]),
      lemma: (lemmas[index] ?? value).toLowerCase(),
    });
  }
  return words;
}

const known: ReadonlySet<string> = new Set<Tag>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
]);

function tagOf(tag: string | undefined): Tag {
  return tag !== undefined && known.has(tag) ? (tag as Tag) : 'X';
}

const isWord = (token: Token) => /[\p{L}\p{N}]/u.test(token.text);

function guess(token: Token): Tag {
  if (/^\d/.test(token.text)) return 'NUM';
  if (/^['’]s$/i.test(token.text)) return 'PART';
  if (!isWord(token)) return 'PUNCT';
  return /^\p{Lu}/u.test(token.text) ? 'PROPN' : 'NOUN';
}
