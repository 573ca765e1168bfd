import { codebook } from '../../src/record/index.js';
import { type AnnotatedIncident, type AnnotatedToll, extentOf, type Words } from './annotated.js';
import { timeLikeness } from './days.js';
import { sameName, sameParty } from './names.js';
import { placeLikeness } from './places.js';

/** The texts that the offsets of the one and the other side point into. */
export interface Texts {
  readonly gold: string;
  readonly got: string;
}

/** One field of an incident: its values are slots, each right (1), half right (0.5) or wrong (0). */
interface Field<Value> {
  readonly valuesOf: (incident: AnnotatedIncident) => readonly Value[];
  readonly likeness: (gold: Value, got: Value, texts: Texts) => number;
}

const familyOf = new Map<string, string>(codebook.map((row) => [row.kind, row.family]));

const field = <Value>(one: Field<Value>): Field<unknown> => one as Field<unknown>;
const present = <Value>(value: Value | null | undefined): Value[] => (value ? [value] : []);

/** The fields that make up a record, in the order of the table. */
export const fields = {
  kind: field({ valuesOf: (incident) => [incident.kind], likeness: kindLikeness }),
  realis: field({
    valuesOf: (incident) => [incident.realis],
    likeness: (gold: string, got) => (gold === got ? 1 : 0),
  }),
  when: field({ valuesOf: (incident) => present(incident.when), likeness: timeLikeness }),
  where: field({ valuesOf: (incident) => present(incident.where), likeness: placeLikeness }),
  who: field({
    valuesOf: (incident) => incident.who ?? [],
    likeness: (gold, got) => (sameParty(gold, got) ? (gold.role === got.role ? 1 : 0.5) : 0),
  }),
  means: field({
    valuesOf: (incident) => incident.means ?? [],
    likeness: (gold: Words, got, texts) =>
      sameName(wordsOf(texts.gold, gold), wordsOf(texts.got, got)) ? 1 : 0,
  }),
  toll: field({ valuesOf: (incident) => incident.toll ?? [], likeness: tollLikeness }),
};

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];

/** The same kind: 1. A kind of the same family: half. */
export function kindLikeness(gold: string, got: string): number {
  if (gold === got) return 1;
  const family = familyOf.get(gold);
  return family !== undefined && family === familyOf.get(got) ? 0.5 : 0;
}

/** The same outcome and numbers: 1; an upper bound on one side only does not matter. Ranges that meet: half. */
function tollLikeness(gold: AnnotatedToll, got: AnnotatedToll): number {
  if (gold.outcome !== got.outcome) return 0;
  const [goldHigh, gotHigh] = [gold.high ?? Infinity, got.high ?? Infinity];
  if (gold.low === got.low) {
    const oneIsOpen = (goldHigh === Infinity) !== (gotHigh === Infinity);
    return goldHigh === gotHigh || oneIsOpen ? 1 : 0.5;
  }
  const meet = gold.low <= gotHigh && got.low <= goldHigh;
  return meet && Math.min(gold.low, got.low) > 0 ? 0.5 : 0;
}

function wordsOf(text: string, words: Words): string {
  const extent = extentOf(text, words);
  return extent ? text.slice(...extent) : String(words.quote ?? (words as { name?: string }).name ?? words);
}
