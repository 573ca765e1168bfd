import { daysOf, type Reading } from '../record/index.js';
import { shinglesOf, vectorOf, type WordVector, type WordWeight, wordsOf } from './words.js';

/** What all incidents of one report have in common when they are compared. */
export interface Story {
  /** The day of publication, as a day number; the last one where only a month is known. */
  readonly published: number | undefined;
  /** The words of title and body, without the lines of another story. */
  readonly words: WordVector;
  readonly title: WordVector;
  readonly shingles: ReadonlySet<number>;
  /** The words in the names of places, and in the names of persons. */
  readonly placeWords: ReadonlySet<string>;
  readonly personWords: ReadonlySet<string>;
  /** Full names of persons, first and last name at least, as their words in the order of the alphabet. */
  readonly persons: readonly string[];
  /** Ages that are told: "a 34-year-old", "Ahmed, 34,". */
  readonly ages: ReadonlySet<string>;
  readonly sentences: readonly Stretch[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Makes the function that prepares reports, each once. */
export function prepareStory(weight: WordWeight): (reading: Reading) => Story {
  const known = new WeakMap<Reading, Story>();
  return (reading) => {
    const story = known.get(reading) ?? storyOf(reading, weight);
    known.set(reading, story);
    return story;
  };
}

function storyOf(reading: Reading, weight: WordWeight): Story {
  const { text, report } = reading;
  const title = wordsOf(report.title ?? '');
  const body = wordsOf(withoutUnrelated(reading));
  const persons = reading.names.filter(({ type }) => type === 'person').map(({ quote }) => wordsOf(quote));
  const days = report.published ? daysOf(report.published.edtf) : undefined;
  return {
    published: days && Number.isFinite(days.last) ? days.last : undefined,
    words: vectorOf([...title, ...body], weight),
    title: vectorOf(title, weight),
    shingles: shinglesOf(body),
    placeWords: new Set(reading.places.flatMap(({ quote }) => wordsOf(quote))),
    personWords: new Set(persons.flat()),
    persons: [...new Set(persons.filter((words) => words.length > 1).map((words) => words.sort().join(' ')))],
    ages: agesIn(text),
    sentences: sentencesOf(text),
  };
}

function withoutUnrelated({ text, unrelated }: Reading): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of [...unrelated].sort((a, b) => a.start - b.start)) {
    rest += ` ${text.slice(at, Math.max(at, start))}`;
    at = Math.max(at, end);
  }
  return `${rest} ${text.slice(at)}`;
}

function agesIn(text: string): ReadonlySet<string> {
  const ages = text.matchAll(/\b(\d{1,2})[- ]years?[- ]old\b|, (?:aged )?(\d{2})(?=[,.;)])/gi);
  return new Set([...ages].map(([, adjective, apposed]) => adjective ?? apposed ?? ''));
}

/** Rough sentences: enough to say which words stand near an incident. */
function sentencesOf(text: string): Stretch[] {
  const ends = [...text.matchAll(/[.!?]["'”’)]*\s+|\n+/g)].map((match) => match.index + match[0].length);
  const sentences: Stretch[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    if (end > start) sentences.push({ start, end });
    start = end;
  }
  return sentences;
}
