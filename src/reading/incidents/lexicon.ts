import type { Outcome, PartyType, Side, VictimStatus } from '../../record/index.js';
import { entries, type Lists, rows } from '../lists.js';

/** How sure a trigger is: see the head of `triggers.txt`. */
export type Strength = 'strong' | 'generic' | 'weak' | 'effect' | 'none';

/** Words that an incident hangs on. */
export interface TriggerEntry {
  readonly lemmas: readonly string[];
  readonly tag: 'n' | 'v' | 'adj';
  readonly kind: string;
  readonly strength: Strength;
}

/** What the head word of a party tells of it. */
export interface PartyEntry {
  readonly type: PartyType;
  readonly side: Side | null;
  readonly status: VictimStatus;
}

/** A number as a word tells it. */
export interface NumberEntry {
  readonly low: number;
  readonly high: number | null;
}

/** Whose part the subject of a verb has: see the head of `roles.txt`. */
export type Part = 'doer' | 'sufferer' | 'defender' | 'nobody';

/** The word lists of this stage, ready to be looked up. */
export interface Lexicon {
  /** By the first lemma, longest first. */
  readonly triggers: ReadonlyMap<string, readonly TriggerEntry[]>;
  /** In the order of the list: the first that is found counts. */
  readonly kindWords: ReadonlyMap<string, string>;
  /** By the first word, longest first. */
  readonly means: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly parties: ReadonlyMap<string, PartyEntry>;
  readonly numbers: ReadonlyMap<string, NumberEntry>;
  /** By lemma and part of speech: "kill v", "death n", "dead adj". */
  readonly harm: ReadonlyMap<string, Outcome>;
  /** By lemma: whose part the subject has, where it is not the doer of what is done to an object. */
  readonly roles: ReadonlyMap<string, Part>;
}

/** Reads the lists. Throws where one is missing. */
export function lexiconFrom(lists: Lists): Lexicon {
  const triggers = rows(lists('incidents/triggers')).map(
    ([words = '', tag, kind = '', strength]) =>
      ({ lemmas: words.split(' '), tag, kind, strength }) as TriggerEntry,
  );
  return {
    triggers: byFirst(triggers, (entry) => entry.lemmas),
    kindWords: new Map(rows(lists('incidents/kind-words')).map(([word = '', kind = '']) => [word, kind])),
    means: byFirst(
      entries(lists('incidents/means')).map((words) => words.split(/ |(?<=-)|(?=-)/)),
      (words) => words,
    ),
    parties: new Map(rows(lists('incidents/parties')).map(partyRow)),
    numbers: new Map(rows(lists('incidents/number-words')).map(numberRow)),
    roles: new Map(rows(lists('incidents/roles')).map(([lemma = '', part]) => [lemma, part as Part])),
    harm: new Map(
      rows(lists('incidents/harm')).map(([lemma = '', tag, outcome]) => [
        `${lemma} ${tag}`,
        outcome as Outcome,
      ]),
    ),
  };
}

function byFirst<Entry>(list: readonly Entry[], words: (entry: Entry) => readonly string[]) {
  const map = new Map<string, Entry[]>();
  for (const entry of list) {
    const first = words(entry)[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), entry]);
  }
  for (const same of map.values()) same.sort((a, b) => words(b).length - words(a).length);
  return map;
}

function partyRow([word = '', type, side, status]: string[]): [string, PartyEntry] {
  return [word, { type, side: side === '-' ? null : side, status } as PartyEntry];
}

function numberRow([word = '', low, high]: string[]): [string, NumberEntry] {
  return [word, { low: Number(low), high: high ? Number(high) : null }];
}
