import type { Found } from '../meaning.js';
import { byWord, digits, isDash, type Read, touches, type Words, year } from '../words.js';
import { afterThe } from './pieces.js';
import type { Rule } from './rule.js';

type KindOfYear = 'fiscal' | 'school';

const KINDS = byWord<KindOfYear>({
  fiscal: 'fiscal',
  financial: 'fiscal',
  fy: 'fiscal',
  academic: 'school',
  school: 'school',
});

/** "fiscal 2013", "fiscal year 2013", "FY2013", "the financial year 2013", "the academic year 2021/22". */
const yearOfKind: Rule = {
  name: 'fiscal or school year',
  read(words, at) {
    const glued = /^fy(\d{4})$/.exec(words.lower[at] ?? '');
    if (glued) return kindFound(at, at + 1, Number(glued[1]), 'fiscal');
    const start = afterThe(words, at);
    const kind = KINDS[words.lower[start] ?? ''];
    const isYear = words.lower[start + 1] === 'year';
    if (kind === undefined) return yearThenKind(words, at, start);
    if (kind === 'school' && !isYear) return undefined;
    const written = yearAndNext(words, isYear ? start + 2 : start + 1);
    return written && kindFound(at, written.next, written.value, kind);
  },
};

/** "the 2019-20 academic year", "the 2019 fiscal year". */
function yearThenKind(words: Words, at: number, start: number): Found | undefined {
  const written = yearAndNext(words, start);
  const kind = written && KINDS[words.lower[written.next] ?? ''];
  if (!written || !kind || words.lower[written.next + 1] !== 'year') return undefined;
  return kindFound(at, written.next + 2, written.value, kind);
}

/** "2019", "2019-20", "2021/22", "2021/2022". */
function yearAndNext(words: Words, at: number): Read<number> | undefined {
  const written = year(words, at);
  if (written === undefined) return undefined;
  const isJoint = isDash(words, at + 1) || words.lower[at + 1] === '/';
  const isGlued = isJoint && touches(words, at + 1) && touches(words, at + 2);
  const second = isGlued ? digits(words, at + 2) : undefined;
  const follows = second !== undefined && second % 100 === (written.value + 1) % 100;
  return follows ? { value: written.value, next: at + 3 } : written;
}

const WHICH = byWord<number>({
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  past: -1,
  next: 1,
  coming: 1,
});

/** "this fiscal year", "the current academic year", "last school year". */
const whichYearOfKind: Rule = {
  name: 'the fiscal or school year that is, was or will be',
  read(words, at) {
    const start = afterThe(words, at);
    const kind = KINDS[words.lower[start + 1] ?? ''];
    if (kind === undefined || words.lower[start + 2] !== 'year') return undefined;
    const steps = WHICH[words.lower[start] ?? ''];
    if (steps === undefined) return undefined;
    const meaning = { is: 'step', unit: 'year', steps, from: 'publication', kind } as const;
    return { first: at, last: start + 3, meaning };
  },
};

function kindFound(first: number, last: number, year: number, kind: KindOfYear): Found {
  return { first, last, meaning: { is: 'calendar', year, kind } };
}

export const yearOfKindRules: readonly Rule[] = [yearOfKind, whichYearOfKind];
