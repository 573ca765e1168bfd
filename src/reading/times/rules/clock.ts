import { twoDigits } from '../calendar.js';
import type { Clock, Found } from '../meaning.js';
import { isCapital, isDash, type Read, reads, touches, type Words } from '../words.js';
import type { Rule } from './rule.js';

interface Hand {
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  /** Only the form of a clock time with a colon or am/pm is sure; others need words beside them. */
  readonly sure: boolean;
}

/** " a.m.", " pm", "p.m" in front of a token. */
function halfAt(words: Words, at: number): Read<'am' | 'pm'> | undefined {
  const word = words.lower[at] ?? '';
  const single = /^([ap])\.?m$/.exec(word);
  if (single) return { value: single[1] === 'a' ? 'am' : 'pm', next: at + 1 };
  if (!/^[ap]$/.test(word) || words.lower[at + 1] !== '.' || words.lower[at + 2] !== 'm') return undefined;
  return { value: word === 'a' ? 'am' : 'pm', next: at + 3 };
}

/** "21:30", "9.40", "8", "8pm", "1.45pm", "18h30", "0130", with the am or pm behind it. */
function handAt(words: Words, at: number): Read<Hand> | undefined {
  const word = words.lower[at] ?? '';
  if (!/^\d/.test(word)) return undefined;
  return gluedHand(word, at) ?? fullHand(words, word, at) ?? hourHand(words, word, at) ?? military(word, at);
}

/** "8pm", "18h30". */
function gluedHand(word: string, at: number): Read<Hand> | undefined {
  const match = /^(\d{1,2})(?:([ap])m|h(\d{2})?)$/.exec(word);
  if (match === null) return undefined;
  const [, hour, half, minute = '0'] = match;
  if (half !== undefined) return hand(Number(hour), 0, at + 1, half === 'a' ? 'am' : 'pm');
  return hand(Number(hour), Number(minute), at + 1, undefined, Number(hour) < 25);
}

/** "21:30", "9.40 pm". */
function fullHand(words: Words, word: string, at: number): Read<Hand> | undefined {
  const match = /^(\d{1,2})([:.])(\d{2})(?::\d{2})?$/.exec(word);
  if (match === null) return undefined;
  const half = halfAt(words, at + 1);
  const [hour, minute] = [Number(match[1]), Number(match[3])];
  const sure = half !== undefined || (match[2] === ':' && hour < 25 && minute < 60);
  return hand(hour, minute, half?.next ?? at + 1, half?.value, sure);
}

/** "8 p.m.", "8 o'clock", and "1.45pm", which is three tokens. */
function hourHand(words: Words, word: string, at: number): Read<Hand> | undefined {
  if (!/^\d{1,2}$/.test(word)) return undefined;
  const isGlued =
    touches(words, at + 1) && touches(words, at + 2) && /^[.:]$/.test(words.lower[at + 1] ?? '');
  const minutes = isGlued ? /^(\d{2})([ap])m$/.exec(words.lower[at + 2] ?? '') : null;
  if (minutes) return hand(Number(word), Number(minutes[1]), at + 3, minutes[2] === 'a' ? 'am' : 'pm');
  const half = halfAt(words, at + 1);
  if (half) return hand(Number(word), 0, half.next, half.value);
  return words.lower[at + 1] === "o'clock" ? hand(Number(word), 0, at + 2) : undefined;
}

function hand(hour: number, minute: number, next: number, half?: 'am' | 'pm', sure = true): Read<Hand> {
  return { value: { hour, minute, sure, ...(half && { half }) }, next };
}

/** "0130": a clock time only with its zone behind it. */
function military(word: string, at: number): Read<Hand> | undefined {
  if (!/^\d{4}$/.test(word)) return undefined;
  return hand(Number(word.slice(0, 2)), Number(word.slice(2)), at + 1, undefined, false);
}

interface Zone {
  /** Undefined for local time. */
  readonly offset?: string;
}

/** "local time", "(local time)", "local", "GMT", "Baghdad time", "hours", "hrs" behind a clock time. */
function zoneAt(words: Words, at: number): Read<Zone> | undefined {
  const open = words.lower[at] === '(' ? 1 : 0;
  const start = at + open;
  const close = (next: number) => (open && words.lower[next] === ')' ? next + 1 : next);
  if (reads(words, start, 'local', 'time')) return { value: {}, next: close(start + 2) };
  const zone = words.terms[start]?.zone;
  const isWritten = /^[A-Z]{3,4}$/.test(words.tokens[start]?.text ?? '');
  if (zone !== undefined && isWritten && open === 0)
    return { value: zone === '-' ? {} : { offset: zone }, next: start + 1 };
  if (/^(?:local|hours|hrs)$/.test(words.lower[start] ?? '') && open === 0)
    return { value: {}, next: start + 1 };
  if (isCapital(words, start) && words.lower[start + 1] === 'time' && open === 0)
    return { value: {}, next: start + 2 };
  return undefined;
}

const BEFORE_CLOCK =
  /^(?:at|around|about|by|from|until|till|before|after|between|and|to|since|approximately|roughly|shortly|just|near|nearly|on|,|\(|;)$/;

/** "21:30 local time (18:30 GMT)", "at 8 p.m.", "0130 GMT", "7.15 am", "six o'clock". Says so where no clock has it. */
const clock: Rule = {
  name: 'clock time',
  opens: 'digit',
  read(words, at) {
    const read = handAt(words, at);
    if (read === undefined) return undefined;
    const zone = zoneAt(words, read.next);
    const isHeading = at === 0 && /^\d{1,2}[.:]\d{2}$/.test(words.lower[at] ?? '');
    const isPlaced = isHeading || BEFORE_CLOCK.test(words.lower[at - 1] ?? '');
    if (isImpossible(read.value)) return impossible(words, at, read, isPlaced);
    if (zone === undefined && isOtherNumber(words, at, read)) return undefined;
    const { hour, minute, half, sure } = read.value;
    const local = { hour: toHour24(hour, half), minute };
    const isSure = zone !== undefined || isHeading || (sure && (half !== undefined || isPlaced));
    const found = withUtc(words, at, zone?.next ?? read.next, local, zone, isSure);
    if (!isHeading || found.meaning.is !== 'of day') return found;
    return { ...found, meaning: { ...found.meaning, heading: true } };
  },
};

const isImpossible = ({ hour, minute }: Hand): boolean => hour > 24 || minute > 59;

/** "1950" alone, "3-5.40", "9.40 percent": a number that is no clock time unless a zone stands behind it. */
function isOtherNumber(words: Words, at: number, read: Read<Hand>): boolean {
  if (isMeasure(words, read.next)) return true;
  if (read.value.sure) return false;
  return /^\d{4}$/.test(words.lower[at] ?? '') || (isDash(words, at - 1) && touches(words, at));
}

/** "9.40 percent", "at 21.30 metres": a number, not a clock. */
function isMeasure(words: Words, at: number): boolean {
  return /^(?:%|percent|per|million|billion|km|kilometres|kilometers|miles|metres|meters|tonnes|degrees|points|magnitude)$/.test(
    words.lower[at] ?? '',
  );
}

function toHour24(hour: number, half: 'am' | 'pm' | undefined): number {
  if (half === 'am') return hour === 12 ? 0 : hour;
  return half === 'pm' && hour < 12 ? hour + 12 : hour;
}

function impossible(words: Words, at: number, read: Read<Hand>, isPlaced: boolean): Found | undefined {
  const isClock = read.value.half !== undefined || (isPlaced && /:/.test(words.lower[at] ?? ''));
  if (!isClock) return undefined;
  const written = words.tokens[at]?.text ?? '';
  return { first: at, last: read.next, meaning: { is: 'impossible', why: `no clock shows ${written}` } };
}

/** A second time in brackets, in UTC, tells how far local time is from it: "21:30 local time (18:30 GMT)". */
function withUtc(
  words: Words,
  at: number,
  next: number,
  local: Clock,
  zone: Read<Zone> | undefined,
  sure: boolean,
): Found {
  const offset = zone?.value.offset;
  const plain: Found = {
    first: at,
    last: next,
    meaning: { is: 'of day', clock: { ...local, ...(offset && { offset }) } },
    ...(!sure && { weak: true }),
  };
  if (words.lower[next] !== '(' && words.lower[next] !== ',') return plain;
  const utc = handAt(words, next + 1);
  const utcZone = utc && zoneAt(words, utc.next);
  if (!utc || utcZone?.value.offset !== 'Z' || utc.value.hour > 24 || utc.value.minute > 59) return plain;
  const close = closing(words, utcZone.next, words.lower[next] === '(');
  if (close === undefined) return plain;
  const worked = offsetBetween(local, {
    hour: toHour24(utc.value.hour, utc.value.half),
    minute: utc.value.minute,
  });
  const clock: Clock = worked === undefined ? local : { ...local, offset: worked };
  return { first: at, last: close, meaning: { is: 'of day', clock } };
}

/** The token after the bracket that closes: "(2100 UTC, yesterday)" has a word more. */
function closing(words: Words, at: number, isBracket: boolean): number | undefined {
  if (!isBracket) return at;
  for (let next = at; next < at + 4; next++) if (words.lower[next] === ')') return next + 1;
  return undefined;
}

/** The offset of local time from UTC, between -12:00 and +14:00 in quarters of an hour; undefined where none fits. */
function offsetBetween(
  local: { hour: number; minute: number },
  utc: { hour: number; minute: number },
): string | undefined {
  let minutes = (local.hour - utc.hour) * 60 + local.minute - utc.minute;
  if (minutes > 14 * 60) minutes -= 24 * 60;
  if (minutes <= -12 * 60) minutes += 24 * 60;
  if (minutes % 15 !== 0) return undefined;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** "six o'clock", "half past two", "quarter to six": hours in words. */
const clockInWords: Rule = {
  name: 'clock time in words',
  read(words, at) {
    const past = reads(words, at, 'half', 'past')
      ? 30
      : reads(words, at, 'quarter', 'past')
        ? 15
        : reads(words, at, 'quarter', 'to')
          ? -15
          : 0;
    const start = past === 0 ? at : at + 2;
    const hour = words.terms[start]?.number;
    const isHour = hour?.form === 'plain' && hour.number >= 1 && hour.number <= 12;
    if (!isHour || hour === undefined) return undefined;
    const minute = (past + 60) % 60;
    const clock = { hour: past < 0 ? hour.number - 1 : hour.number, minute };
    if (words.lower[start + 1] === "o'clock")
      return { first: at, last: start + 2, meaning: { is: 'of day', clock } };
    if (past !== 0) return { first: at, last: start + 1, meaning: { is: 'of day', clock } };
    // "at six on Sunday morning", "by ten this morning": a bare number, if a day or a part of one follows.
    const isPlaced = /^(?:at|by|since|until|till|around|about|before|after|from)$/.test(
      words.lower[at - 1] ?? '',
    );
    return isPlaced ? { first: at, last: at + 1, meaning: { is: 'of day', clock }, weak: true } : undefined;
  },
};

/** The 6 of "between 6 and 9 p.m.", "from 6 to 9 p.m.", "6–9pm": the half of the day stands once, for both. */
const sharedHalf: Rule = {
  name: 'clock time that shares its half of the day',
  opens: 'digit',
  read(words, at) {
    const between = words.lower[at + 1] ?? '';
    if (!/^(?:to|until|till|and)$/.test(between) && !isDash(words, at + 1)) return undefined;
    const match = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(words.lower[at] ?? '');
    if (match === null || (between === 'and' && words.lower[at - 1] !== 'between')) return undefined;
    const second = handAt(words, at + 2)?.value;
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
    if (second?.half === undefined || hour < 1 || hour > 12 || minute > 59) return undefined;
    const shared = toHour24(hour, second.half);
    // "from 11 to 2 p.m." begins in the morning.
    const isOver = shared > toHour24(second.hour, second.half);
    const clock = { hour: isOver ? (shared + 12) % 24 : shared, minute };
    return { first: at, last: at + 1, meaning: { is: 'of day', clock } };
  },
};

export const clockRules: readonly Rule[] = [clock, sharedHalf, clockInWords];
