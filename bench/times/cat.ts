import { isApart } from '../language/layout.js';
import {
  dayOfCreation,
  type Extent,
  type GoldText,
  type GoldTime,
  TimesFileError,
  timeType,
} from './gold.js';
import { xmlEvents } from './xml.js';

interface Word {
  readonly sentence: string;
  readonly id: string;
  text: string;
}

interface Mark {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly words: string[];
}

/**
 * Reads a file of the annotation tool CAT (MEANTIME's format): words one by one, and TIMEX3 elements that name theirs. It
 * has no spaces, so they are put where English has them; the title and the date below it (sentences 0 and 1) are
 * paragraphs of their own. TIMEX3 elements without words are left out. Where none is marked as the creation time, it is
 * the one that makes up a whole sentence. What follows the last sentence that anything is marked in is not scored: MEANTIME
 * is annotated in its first six sentences alone. Throws an XmlError or TimesFileError.
 */
export function readCat(id: string, xml: string): GoldText {
  const { words, marks: all } = piecesOf(xml);
  const marks = all.filter((mark) => mark.name === 'TIMEX3' && mark.words.length > 0);
  const { text, places } = laidOut(words);
  const extents = new Map(
    marks.map((mark) => [mark, extentOf(mark.words.map((word) => placeOf(places, word)))] as const),
  );
  const creation =
    marks.find(({ attributes }) => attributes.functionInDocument === 'CREATION_TIME') ??
    marks.find((mark) => isWholeSentence(mark, words));
  const times = marks.filter((mark) => mark !== creation).map((mark) => timeOf(mark, extents.get(mark)));
  const stated = creation && extents.get(creation);
  const annotated = endOfAnnotation(words, all, places);
  return {
    id,
    text,
    created: dayOfCreation(creation?.attributes.value),
    times: times.toSorted((a, b) => a.start - b.start || b.end - a.end),
    unscored: [...(stated ? [stated] : []), { start: annotated, end: text.length }],
  };
}

/** Where the last sentence ends that has a marked word. */
function endOfAnnotation(
  words: readonly Word[],
  marks: readonly Mark[],
  places: ReadonlyMap<string, Extent>,
): number {
  const marked = new Set(marks.flatMap((mark) => mark.words));
  const last = words.findLast(({ id }) => marked.has(id));
  const end = words.findLast(({ sentence }) => sentence === last?.sentence);
  return (end && places.get(end.id)?.end) ?? 0;
}

/** The words, and the elements that name some of them. */
function piecesOf(xml: string): { words: Word[]; marks: Mark[] } {
  const words: Word[] = [];
  const marks: Mark[] = [];
  let isWord = false;
  for (const event of xmlEvents(xml)) {
    const word = words.at(-1);
    if (event.is === 'text' && isWord && word) word.text += event.text;
    if (event.is !== 'text') isWord = event.is === 'open' && event.name === 'token';
    if (event.is !== 'open') continue;
    const { name, attributes } = event;
    const { t_id: id = '', sentence = '' } = attributes;
    if (isWord) words.push({ id, sentence, text: '' });
    else if (name === 'token_anchor') marks.at(-1)?.words.push(id);
    else marks.push({ name, attributes, words: [] });
  }
  if (words.length === 0) throw new TimesFileError('there is no token in it');
  return { words, marks };
}

function laidOut(words: readonly Word[]): { text: string; places: ReadonlyMap<string, Extent> } {
  const places = new Map<string, Extent>();
  let text = '';
  for (const [at, { id, sentence, text: word }] of words.entries()) {
    places.set(id, { start: text.length, end: text.length + word.length });
    text += word;
    const next = words[at + 1];
    if (!next) break;
    if (next.sentence === sentence) text += isApart(word, next.text) ? ' ' : '';
    else text += sentence === '0' || sentence === '1' ? '\n\n' : ' ';
  }
  return { text, places };
}

function placeOf(places: ReadonlyMap<string, Extent>, word: string): Extent {
  const place = places.get(word);
  if (place) return place;
  throw new TimesFileError(`a TIMEX3 names the token ${word}, which there is not`);
}

function extentOf(places: readonly Extent[]): Extent {
  return {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  };
}

function isWholeSentence(mark: Mark, words: readonly Word[]): boolean {
  const { sentence } = words.find(({ id }) => id === mark.words[0]) ?? {};
  const whole = words.filter((word) => word.sentence === sentence).map(({ id }) => id);
  return whole.join() === mark.words.join() && /^\d{4}-\d\d-\d\d/.test(mark.attributes.value ?? '');
}

function timeOf({ attributes }: Mark, extent: Extent = { start: 0, end: 0 }): GoldTime {
  const { type, value = '', mod, anchorTimeID } = attributes;
  return { ...extent, type: timeType(type), value, mod, anchor: anchorTimeID || undefined };
}
