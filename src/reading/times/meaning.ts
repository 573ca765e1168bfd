/** The units that reports count time in. A night counts as a day, a decade as ten years. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year';

/**
 * What a relative time is counted from: the day of publication, the last day mentioned before, or (`story`) the latter
 * in a history and the former in news: "the end of the year".
 */
export type Anchor = 'publication' | 'mention' | 'story';

/** Which stretch of a month or year is meant: "early March", "mid-March", "the end of the year". */
export type Portion = 'start' | 'early' | 'middle' | 'late' | 'end' | 'first half' | 'second half';

/** A number that is counted: "three", or "several", which is three at least. */
export interface Amount {
  readonly number: number;
  readonly vague: boolean;
}

/** A clock time as written. `offset` is `Z` or such as `+03:00`, where the words give it. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly offset?: string;
  readonly note?: string;
}

/**
 * A day, month or year by its numbers. What the words leave out is left out, and worked out later. Years before Christ
 * count as in EDTF: 1 BC is 0, 499 BC is -498.
 */
export interface CalendarMeaning {
  readonly is: 'calendar';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** "last November", "this June", "next May". */
  readonly which?: -1 | 0 | 1;
  /** "in May last year", "in July of that year": the year that the month is in. */
  readonly inYear?: StepMeaning;
  readonly portion?: Portion;
  /** "the second week of April"; -1 is the last. Without a number it is the week that holds the day. */
  readonly week?: { readonly number?: number; readonly unit: 'week' | 'weekend' };
  /** "fiscal 2013", "the 2019 academic year": a year that begins in another month. */
  readonly kind?: 'fiscal' | 'school';
  /** The year is that of an event called by its day: "the October 7 attacks". */
  readonly known?: boolean;
  /** "14/03/2024" and "03/04/2024": the second can be read in two ways. */
  readonly ambiguous?: boolean;
}

/** A day of the week: "Friday", "last Friday", "Wednesday of last week", "the previous Sunday". */
export interface WeekdayMeaning {
  readonly is: 'weekday';
  readonly weekday: number;
  readonly which: 'bare' | 'last' | 'this' | 'next' | 'before' | 'after';
  readonly inWeek?: StepMeaning;
}

/** So many units from an anchor: "yesterday", "last month", "two days ago", "the next day". */
export interface StepMeaning {
  readonly is: 'step';
  readonly unit: Unit;
  readonly steps: number;
  readonly from: Anchor;
  /** Counted ("three weeks ago") and not named ("last week"): gives a day, not the week that it lies in. */
  readonly counted?: boolean;
  /** How many years the unit has where it is a decade or a century: "a decade ago" is no single year. */
  readonly years?: number;
  readonly vague?: boolean;
  /** "so far this year" and "earlier this week" end at the anchor; "later this month" begins there. */
  readonly side?: 'so far' | 'earlier' | 'later';
  readonly portion?: Portion;
  /** "this fiscal year", "the last academic year". */
  readonly kind?: 'fiscal' | 'school';
}

/** A length that reaches up to the anchor or away from it: "in the past three days", "in the coming weeks". */
export interface ReachMeaning {
  readonly is: 'reach';
  readonly unit: Unit;
  readonly amount: Amount;
  readonly direction: -1 | 1;
  readonly from: Anchor;
}

/** A season, quarter or half, or a decade or century. */
export interface PeriodMeaning {
  readonly is: 'period';
  readonly code: string;
  readonly firstMonth: number;
  readonly months: number;
  readonly year?: number;
  readonly which?: -1 | 0 | 1;
  readonly inYear?: StepMeaning;
}

/** A decade or a century: years from `first` on. */
export interface EraMeaning {
  readonly is: 'era';
  readonly first: number;
  readonly years: 10 | 100;
}

/** A day with its own name: by month and day, or by days from Easter. */
export interface FeastMeaning {
  readonly is: 'feast';
  readonly name: string;
  readonly month: number;
  readonly day: number;
  readonly fromEaster?: number;
  readonly year?: number;
  readonly which?: -1 | 0 | 1;
  readonly inYear?: StepMeaning;
}

/** A length of time, and nothing that says which. */
export interface DurationMeaning {
  readonly is: 'duration';
  readonly unit: Unit;
  readonly amount: Amount;
}

/** A time that comes again: "every Friday". */
export interface RepeatedMeaning {
  readonly is: 'repeated';
  readonly value: string;
  readonly words: string;
}

/** A clock time or part of a day, on a day if the words name it; else on the last day mentioned. */
export interface OfDayMeaning {
  readonly is: 'of day';
  readonly day?: Meaning;
  readonly clock?: Clock;
  /** A TIMEX3 code such as `TNI`. */
  readonly part?: string;
  /** It stands at the head of an entry ("18:50 Water cannon, then tear gas"), and so is of the day of publication. */
  readonly heading?: boolean;
  /** "overnight" without a day is the night that ends on the day of publication. */
  readonly overnight?: boolean;
}

/** From one time to another: "between March and June", "3–5 May". */
export interface BetweenMeaning {
  readonly is: 'between';
  readonly from: Meaning;
  readonly to: Meaning;
}

/** An open end: "since October 7", "until Monday". */
export interface OpenMeaning {
  readonly is: 'open';
  readonly side: 'since' | 'until' | 'as of' | 'by' | 'before' | 'after' | 'from';
  readonly of: Meaning;
}

/** "now", "recently", "in the future": a time only in so far as it is past, present or to come. */
export interface ReferenceMeaning {
  readonly is: 'reference';
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
}

/**
 * So long before or after an incident: "the eve of the vote", "the day after the raid", "two days after the raid", "the
 * third day of the siege". Its day is known only where the words of the incident name it.
 */
export interface FromIncidentMeaning {
  readonly is: 'from incident';
  readonly unit: Unit;
  readonly steps: number;
  /** What is only a length to TIMEX3: "two days" of "two days after the raid". */
  readonly length?: Amount;
  /** A TIMEX3 code such as `TNI`. */
  readonly part?: string;
  /** The date right in front of it says the day: "On 21 July, the fifth day of the rising". */
  readonly isBeside?: boolean;
  /** The time that the words of the incident name: "Monday" of "the day after Monday's raid". */
  readonly of?: Meaning;
}

/** One day of a month or year: "the first day of May", "the last day of 2020" (-1). */
export interface DayOfMeaning {
  readonly is: 'day of';
  readonly number: number;
  readonly of: Meaning;
}

/** "at the time", "during that period": the time that is told of; "the same period last year": that of another year. */
export interface RunningMeaning {
  readonly is: 'running';
  readonly near: 'PAST_REF' | 'PRESENT_REF';
  readonly inYear?: StepMeaning;
  readonly year?: number;
}

/** Words in the form of a time that no calendar or clock has: "31 February", "25:70". */
export interface ImpossibleMeaning {
  readonly is: 'impossible';
  readonly why: string;
}

/** What the words of a time say, before anything is worked out. */
export type Meaning =
  | CalendarMeaning
  | WeekdayMeaning
  | StepMeaning
  | ReachMeaning
  | PeriodMeaning
  | EraMeaning
  | FeastMeaning
  | DurationMeaning
  | RepeatedMeaning
  | OfDayMeaning
  | BetweenMeaning
  | OpenMeaning
  | ReferenceMeaning
  | FromIncidentMeaning
  | DayOfMeaning
  | RunningMeaning
  | ImpossibleMeaning;

/** A time as found in a sentence: tokens `first` to before `last` of that sentence, and what they say. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  /** It counts only where it joins another: "18.10" alone is a price or a score, "Fri" alone may be a name. */
  readonly weak?: boolean;
  /** The times that it is made of, where it reaches from one to the other or is open: "3" and "5 May" of "3–5 May". */
  readonly parts?: readonly Found[];
  /** The words that it is counted from, which lie behind it: "the vote" of "the eve of the vote". */
  readonly anchor?: {
    readonly first: number;
    readonly last: number;
    readonly from: 'expression' | 'incident';
  };
}
