/**
 * Makes `src/reading/syntax/irregular-forms.txt`: every form that people gave another lemma than the regular rules do.
 * `npx tsx training/irregular-forms.ts FILE…`, with treebanks of Universal Dependencies in CoNLL-U that have Penn tags.
 * The verbs of our own lists and of the treebanks are inflected by the usual spelling as well, so that "extraditing" is
 * right where only "extradited" was seen.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { entries, rows } from '../src/reading/lists.js';
import { regularLemma } from '../src/reading/syntax/regular-forms.js';

const reading = new URL('../src/reading/', import.meta.url);
const out = new URL('syntax/irregular-forms.txt', reading);
/** News of GUM that measure the reader, and are left out here as in training the model. */
const KEPT_BACK = /GUM_news_(?:clock|election|hackers|imprisoned|lanterns|sensitive|taxes|worship)\b/;
/** Tags whose words have other forms. Names, numbers and foreign words are left as they stand. */
const CHANGING = /^(?:VB[DGNPZ]?|NNS|MD|JJ[RS]|RB[RS]?|PRP|WP|DT|POS)$/;
const WORD = /^(?:\p{L}+|'\p{L}*|n't)$/u;

const files = process.argv.slice(2).filter((file) => !KEPT_BACK.test(file));
if (files.length === 0)
  throw new Error('Name the treebanks: npx tsx training/irregular-forms.ts FILE.conllu …');
/** Base forms of our lists: "troop" is a word there, whatever people make of "troops". */
const own = new Set(
  ['incidents/parties', 'claims/speaker-kinds'].flatMap((name) => rowsOf(name).map(([word = '']) => word)),
);
const ownVerbs = [
  ...rowsOf('claims/reporting-verbs'),
  ...rowsOf('incidents/triggers').filter(([, tag]) => tag === 'v'),
  ...rowsOf('incidents/harm').filter(([, tag]) => tag === 'v'),
].map(([words = '']) => words.split(' ')[0] ?? '');

const counts = new Map<string, Map<string, number>>();
for (const file of files) readTreebank(readFileSync(file, 'utf8'));

const irregular = new Map<string, string>();
for (const verb of verbs()) {
  for (const [form, tag] of inflected(verb)) note(form, tag, verb);
}
for (const parts of entries(readFileSync(new URL('principal-parts.txt', import.meta.url), 'utf8'))) {
  const [base = '', second = '', participle] = parts.split(' ');
  note(second, participle === undefined ? 'NNS' : 'VBD', base);
  if (participle !== undefined) note(participle, 'VBN', base);
}
for (const [key, lemmas] of counts) {
  const [form = '', tag = ''] = key.split('\t');
  const [lemma, count] = likeliest(lemmas);
  // One annotator may err; but of the past forms of irregular verbs many are seen but once.
  const fewest = /^VB[DN]$/.test(tag) && !form.endsWith('ed') ? 1 : 2;
  if (count < fewest || (lemma === form && own.has(regularLemma(form, tag)))) continue;
  irregular.delete(key);
  note(form, tag, lemma);
}

const lines = [...irregular].map(([key, lemma]) => `${key}\t${lemma}`).sort();
writeFileSync(out, `${header(lines.length)}\n${lines.join('\n')}\n`);
console.log(`${lines.length} forms`);

function rowsOf(name: string): string[][] {
  return rows(readFileSync(new URL(`${name}.txt`, reading), 'utf8'));
}

function readTreebank(text: string): void {
  for (const line of text.split('\n')) {
    const [number = '', word = '', lemma = '', , tag = '', features = ''] = line.split('\t');
    const form = word.toLowerCase().replaceAll('’', "'");
    const base = lemma.toLowerCase().replaceAll('’', "'");
    const isWord = /^\d+$/.test(number) && CHANGING.test(tag) && WORD.test(form);
    const isPlain = WORD.test(base) && !/Typo=Yes|Abbr=Yes|Style=/.test(features);
    // "soooo", "cookin'": no forms of the language.
    if (!isWord || !isPlain || /(.)\1\1|in'$/.test(form)) continue;
    const key = `${form}\t${tag}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    counts.set(key, lemmas.set(base, (lemmas.get(base) ?? 0) + 1));
  }
}

function note(form: string, tag: string, lemma: string): void {
  if (regularLemma(form, tag) !== lemma) irregular.set(`${form}\t${tag}`, lemma);
}

function likeliest(lemmas: ReadonlyMap<string, number>): [lemma: string, count: number] {
  return [...lemmas].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['', 0];
}

/** The verbs of the treebanks, twice seen, and those of our lists of incident and reporting words. */
function verbs(): Set<string> {
  const seen = new Map<string, number>();
  for (const [key, lemmas] of counts) {
    if (!/\tVB[DGNPZ]?$/.test(key)) continue;
    for (const [lemma, count] of lemmas) seen.set(lemma, (seen.get(lemma) ?? 0) + count);
  }
  const often = [...seen].filter(([, count]) => count > 1).map(([verb]) => verb);
  return new Set([...often, ...ownVerbs].filter((verb) => /^[a-z]{3,}$/.test(verb) && !isOtherwise(verb)));
}

/** Whether a verb was seen, but never spelt as most are: "began", "controlled". */
function isOtherwise(verb: string): boolean {
  const forms = new Set(inflected(verb).map(([form, tag]) => `${form}\t${tag}`));
  const seen = [...counts].filter(([key, lemmas]) => /\tVB[DNG]$/.test(key) && lemmas.has(verb));
  return seen.length > 0 && !seen.some(([key]) => forms.has(key));
}

/** "-ed" and "-ing" of a verb that is spelt as most are; none where the last consonant may be doubled or y changes. */
function inflected(verb: string): [string, string][] {
  const forms = (ed: string, ing: string): [string, string][] => [
    [ed, 'VBD'],
    [ed, 'VBN'],
    [ing, 'VBG'],
  ];
  if (verb.endsWith('ie')) return forms(`${verb}d`, `${verb.slice(0, -2)}ying`);
  if (verb.endsWith('ee')) return forms(`${verb}d`, `${verb}ing`);
  if (verb.endsWith('e')) return forms(`${verb}d`, `${verb.slice(0, -1)}ing`);
  const isShort = /^(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]$/.test(verb);
  return isShort || /[^aeiou]y$/.test(verb) ? [] : forms(`${verb}ed`, `${verb}ing`);
}

function header(count: number): string {
  return `# Forms whose base form the rules of regular-forms.ts get wrong: form, Penn tag, lemma, parted by tabs; ${count} of them.
# From the lemmas that people gave in Universal Dependencies English EWT and GUM (CC BY-SA 4.0; CC BY of several versions),
# by training/irregular-forms.ts. Do not edit by hand: run it again. Do not add what the rules get right.`;
}
