import { digits, isCapital, isDash, ordinalNumber, type Read, type Words, year } from '../words.js';
import { afterThe, portionAt, thatAt, whichAt, yearStep } from './pieces.js';
import type { Rule } from './rule.js';
import { beforeChrist } from './years.js';

/** Words that are a month only where the rest of the line says so: "may", "march", "august", a girl named April. */
const BEFORE_MONTH =
  /^(?:in|of|since|until|till|by|during|from|to|through|between|and|before|after|last|next|this|that|early|late|mid|for|every|each|around|about|on|the|–|-)$/;
const CERTAIN_BEFORE =
  /^(?:in|since|until|till|by|during|last|this|next|previous|preceding|following|early|late|mid|between|through)$/;

/**
 * A month at a token: its number. "May" and "March" are months only beside a number or after a word such as "in" or
 * "last", and in capitals; a short form only beside a number. "April Jones" and "June Carter" are people.
 */
export function monthAt(words: Words, at: number): Read<number> | undefined {
  const month = words.terms[at]?.month;
  if (month === undefined || !isCapital(words, at)) return undefined;
  const read = { value: month.number, next: at + 1 };
  if (hasNumberBeside(words, at)) return read;
  return isMonthAlone(words, at, month.short) ? read : undefined;
}

/** Whether a month that has no number beside it is one, by the words around it. */
function isMonthAlone(words: Words, at: number, short: boolean): boolean {
  const before = wordBefore(words, at);
  if (short) return /\.$/.test(words.tokens[at]?.text ?? '') && BEFORE_MONTH.test(before);
  if (portionAt(words, at - 2)?.next === at || portionAt(words, at - 3)?.next === at) return true;
  // "from August to May", "in March and May".
  const isSecond = /^(?:to|and|or|through|until)$/.test(before) && words.terms[at - 2]?.month !== undefined;
  // "the last week of March", "the end of May".
  const isPiece =
    before === 'of' &&
    /^(?:weeks?|weekends?|days?|half|start|beginning|middle|end|rest)$/.test(words.lower[at - 2] ?? '');
  const isSure = CERTAIN_BEFORE.test(before) || isSecond || isPiece;
  const isDoubtful = /^(?:may|march)$/.test(words.lower[at] ?? '');
  return isDoubtful ? isSure && !isNameNext(words, at) : isSure || !isNameNext(words, at);
}

function hasNumberBeside(words: Words, at: number): boolean {
  const isDay = (word: string | undefined) => word !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(word);
  const after = words.lower[at + 1] === ',' || words.lower[at + 1] === 'of' ? at + 2 : at + 1;
  const before = words.lower[at - 1] === 'of' ? at - 2 : at - 1;
  return isDay(words.lower[at + 1]) || year(words, after) !== undefined || isDay(words.lower[before]);
}

function wordBefore(words: Words, at: number): string {
  return isDash(words, at - 1) ? (words.lower[at - 2] ?? '') : (words.lower[at - 1] ?? '');
}

/** Whether what follows is the second half of a person's name: "June Carter", but not "June Israel said" after "in". */
function isNameNext(words: Words, at: number): boolean {
  return (
    isCapital(words, at + 1) &&
    words.terms[at + 1] === undefined &&
    !/^[A-Z]{2,}$/.test(words.tokens[at]?.text ?? '')
  );
}

/** "in March", "March 2023", "last November", "mid-March", "in May of last year", "the end of February". */
const month: Rule = {
  name: 'month',
  read(words, at) {
    const portion = portionAt(words, at);
    const which = whichAt(words, portion?.next ?? at);
    const that = portion || which ? undefined : thatAt(words, at);
    const named = monthAt(words, which?.next ?? portion?.next ?? that?.next ?? at);
    if (named === undefined || isDayNext(words, named.next)) return undefined;
    const written = yearBehind(words, named.next);
    const step = written ? undefined : yearStep(words, named.next);
    const inYear = written ? undefined : (step ?? that);
    return {
      first: at,
      last: written?.next ?? step?.next ?? named.next,
      meaning: {
        is: 'calendar',
        month: named.value,
        ...(written && { year: written.value }),
        ...(which && { which: which.value }),
        ...(inYear && { inYear: inYear.value }),
        ...(portion && { portion: portion.value }),
      },
    };
  },
};

/** " 2023", ", 2023", " of 2023", " 480 BC". */
function yearBehind(words: Words, at: number): Read<number> | undefined {
  const number = digits(words, at);
  const era = number === undefined ? undefined : beforeChrist(words, at + 1);
  if (number !== undefined && era !== undefined) return { value: 1 - number, next: era };
  return year(words, /^(?:,|of)$/.test(words.lower[at] ?? '') ? at + 1 : at);
}

/** Whether a day of the month follows, so that the month is read with it. */
function isDayNext(words: Words, at: number): boolean {
  const word = words.lower[at] ?? '';
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && Number.parseInt(word, 10) <= 31;
}

/** "the second week of April", "the last weekend of May 2023". */
const weekOfMonth: Rule = {
  name: 'week of a month',
  read(words, at) {
    const start = afterThe(words, at);
    const ordinal =
      words.lower[start] === 'last' ? { value: -1, next: start + 1 } : ordinalNumber(words, start);
    const unit = words.lower[ordinal?.next ?? -1];
    if (!ordinal || ordinal.value > 5 || !(unit === 'week' || unit === 'weekend')) return undefined;
    if (words.lower[ordinal.next + 1] !== 'of') return undefined;
    const rest = month.read(words, ordinal.next + 2);
    if (rest?.meaning.is !== 'calendar') return undefined;
    return {
      first: at,
      last: rest.last,
      meaning: { ...rest.meaning, week: { number: ordinal.value, unit } },
    };
  },
};

export const monthRules: readonly Rule[] = [weekOfMonth, month];
