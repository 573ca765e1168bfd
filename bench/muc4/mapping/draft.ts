import type { DayRange, Incident, Reading } from '../../../src/record/index.js';
import type { IncidentType } from '../template.js';

/** An incident on its way to a template. Several drafts of one template are merged before it is written. */
export interface Draft {
  readonly type: IncidentType;
  readonly stage: 'ACCOMPLISHED' | 'ATTEMPTED' | 'THREATENED';
  /** undefined where the report gives none; then it is on or before the day of the report. */
  readonly days: DayRange | undefined;
  readonly place: Place;
  readonly individuals: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly isByState: boolean;
  readonly things: readonly Thing[];
  readonly people: readonly Human[];
  /** What is said of people whom no words of the text name: "there were no casualties". */
  readonly effectsOnNobody: readonly string[];
  readonly instruments: readonly Instrument[];
}

/** A country and a place in it, as MUC names them; the place is undefined where only the country is known. */
export interface Place {
  readonly country: string | undefined;
  readonly name: string | undefined;
}

export interface Organisation {
  readonly name: string;
  readonly confidence: string;
}

export interface Thing {
  readonly words: string;
  readonly type: string;
  readonly number: string;
  readonly nation: string | undefined;
  readonly effect: string | undefined;
}

/** A person or people; at least one of name and description is there. */
export interface Human {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly type: string;
  readonly number: string;
  readonly nation: string | undefined;
  readonly effects: readonly string[];
}

export interface Instrument {
  /** undefined where the type alone is known ("they shot him"). */
  readonly words: string | undefined;
  readonly type: string | undefined;
}

/** An incident with the reading that it is of. */
export interface Told {
  readonly incident: Incident;
  readonly reading: Reading;
}
