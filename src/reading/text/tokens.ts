import type { Token } from './document.js';

// From the most particular to the least; the last takes any character that is not white space.
const TOKEN = new RegExp(
  [
    /https?:\/\/[^\s<>"”’)]*[^\s<>"”’).,;:!?]/u, // an address, without the stop that ends its sentence
    /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64})+/u, // a mail address; bounded, so that long runs cost no more than short ones
    /(?:\p{L}\.){2,}/u, // U.S., a.m., J.R.R.
    /\d+(?:[.,:]\d+){0,6}(?:st|nd|rd|th)?(?![\p{L}\p{N}])/u, // 2,500 and 21:30 and 3rd
    /\p{L}['’](?=\p{Lu}\p{L})\p{L}+/u, // O'Brien, d'Ivoire
    /['’](?:s|S)(?![\p{L}\p{N}])/u, // the possessive stands alone: Baghdad | ’s
    /[nN]['’][tT](?![\p{L}\p{N}])|[\p{L}\p{M}]+?(?=[nN]['’][tT](?![\p{L}\p{N}]))/u, // do | n’t
    /[cC](?:an|AN)(?=(?:not|NOT)(?![\p{L}\p{N}]))/u, // can | not
    /['’](?:ll|re|ve|[dm]|LL|RE|VE|[DM])(?![\p{L}\p{N}])/u, // they | ’ll
    /[\p{L}\p{M}\p{N}_]+(?:['’](?!(?:s|ll|re|ve|[dm]|S|LL|RE|VE|[DM])(?![\p{L}\p{N}]))[\p{L}\p{M}]+)*/u, // a word, with Qur’an as one
    /\.{2,}|…+|-{2,}/u,
    /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{M})*/u,
    /\S\p{M}*/u,
  ]
    .map((part) => `(?:${part.source})`)
    .join('|'),
  'gu',
);

/**
 * The tokens of a text: every character that is no white space is in exactly one. Hyphens part words
 * ("Iran-backed" is three tokens), the possessive "’s" stands alone, as do "n’t" and "’ll", and an abbreviation keeps
 * its stop ("Gen.").
 */
export function tokenize(text: string, isAbbreviation: (word: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const previous = tokens.at(-1);
    const touches = previous?.end === match.index;
    if (match[0] === '.' && previous && touches && isAbbreviation(previous.text)) {
      tokens[tokens.length - 1] = token(text, previous.start, previous.end + 1);
    } else {
      tokens.push(token(text, match.index, match.index + match[0].length));
    }
  }
  return tokens;
}

function token(text: string, start: number, end: number): Token {
  return { start, end, text: text.slice(start, end) };
}
