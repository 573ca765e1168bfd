import type { JoinedIncident, JoinedValue, Toll } from '../../../src/record/index.js';
import type { Field } from '../proof.js';
import { sayToll, sayWhen, sayWhere } from '../say.js';
import { fieldWords, precisionWords, statusWords } from '../words.js';

/** A field of a joined incident, ready to be shown: what is shown and why, and every value that is given. */
export interface JoinedField {
  readonly key: string;
  readonly field: Field;
  readonly name: string;
  readonly shown: readonly { words: string; rule: string }[];
  readonly values: readonly FieldValue[];
}

export interface FieldValue extends Omit<JoinedValue<unknown>, 'value'> {
  readonly key: string;
  readonly words: string;
  /** What else is known of it. */
  readonly more: string;
  readonly isShown: boolean;
}

/** The fields that any report tells of, in the order of the record; the toll has one for each outcome. */
export function fieldsOf({ values, shown }: JoinedIncident): JoinedField[] {
  const party = (role: 'actor' | 'recipient') =>
    fieldOf(
      role,
      role,
      values.who.filter(({ value }) => value.role === role),
      shown.who.filter(({ value }) => value.role === role),
      ({ name, side }) => [name, side ?? ''],
    );
  const outcomes = [...new Set(values.toll.map(({ value }) => value.outcome))];
  return [
    fieldOf('when', 'when', values.when, [shown.when].flatMap(given), ({ edtf }) => [sayWhen(edtf), '']),
    fieldOf('where', 'where', values.where, [shown.where].flatMap(given), (where) => [
      sayWhere(where),
      precisionWords[where.precision],
    ]),
    party('actor'),
    party('recipient'),
    fieldOf('means', 'means', values.means, shown.means, ({ name }) => [name, '']),
    ...outcomes.map((outcome) =>
      fieldOf(
        `toll ${outcome}`,
        'toll',
        values.toll.filter(({ value }) => value.outcome === outcome),
        shown.toll.filter(({ value }) => value.outcome === outcome),
        (toll) => [sayToll(toll), sayWhom(toll)],
        `${fieldWords.toll}: ${outcome}`,
      ),
    ),
  ].filter(({ values: all }) => all.length > 0);
}

const given = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

const sayWhom = ({ of, status }: Pick<Toll, 'of' | 'status'>) =>
  [...new Set([of, statusWords[status]])].filter(Boolean).join(' · ');

/** Where the report of a piece of evidence stands among those that give the value: the earliest is the first. */
const at = (reports: readonly string[], { report }: { report: string }) => reports.indexOf(report);

function fieldOf<T>(
  key: string,
  field: Field,
  values: readonly JoinedValue<T>[],
  shown: readonly { value: T; rule: string }[],
  say: (value: T) => [words: string, more: string],
  name = fieldWords[field],
): JoinedField {
  const shownKeys = new Set(shown.map(({ value }) => JSON.stringify(value)));
  return {
    key,
    field,
    name,
    shown: shown.map(({ value, rule }) => ({ words: say(value)[0], rule })),
    values: values.map(({ value, ...rest }) => {
      const [words, more] = say(value);
      const own = JSON.stringify(value);
      const evidence = [...rest.evidence].sort((a, b) => at(rest.reports, a) - at(rest.reports, b));
      return { ...rest, evidence, key: own, words, more, isShown: shownKeys.has(own) };
    }),
  };
}
