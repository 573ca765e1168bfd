import type { Extent } from './gold.js';
import type { Pair } from './score.js';

/** A pair that is not right, with the text it is of. */
interface Miss {
  readonly id: string;
  readonly text: string;
  readonly pair: Pair;
}

/** Examples printed of a kind. */
const EXAMPLES = 4;

/**
 * The kinds of misses that come most often, worst first, with examples. A kind is what went wrong (missed, spurious, wrong
 * value, wrong type, wrong borders) and the shape of the words: "9 Month" for "3 May". At most `most` kinds.
 */
export function errorLines(misses: readonly Miss[], most: number): string[] {
  const kinds = new Map<string, Miss[]>();
  for (const miss of misses) {
    const kind = kindOf(miss);
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), miss]);
  }
  return [...kinds]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, most)
    .flatMap(([kind, all]) => ['', `${all.length} × ${kind}`, ...all.slice(0, EXAMPLES).map(exampleLine)]);
}

function kindOf({ text, pair: { gold, found } }: Miss): string | undefined {
  if (!found) return gold && `missed: ${shapeOf(quote(text, gold))}`;
  if (!gold) return `spurious: ${shapeOf(quote(text, found))}`;
  if (gold.value !== found.value) {
    return `wrong value: ${shapeOf(quote(text, gold))} [${digits(gold.value)} → ${digits(found.value)}]`;
  }
  if (gold.type !== found.type) return `wrong type: ${gold.type} → ${found.type}`;
  if (gold.start === found.start && gold.end === found.end) return undefined;
  return `wrong borders: ${shapeOf(quote(text, gold))} → ${shapeOf(quote(text, found))}`;
}

function exampleLine({ id, text, pair: { gold, found } }: Miss): string {
  const { start, end } = gold ?? found ?? { start: 0, end: 0 };
  const around = quote(text, { start: Math.max(0, start - 60), end: end + 40 });
  const wanted = gold ? `"${quote(text, gold)}" ${gold.type} ${gold.value || 'no value'}` : 'nothing';
  const got = found ? `"${quote(text, found)}" ${found.type} ${found.value}` : 'nothing';
  return `    ${id}:${start}  wanted ${wanted}, got ${got}  in "…${around}…"`;
}

const quote = (text: string, { start, end }: Extent) => text.slice(start, end).replace(/\s+/g, ' ');
const digits = (value: string) => value.replace(/\d/g, '9') || 'none';

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/gi;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi;
const NUMBER = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b/gi;

function shapeOf(words: string): string {
  return words.toLowerCase().replace(MONTH, 'Month').replace(WEEKDAY, 'Weekday').replace(NUMBER, '9');
}
