import { type Lists, rows } from '../lists.js';
import { regularLemma } from './regular-forms.js';

/** The base form of a word with a Penn tag, in lower case: ("STRUCK", "VBD") → "strike". */
export type Lemmatise = (text: string, tag: string) => string;

/** A tag whose forms are spelt alike, for a form that the list has only under that one. */
const LIKE: Readonly<Record<string, string>> = { VBD: 'VBN', VBN: 'VBD', NNPS: 'NNS' };

/** A lemmatiser: a form that the list of irregular ones has, else the rules. Throws where the list is missing. */
export function prepareLemmas(lists: Lists): Lemmatise {
  const irregular = new Map(
    rows(lists('syntax/irregular-forms')).map(([form, tag, lemma = '']) => [`${form}\t${tag}`, lemma]),
  );
  return (text, tag) => {
    const word = text.toLowerCase().replaceAll('’', "'");
    const known = irregular.get(`${word}\t${tag}`) ?? irregular.get(`${word}\t${LIKE[tag]}`);
    return known ?? regularLemma(word, tag);
  };
}
