/** What stands in the place of a name. */
export const WITHHELD = 'name withheld';

/** Finds names in a text. */
export interface NameFinder {
  /** The names as they were given: "Ahmed Hassan" in any case, a name of one word as it is or in capitals. */
  readonly whole: readonly RegExp[];
  /** Those, and the single words of a name: "Hassan" of "Ahmed Hassan". */
  readonly parts: readonly RegExp[];
  /** Whether a name, or a single word of it, stands in an address or an id such as `teacher-hassan-shot`. */
  isInAnyCase(address: string): boolean;
}

/** "Nguyen Van A", of whom the reader saw "Nguyen Van": the initial goes too. */
const INITIAL = /name withheld(?:\s+\p{Lu}\.?(?![\p{L}\p{N}\p{M}]))+/gu;

/** A text with every run that one of the expressions finds taken out. */
export function without(text: string, finds: readonly RegExp[]): string {
  const rest = finds.reduce((left, find) => left.replace(find, WITHHELD), text);
  return rest === text ? text : rest.replace(INITIAL, WITHHELD);
}

/** A finder of the names given. */
export function nameFinder(names: readonly string[]): NameFinder {
  const words = names.flatMap(nameWords);
  const [long, short] = [names.filter((name) => /\s/.test(name)), names.filter((name) => !/\s/.test(name))];
  const whole = [matcher(long, 'giu'), matcher(short.flatMap(inBothCases), 'gu')];
  const anyCase = matcher([...names, ...words], 'giu');
  return {
    whole,
    parts: [...whole, matcher(words.flatMap(inBothCases), 'gu')],
    isInAnyCase: (address) =>
      decoded(address)
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
        .search(anyCase) >= 0,
  };
}

/** A single word goes by its case: "Will" must not take the verb out of "will be buried". */
const inBothCases = (word: string) => [word, word.toUpperCase()];

/** The small words inside names: "Abd al-Karim", "Vincent van der Berg". */
const PARTICLE = /^(?:al|el|ul|bin|ibn|bint|abu|de|del|der|den|da|di|do|dos|du|la|le|van|von|y|e)$/;

/**
 * The single words of a phrase that is a name throughout. "Ahmed Hassan" → Ahmed, Hassan; "Israeli soldier" → none,
 * or every "Israeli" of the report would go.
 */
function nameWords(phrase: string): string[] {
  const words = phrase.split(/[\s,.'’"“”()]+/u).filter((word) => word !== '');
  const isAllName = words.every((word) => /\p{Lu}|\p{Lo}/u.test(word) || PARTICLE.test(word));
  return isAllName ? words.filter((word) => word.length >= 3 && !PARTICLE.test(word)) : [];
}

/** Matches any of the phrases as whole words, the longest first; nothing where there are none. */
function matcher(phrases: readonly string[], flags: string): RegExp {
  if (phrases.length === 0) return /(?!)/g;
  const byLength = [...new Set(phrases)].sort((a, b) => b.length - a.length).map(pattern);
  const letter = '[\\p{L}\\p{N}\\p{M}]';
  return new RegExp(`(?<!${letter})(?:${byLength.join('|')})(?!${letter})`, flags);
}

/** Any run of spaces or line breaks between the words will do. */
const pattern = (phrase: string) =>
  phrase
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
