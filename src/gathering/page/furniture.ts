import type { Paragraph } from './paragraphs.js';

/** What stands over an article, and may be said again inside it. */
export interface Heading {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  /** The day of publication, or a time of that day, as EDTF. */
  readonly published?: string | undefined;
  /** The words of the page's `<time>` elements. */
  readonly clocks: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(?<month>${months.join('|')})[a-z]{0,6}\\.?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>\\d{4})';
/** `Published: Thursday, 8 February 2024, 10:15 GMT`: such words, and nothing else on the line. */
const dateLines = [
  `${DAY} ${MONTH},? ${YEAR}`,
  `${MONTH} ${DAY},? ${YEAR}`,
  `${YEAR}-(?<month>\\d\\d)-${DAY}`,
].map(
  (date) =>
    new RegExp(
      `^(?:(?:first |last )?(?:published|updated|posted|date)(?: on)?:? )?(?:[a-z]{3,6}day,? |[a-z]{3},? )?${date}(?:[ ,|·–-]{1,4}(?:at )?\\d{1,2}[:.]\\d\\d[ a-z.]{0,8})?$`,
      'i',
    ),
);

/**
 * The paragraphs of an article without those that only say again who wrote it and on what day it was published, and,
 * before its first paragraph of prose, what it is called and when. `isProse` tells prose.
 */
export function withoutFurniture(
  paragraphs: readonly Paragraph[],
  { title, byline, published, clocks }: Heading,
  isProse: (paragraph: Paragraph) => boolean,
): Paragraph[] {
  const bylines = lowered([byline, byline && `by ${byline}`]);
  const over = lowered([title, ...clocks]);
  let isBefore = true;
  return paragraphs.filter((paragraph) => {
    const text = paragraph.text.toLowerCase();
    if (bylines.has(text) || (published && dayOfLine(text) === published.slice(0, 10))) return false;
    if (isBefore && over.has(text)) return false;
    isBefore &&= !isProse(paragraph);
    return true;
  });
}

const lowered = (texts: readonly (string | undefined)[]) =>
  new Set(texts.flatMap((text) => (text ? [text.toLowerCase()] : [])));

/** The day that a line gives which gives nothing else, as `2024-02-08`. */
function dayOfLine(text: string): string | undefined {
  for (const line of dateLines) {
    const { year, month = '', day = '' } = line.exec(text)?.groups ?? {};
    if (year === undefined) continue;
    const nth = months.indexOf(month.toLowerCase()) + 1 || Number(month);
    return `${year}-${String(nth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return undefined;
}
