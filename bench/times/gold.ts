import type { TimeType } from '../../src/record/index.js';

/** Words of a text, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A time expression as a reader gives it: its words, TIMEX3 type and TIMEX3 value. */
export interface FoundTime extends Extent {
  readonly type: TimeType;
  readonly value: string;
}

/** A time expression as people annotated it. `value` is empty where they gave none, and then no value is right. */
export interface GoldTime extends FoundTime {
  readonly mod?: string | undefined;
  /** The `tid` of the expression that it was counted from. */
  readonly anchor?: string | undefined;
}

/** A text with its time expressions, in the order of their places. */
export interface GoldText {
  /** The name of its file, without what follows the last dot. */
  readonly id: string;
  readonly text: string;
  /** Day (YYYY-MM-DD) on which the text was made. */
  readonly created: string;
  readonly times: readonly GoldTime[];
  /** Where the text itself states when it was made, and what nobody annotated: counts for no reader. */
  readonly unscored: readonly Extent[];
}

/** A file that cannot be read as gold. The message says what is wrong; the caller adds which file. */
export class TimesFileError extends Error {
  override readonly name = 'TimesFileError';
}

const TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET']);

/** The TIMEX3 type of some words. Throws where there is no such type. */
export function timeType(type: string | undefined): TimeType {
  if (type !== undefined && TYPES.has(type)) return type as TimeType;
  throw new TimesFileError(
    `a TIMEX3 has the type "${type ?? ''}", which is none of ${[...TYPES].join(', ')}`,
  );
}

/** The day of a creation time: "2009-12-19T17:00:00" and "20091219" are 2009-12-19. Throws where it is no day. */
export function dayOfCreation(value: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(value?.trim() ?? '') ?? [];
  if (year && month && day) return `${year}-${month}-${day}`;
  throw new TimesFileError(
    value === undefined
      ? 'no creation time (a TIMEX3 with functionInDocument="CREATION_TIME")'
      : `the creation time "${value}" is no day`,
  );
}
