import type { DayRange } from '../../record/index.js';
import type { Meaning } from './meaning.js';
import type { TimePhrase } from './phrases.js';
import type { Context, Mention, Resolved, Told } from './resolve/index.js';

/** How many times mentioned before are kept in mind. */
const REMEMBERED = 24;

/** Keeps a time in mind, for those that are counted from it. What a history says of its own day or in passing is left out. */
export function remember(
  mentions: Mention[],
  phrase: TimePhrase,
  resolved: Resolved,
  { isHistory, published }: Pick<Context, 'isHistory' | 'published'>,
): void {
  const mention = mentionOf(phrase, resolved, mentions.at(-1));
  if (mention === undefined) return;
  if (isHistory && (isNow(mention, published) || (mentions.length > 0 && isInside(phrase, OPENING)))) return;
  mentions.push(mention);
  if (mentions.length > REMEMBERED) mentions.shift();
}

/** The time that "at that time" means where nothing else comes between: the last one that was worked out, no length. */
export function toldAt({ meaning, pieces }: TimePhrase, resolved: Resolved): Told | undefined {
  const { type, value, edtf, days } = resolved.parts?.at(-1) ?? resolved;
  const at = pieces.at(-1);
  if (!at || edtf === null || days === undefined || meaning.is === 'reach' || type === 'DURATION')
    return undefined;
  return { start: at.start, end: at.end, type, value, edtf, days };
}

/** What a later "that night" can count from: a time that is closed at both ends, and no length. */
function mentionOf(
  phrase: TimePhrase,
  { days, clock, edtf, value }: Resolved,
  before: Mention | undefined,
): Mention | undefined {
  const { meaning, sentence, pieces } = phrase;
  if (days === undefined || edtf === null || isAside(meaning)) return undefined;
  const names = namesYear(meaning);
  const toldIn =
    (names && !isInside(phrase, LEADING)) ||
    (before?.toldIn === true && before.days.last < days.last + 366 && !isDeictic(meaning));
  // A range is counted from its end: "from 3 to 5 May. Two days later …"
  const { start, end } = pieces.at(-1) ?? phrase;
  const base = { start, end, ...(clock && { clock }), sentence, namesYear: names, toldIn };
  if (meaning.is !== 'open') return { ...base, days };
  // "By the spring of 1915 they had fled, and in May …"
  if (meaning.side === 'by' && Number.isFinite(days.first)) return { ...base, days };
  // "the fifth hold-up since Wednesday. On that day …"
  const isDay = meaning.side === 'since' && /^\d{4}-\d\d-\d\d/.test(value);
  return isDay ? { ...base, days: { first: days.first, last: days.first } } : undefined;
}

/** A reach and an era are too long to count from; what goes back to a time before says nothing new. */
function isAside({ is }: Meaning): boolean {
  return is === 'reach' || is === 'era' || is === 'running';
}

/** Whether a time is counted from the day of publication, and so takes the story back to today. */
function isDeictic(meaning: Meaning): boolean {
  if (meaning.is === 'of day') return meaning.day !== undefined && isDeictic(meaning.day);
  return meaning.is === 'weekday' || (meaning.is === 'step' && meaning.from === 'publication');
}

function namesYear(meaning: Meaning): boolean {
  switch (meaning.is) {
    case 'calendar':
    case 'feast':
    case 'period':
      return meaning.year !== undefined || meaning.inYear !== undefined;
    case 'step':
      return meaning.unit === 'year';
    case 'of day':
      return meaning.day !== undefined && namesYear(meaning.day);
    case 'open':
      return namesYear(meaning.of);
    default:
      return false;
  }
}

/** How many words may stand before a year that opens its sentence: "By early 1943", "Late in the year 1943". */
const OPENING = 5;
/** How many in news, where the union "founded in 1990" went on strike last month: "In 1990". */
const LEADING = 2;

/** A year inside a sentence tells of something else than the story, often: "cutting funds, to end in 1976". */
function isInside({ meaning, first, fillsSentence }: TimePhrase, words: number): boolean {
  const isYear = meaning.is === 'calendar' && meaning.month === undefined;
  return isYear && first > words && !fillsSentence;
}

/** Whether a time of a history is counted from its publication, and so is no step in what it tells. */
function isNow({ days, namesYear }: Mention, published: DayRange | undefined): boolean {
  return !namesYear && published !== undefined && Math.abs(days.last - published.last) < 400;
}
