import { isDash, ordinalNumber, type Read, touches, type Words, year } from '../words.js';
import { afterAdverb, afterThe, portionAt } from './pieces.js';
import type { Rule } from './rule.js';

const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|during|before|after|between|through|early|late|mid|circa|around|the|back|and|to|year|only)$/;

/** "in 2019", "since 1995", "(2019)", "the 2022 invasion", "early 2024". Not "2020 people" or "Boeing 737". */
const yearAlone: Rule = {
  name: 'year',
  read(words, at) {
    const portion = portionAt(words, at);
    const start = portion?.next ?? at;
    const written = year(words, start);
    const isGlued = touches(words, start) && /^[,.:/$£€]$/.test(words.lower[start - 1] ?? '');
    if (!written || isGlued) return undefined;
    if (portion === undefined && !isYearHere(words, start)) return undefined;
    const meaning = {
      is: 'calendar',
      year: written.value,
      ...(portion && { portion: portion.value }),
    } as const;
    return { first: at, last: written.next, meaning };
  },
};

function isYearHere(words: Words, at: number): boolean {
  const [before, next] = [words.lower[at - 1] ?? '', words.lower[at + 1] ?? '.'];
  const tag = words.tags[at + 1] ?? '';
  const isModern = /^(?:19|20)/.test(words.lower[at] ?? '');
  if (/^(?:in|since|during)$/.test(before)) return !/^(?:of|people|cases)$/.test(next);
  if (!isModern)
    return /^(?:from|until|till|by|before|after|between)$/.test(before) && !countsNext(words, at);
  // "2018 saw 11,187 accidents": at the head of a sentence, before its verb.
  if (at === 0) return /^(?:VERB|AUX)$/.test(tag);
  if (/^[(/]$/.test(before) && /^[)–\-,/;]$/.test(next)) return true;
  if (isDash(words, at - 1)) return year(words, at - 2) !== undefined;
  if (/^(?:the|his|her|its|their|a|'s|upcoming)$/.test(before))
    return /^(?:NOUN|ADJ|PROPN)$/.test(tag) && !isRoundCount(words, at);
  return (before === 'of' || BEFORE_YEAR.test(before)) && !countsNext(words, at);
}

/** "the 2000 troops"; but "the 2022 protests". */
function isRoundCount(words: Words, at: number): boolean {
  return /00$/.test(words.lower[at] ?? '') && countsNext(words, at);
}

/** Whether a plural follows that a number would count: "2020 people", "1950 soldiers". */
function countsNext(words: Words, at: number): boolean {
  const next = words.lower[at + 1] ?? '';
  return words.tags[at + 1] === 'NOUN' && /[^su]s$|^people$|^men$|^women$|^children$/.test(next);
}

/** "the 1990s", "1950s", "the late 1990s", "the '90s". */
const decade: Rule = {
  name: 'decade',
  read(words, at) {
    const start = afterAdverb(words, afterThe(words, at));
    const found = fullDecade(words, start) ?? shortDecade(words, start);
    return found && { first: at, last: found.next, meaning: { is: 'era', first: found.value, years: 10 } };
  },
};

function fullDecade(words: Words, at: number): Read<number> | undefined {
  const match = /^((?:1[5-9]|20)\d)0(s?)$/.exec(words.lower[at] ?? '');
  if (match === null) return undefined;
  const value = Number(match[1]) * 10;
  if (match[2]) return { value, next: at + 1 };
  return words.lower[at + 1] === "'s" ? { value, next: at + 2 } : undefined;
}

function shortDecade(words: Words, at: number): Read<number> | undefined {
  const match = /^([2-9])0s$/.exec(words.lower[at + 1] ?? '');
  const isShort = match !== null && /^['‘’]$/.test(words.lower[at] ?? '') && touches(words, at + 1);
  return isShort ? { value: 1900 + Number(match[1]) * 10, next: at + 2 } : undefined;
}

/** "the 20th century", "nineteenth-century". */
const century: Rule = {
  name: 'century',
  read(words, at) {
    const ordinal = ordinalNumber(words, afterThe(words, at));
    if (ordinal === undefined || ordinal.value < 2) return undefined;
    const unit = isDash(words, ordinal.next) ? ordinal.next + 1 : ordinal.next;
    if (!/^(?:century|centuries)$/.test(words.lower[unit] ?? '')) return undefined;
    return {
      first: at,
      last: unit + 1,
      meaning: { is: 'era', first: (ordinal.value - 1) * 100, years: 100 },
    };
  },
};

export const yearRules: readonly Rule[] = [decade, century, yearAlone];
