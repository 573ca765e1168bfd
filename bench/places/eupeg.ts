import type { Country } from '../../src/reading/places/index.js';
import { xmlEvents } from '../times/xml.js';
import { countryOf, type GoldText, type GoldToponym } from './gold.js';

/** A file that is no corpus of toponyms. The message says what is wrong; the caller adds which file. */
export class PlacesFileError extends Error {
  override readonly name = 'PlacesFileError';
}

/** An element with what stands in it: the first value of each name wins, at whatever depth. */
type Fields = Map<string, string>;

interface Article {
  readonly fields: Fields;
  readonly toponyms: Fields[];
}

const ARTICLE = /^article$/i;
const TOPONYM = /^(?:location|toponym)$/i;

/**
 * Reads the XML of EUPEG: `<article>` with `<text>` and, for each toponym, a `<location>` or `<toponym>` with `<start>`,
 * `<end>`, its words (`<phrase>` or `<name>`), `<lat>` and `<lon>`. Offsets may count from 0 or 1, in UTF-16 or in
 * characters: what fits the words best is taken for the whole file. `lost` counts toponyms whose words are not there.
 * Throws an XmlError or a PlacesFileError.
 */
export function readEupeg(
  id: string,
  file: string,
  countries: readonly Country[],
): { texts: GoldText[]; lost: number } {
  const articles = articlesOf(file);
  if (articles.length === 0) throw new PlacesFileError('there is no <article> with a <text>');
  const counting = countingOf(articles);
  let lost = 0;
  const texts = articles.map(({ fields, toponyms }, index): GoldText => {
    const text = fields.get('text') ?? '';
    const found = toponyms.flatMap((toponym) => {
      const one = toponymOf(text, toponym, counting, countries);
      if (!one) lost++;
      return one ?? [];
    });
    return { id: `${id}:${index}`, text, toponyms: withoutOverlaps(found) };
  });
  return { texts, lost };
}

/** What is open while a file is gone through. */
interface State {
  readonly articles: Article[];
  article?: Article | undefined;
  toponym?: Fields | undefined;
  /** How many elements of toponyms are open: one may stand inside another and belongs to it. */
  depth: number;
  written: string;
}

function articlesOf(file: string): Article[] {
  const state: State = { articles: [], written: '', depth: 0 };
  for (const event of xmlEvents(file)) {
    if (event.is === 'text') state.written += event.text;
    else if (event.is === 'open') opened(state, event.name, new Map(Object.entries(event.attributes)));
    else closed(state, event.name);
  }
  return state.articles;
}

function opened(state: State, name: string, fields: Fields): void {
  state.written = '';
  if (ARTICLE.test(name)) state.article = { fields, toponyms: [] };
  if (!TOPONYM.test(name)) return;
  state.depth++;
  state.toponym ??= fields;
}

function closed(state: State, name: string): void {
  const { article, toponym, written } = state;
  const field = name.toLowerCase();
  state.written = '';
  if (ARTICLE.test(name)) {
    if (article?.fields.has('text')) state.articles.push(article);
    state.article = undefined;
  } else if (TOPONYM.test(name)) {
    state.depth--;
    if (state.depth > 0 || !toponym) return;
    article?.toponyms.push(toponym);
    state.toponym = undefined;
  } else {
    const fields = toponym ?? article?.fields;
    if (fields && !fields.has(field) && written.trim() !== '') fields.set(field, written);
  }
}

/** How a file counts: from where, and whether in characters rather than in UTF-16. */
interface Counting {
  readonly from: number;
  readonly inCharacters: boolean;
}

const COUNTINGS: readonly Counting[] = [0, 1].flatMap((from) =>
  [false, true].map((inCharacters) => ({ from, inCharacters })),
);

/** The way of counting under which most toponyms cut their own words out of the text. */
function countingOf(articles: readonly Article[]): Counting {
  const fits = (counting: Counting) =>
    articles.reduce(
      (sum, { fields, toponyms }) =>
        sum + toponyms.filter((toponym) => cutsItself(fields.get('text') ?? '', toponym, counting)).length,
      0,
    );
  const scored = COUNTINGS.map((counting) => ({ counting, fit: fits(counting) }));
  return scored.reduce((best, other) => (other.fit > best.fit ? other : best)).counting;
}

const wordsOf = (toponym: Fields) => (toponym.get('phrase') ?? toponym.get('name') ?? '').trim();

function spanOf(text: string, toponym: Fields, { from, inCharacters }: Counting) {
  const [start, end] = [Number(toponym.get('start')) - from, Number(toponym.get('end')) - from];
  if (!inCharacters) return { start, end };
  const characters = [...text];
  const unit = (at: number) => characters.slice(0, at).join('').length;
  return { start: unit(start), end: unit(end) };
}

function cutsItself(text: string, toponym: Fields, counting: Counting): boolean {
  const { start, end } = spanOf(text, toponym, counting);
  return start >= 0 && text.slice(start, end) === wordsOf(toponym);
}

/** How far from its offset the words of a toponym are looked for, in UTF-16 units. */
const REACH = 40;

function toponymOf(
  text: string,
  toponym: Fields,
  counting: Counting,
  countries: readonly Country[],
): GoldToponym | undefined {
  const quote = wordsOf(toponym);
  const { start: said } = spanOf(text, toponym, counting);
  const start = nearestTo(text, quote, said);
  if (start === undefined) return undefined;
  const span = { start, end: start + quote.length, quote };
  const [lat, lon] = [numberOf(toponym.get('lat')), numberOf(toponym.get('lon'))];
  if (lat === undefined || lon === undefined) return span;
  const point = { lat, lon };
  const page = /\/wiki\/([^#?]+)/.exec(toponym.get('page') ?? '')?.[1];
  const title = page === undefined ? [] : [decoded(page).replaceAll('_', ' ')];
  const country = countryOf(
    {
      names: [...title, toponym.get('name') ?? '', quote].filter(Boolean),
      code: toponym.get('fcode'),
      point,
    },
    countries,
  );
  return { ...span, point, ...(country ? { country } : {}) };
}

function nearestTo(text: string, quote: string, said: number): number | undefined {
  if (quote === '' || Number.isNaN(said)) return undefined;
  if (text.startsWith(quote, said)) return said;
  const at = text.indexOf(quote, Math.max(0, said - REACH));
  return at >= 0 && at <= said + REACH ? at : undefined;
}

function numberOf(written: string | undefined): number | undefined {
  const number = Number(written);
  return written === undefined || Number.isNaN(number) ? undefined : number;
}

function decoded(page: string): string {
  try {
    return decodeURIComponent(page);
  } catch {
    return page;
  }
}

/** In order; of two that share words the longer stays. */
function withoutOverlaps(toponyms: readonly GoldToponym[]): GoldToponym[] {
  const kept: GoldToponym[] = [];
  for (const one of toponyms.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
