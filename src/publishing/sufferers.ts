import type { Incident, Party } from '../record/index.js';
import { isDescription, isPublic } from './known.js';

const HAS_CAPITAL = /\p{Lu}/u;
/** Letters of Arabic, Chinese and other scripts that have no capitals to tell a name from a description. */
const HAS_UNCASED = /\p{Lo}/u;
/** "He was shot": in a text without capitals, or of capitals only, a pronoun must not count as a name. */
const PRONOUN = /^(?:he|him|his|she|her|hers|they|them|their|it|who|whom)$/i;
/** "A shepherd was wounded", "His elder brother": the capital is that of the sentence. */
const DETERMINER =
  /^(?:an?|the|this|that|his|her|its|their|our|my|another|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\s+/i;

/** One capitalised word, and a run of them with the small words inside names: "Abd al-Karim", "Nguyen Van A". */
const CAPITALISED = String.raw`(?:\p{L}{1,3}[-'’])?\p{Lu}[\p{L}\p{M}'’-]*\.?`;
const PARTICLES = '(?:al|el|ul|bin|ibn|bint|abu|de|del|der|den|da|di|dos|du|la|le|van|von)';
const RUN = `${CAPITALISED}(?:\\s+(?:${PARTICLES}\\s+)*${CAPITALISED})*`;
const ALL_RUN = new RegExp(`^${RUN}$`, 'u');
const RUNS = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${RUN}`, 'gu');

/** "The victim, identified as Noor": one capitalised word after these is a name. */
const NAMING = /\b(?:identified|named|known)\s+as\s+$|\b(?:named|called|victims?,?)\s+$/iu;
/** "her daughter Ana", "the victim Ana": a noun right before a name, and nothing but its end after it. */
const AFTER_NOUN = /\p{Ll}{3,}\s+$/u;
const AFTER_SMALL_WORD =
  /(?:^|\s)(?:the|from|into|near|over|under|with|against|between|outside|around|across|inside|two|three|four|five|six|seven|eight|nine|ten|some|many|several|former|other|more|for|their|her|his|its|our|young|elderly|senior|dead|killed)\s+$/iu;
const GOES_ON_WITH_A_NOUN = /^\s+(?!(?:and|or|of|in|from|at|near|on|who|was|were)\b)\p{Ll}/u;

/** The names of those who suffered in the incidents of one report, and of those whom its quotes name as victims. */
export function namesOfSufferers(incidents: readonly Incident[], title: string): string[] {
  const places = incidents.flatMap(placesOf);
  const hasCapitals = HAS_CAPITAL.test([title, ...incidents.flatMap(quotesOf)].join(' '));
  return incidents.flatMap((incident) => {
    const sufferers = incident.who.filter((party) => party.role === 'recipient');
    const known = new Set([...places, ...incident.who.filter(isActor).flatMap(phrasesOf)]);
    return [
      ...sufferers.flatMap((party) => namesOfParty(party, places, hasCapitals)),
      ...(sufferers.length + incident.toll.length > 0 ? namesInQuotes(incident, sufferers, known) : []),
    ];
  });
}

/** A party's words without the article or the number before them. */
export const withoutDeterminer = (phrase: string) => phrase.trim().replace(DETERMINER, '');

const isActor = (party: Party) => party.role === 'actor';
const wordsOf = ({ name, aliases, mentions }: Party) => [
  name,
  ...aliases,
  ...mentions.map(({ quote }) => quote),
];
const phrasesOf = (party: Party) =>
  wordsOf(party)
    .map(withoutDeterminer)
    .filter((phrase) => phrase !== '' && !PRONOUN.test(phrase));

const placesOf = ({ where }: Incident): string[] =>
  where === undefined
    ? []
    : [where.name, where.quote.replace(/^(?:\p{Ll}+\s+)+/u, ''), ...where.candidates.map(({ name }) => name)];

const quotesOf = ({ mentions, who }: Incident): string[] =>
  [...mentions, ...who.flatMap((party) => party.mentions)].map(({ quote }) => quote);

/** All names of a person; of any other recipient, those of one that is called by nothing but a name of its own. */
function namesOfParty(party: Party, places: readonly string[], hasCapitals: boolean): string[] {
  if (party.type !== 'person' && !isBareName(party, places)) return [];
  const described = new Set(wordsOf(party).filter(hasDeterminer).map(foldedPhrase));
  return phrasesOf(party).filter((phrase) => {
    if (HAS_CAPITAL.test(phrase) || HAS_UNCASED.test(phrase)) return true;
    return !hasCapitals && !described.has(phrase.toLowerCase()) && !isDescription(phrase);
  });
}

const hasDeterminer = (phrase: string) => DETERMINER.test(phrase.trim());
const foldedPhrase = (phrase: string) => withoutDeterminer(phrase).toLowerCase();

/** "Smith", which the reader took for a place; not "Hamas", "Black Sea Fleet", nor the place that was hit. */
function isBareName(party: Party, places: readonly string[]): boolean {
  const name = withoutDeterminer(party.name);
  const isKnownGroup = party.type === 'group' && party.side !== null && party.side !== 'civilians';
  if (isKnownGroup || isPublic(name) || places.includes(name)) return false;
  if (!ALL_RUN.test(name)) return false;
  // "Teachers were shot": the capital is that of the sentence.
  return /\s/.test(name) || !isDescription(name);
}

function namesInQuotes(
  incident: Incident,
  sufferers: readonly Party[],
  known: ReadonlySet<string>,
): string[] {
  const quotes = [
    ...incident.mentions.map(({ quote }) => quote),
    ...incident.toll.flatMap(({ quote, of }) => [quote, of]),
  ];
  const described = sufferers.filter(({ type }) => type === 'person' || type === 'people').flatMap(wordsOf);
  return [
    ...quotes.flatMap((quote) => namesInQuote(quote, false)),
    ...described.flatMap((words) => namesInQuote(words, true)),
  ].filter(
    (name) => !isPublic(name) && ![...known].some((other) => other.split(/\s+/).join(' ').includes(name)),
  );
}

/** The runs of two or more capitalised words, and the single ones that the words before show to be a name. */
function namesInQuote(quote: string, isOfSufferer: boolean): string[] {
  return [...quote.matchAll(RUNS)].flatMap((match) => {
    const [before, after] = [quote.slice(0, match.index), quote.slice(match.index + match[0].length)];
    const run = match[0].replace(/['’]s$|\.$/u, '');
    if (NAMING.test(before)) return [run];
    const followsNoun = AFTER_NOUN.test(before) && !AFTER_SMALL_WORD.test(before);
    if (isOfSufferer && followsNoun && !GOES_ON_WITH_A_NOUN.test(after)) return [run];
    return match.index > 0 && /\s/.test(run) ? [run] : [];
  });
}
