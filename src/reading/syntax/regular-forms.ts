/**
 * The base form of a word by the regular rules of English spelling. `word` is lower case, `tag` is its Penn tag. A word
 * of a class that does not change, or that the rules cannot part ("news", "during"), comes back as it is.
 */
export function regularLemma(word: string, tag: string): string {
  switch (tag) {
    case 'NNS':
    case 'NNPS':
    case 'VBZ':
      return withoutS(word);
    case 'VBD':
    case 'VBN':
      return withoutEd(word);
    case 'VBG':
      return /[aeiouy].*ing$/.test(word) ? stemOf(word.slice(0, -3), 'ing') : word;
    case 'JJR':
    case 'RBR':
      return withoutDegree(word, 'er');
    case 'JJS':
    case 'RBS':
      return withoutDegree(word, 'est');
    default:
      return word;
  }
}

function withoutS(word: string): string {
  if (/..men$/.test(word)) return `${word.slice(0, -3)}man`;
  if (!/..(?:[^su]|[^aeiou]u)s$/.test(word) || /^\d|[^\p{L}\p{N}]s$/u.test(word)) return word;
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`;
  // "attacks", "raids", "houses", "sizes"; but "clashes", "crosses", "boxes", "heroes".
  return /(?:[cs]h|ss|x|zz|[^aeiou]o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutEd(word: string): string {
  if (!/[aeiouy].*ed$/.test(word)) return word;
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return stemOf(word.slice(0, -2), 'ed');
}

function withoutDegree(word: string, ending: 'er' | 'est'): string {
  if (!word.endsWith(ending)) return word;
  const stem = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(stem)) return word;
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stemOf(stem, ending);
}

/** What is left of a word without its ending, as it is spelt alone: "stopp" → "stop", "us" → "use", "fir" → "fire". */
function stemOf(stem: string, ending: 'ed' | 'ing' | 'er' | 'est'): string {
  if (/([bdgkmnprtv])\1$/.test(stem)) return stem.slice(0, -1);
  // "killed", "installed", "fulfilled"; but "controlled", "expelled", "annulled".
  if (/(?<!q)[aeiou][^aeiou]*[eou]ll$/.test(stem)) return stem.slice(0, -1);
  // "seeing", "vetoing", "skiing"; but "agreed", "argued", "freer".
  if (/e$/.test(stem)) return ending === 'ing' ? stem : `${stem}e`;
  return takesE(stem) ? `${stem}e` : stem;
}

/** What ends these takes an e: "forced", "moved", "argued", "seized", "pledged", "charged", "accused", "handled". */
const E = /[cuv]$|[aeiouy]z$|nz$|dg$|[lr]g$|eng$|ung$|rang$|chang$|[aeiouy]g$|[^s]s$|[bcdfgkpstz]l$|[bct]r$/;

/** "raid", "repeat", "explain" take none: two vowels before the last consonant. But "guide", "evacuate", "retaliate". */
const TWO_VOWELS = /(?<!q)[aeiou][aeiou][^aeiou]$/;
const E_AFTER_TWO_VOWELS = /(?:[iu]at|uid)$/;

/** "fire", "rape", "loot": in a word of one syllable one vowel and one consonant take an e, or it were "firred". */
const SHORT = /^(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]$/;

/** A vowel and a consonant at the end of a longer word take an e after some ... */
const E_AFTER_ONE_VOWEL =
  /(?:at|[aeiou]d|ut|[mv]ot|pet|plet|let|[xn]cit|recit|nvit|[gu]nit|radit|pedit|[ao]p|[io]b|[aiou]k|[aiou]m|il|ol|ul|in|ven|un|[aeiu]r|xplor|ignor|stor|plor|ador|yp|yl)$/;

/** ... and none after some of these: "ordered", "targeted", "ransomed", "developed", "combated". */
const NO_E =
  /(?:[^hf]er|[^r]fer|[dtn]her|velop|gallop|kidnap|murmur|trumpet|combat|format|ustom|[tlhns]om|worship|gossip)$/;

function takesE(stem: string): boolean {
  if (E.test(stem)) return true;
  if (TWO_VOWELS.test(stem)) return E_AFTER_TWO_VOWELS.test(stem);
  if (SHORT.test(stem)) return true;
  return E_AFTER_ONE_VOWEL.test(stem) && !NO_E.test(stem);
}
