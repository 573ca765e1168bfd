import type { Claim, Incident, Party, Reading, Toll, Value } from '../../../record/index.js';
import { printable } from '../io.js';
import { inContext, sayer } from './proof.js';
import { coloured, type Look, type Page, type Piece, piece } from './style.js';
import {
  countInWords,
  dayInWords,
  inWords,
  partyInWords,
  placeInWords,
  precisionInWords,
  ruleInWords,
} from './values.js';
import { whyIncident, whyOf } from './why.js';
import { NO_BREAK, wrap } from './wrap.js';

/** How a reading is shown: the page, and whether claims, gazetteer ids and rules stand under the values. */
export interface View extends Page {
  readonly why: boolean;
}

/** The column that values stand in. */
const LABEL = 14;
const margin = { first: ' '.repeat(LABEL), rest: ' '.repeat(LABEL) };

/** The lines of one incident: what kind it is, and each field with the words that it rests on. */
export function incidentLines(incident: Incident, nth: number, reading: Reading, view: View): string[] {
  const [mention] = incident.mentions;
  const fields = fieldsOf(incident);
  return [
    ...wrap(heading(incident, nth, view), view, { first: '', rest: '    ' }),
    ...(mention ? proofLines(mention, 'mention', reading, view) : []),
    ...whyLines(() => whyIncident(incident, reading), view),
    ...fields.flatMap((field, index) => {
      // A label stands once over all the values that it is for.
      const label = fields[index - 1]?.label === field.label ? '' : field.label;
      return fieldLines({ ...field, label }, reading, view);
    }),
  ];
}

/** One value of an incident, ready to be shown. */
interface Field {
  readonly label: string;
  /** What it is for: the label, also where this is shown over another value. */
  readonly name: string;
  /** The value in words. */
  readonly main: string;
  readonly look: Look;
  readonly shown: Piece[];
  readonly value: Value;
}

function fieldsOf({ when, where, who, means, toll }: Incident): Field[] {
  return [
    ...(when ? [fieldOf('when', 'when', dayInWords(when.edtf), [], when)] : []),
    ...(where ? [fieldOf('where', 'where', placeInWords(where), [precisionInWords(where)], where)] : []),
    ...who.map((party) =>
      fieldOf(party.role, 'who', party.name, [partyInWords(party), ...aliases(party)], party),
    ),
    ...means.map((each) => fieldOf('means', 'means', each.quote, [], each)),
    ...toll.map((each) =>
      fieldOf('toll', 'toll', countInWords(each), [`of: ${each.of}`, ...status(each)], each),
    ),
  ];
}

function fieldOf(label: string, look: Look, main: string, asides: string[], value: Value): Field {
  const aside = asides.length > 0 ? [piece(`  ${printable(asides.join(' · '))}`, 'note')] : [];
  const words = printable(main).trim();
  return { label, name: label, look, main: words, shown: [piece(words, look), ...aside], value };
}

function heading(incident: Incident, nth: number, { why }: View): Piece[] {
  const { kind, realis, core, number, score } = incident;
  const rest = [core ? 'core' : 'background', ...(number === 1 ? [] : [`${number} in all`])];
  return [
    piece(String(nth).padEnd(3)),
    piece(` ${inWords(kind).toUpperCase()} `.replaceAll(' ', NO_BREAK), 'kind'),
    piece(' '),
    piece(realis, realis === 'happened' ? undefined : 'warning'),
    piece(` · ${rest.join(' · ')}`, 'note'),
    ...(why && score !== undefined ? [piece(` · ${percent(score)}`, 'note')] : []),
  ];
}

/** A value, and under it the words that it rests on. */
function fieldLines(
  { label, name, main, look, shown, value }: Field,
  reading: Reading,
  view: View,
): string[] {
  const rule = ruleInWords(value);
  const start = coloured(piece(`   ${label}`.padEnd(LABEL), 'label'), view);
  const [first = '', ...rest] = wrap(shown, view, margin);
  return [
    start + first.slice(LABEL),
    ...rest,
    ...(rule ? wrap([piece(rule, 'note')], view, margin) : []),
    ...proofLines(value, look, reading, view),
    ...whyLines(() => whyOf({ label: name, shown: main, value }, reading), view),
  ];
}

/** The words that a value rests on, in their context, and who says them where they lie in a claim. */
function proofLines(value: Value, look: Look, reading: Reading, view: View): string[] {
  // A party has its words in its mentions.
  const words = 'mentions' in value ? value.mentions[0] : value;
  if (words?.start === undefined || words.end === undefined) return [];
  const claim =
    claimOf(value, reading) ?? ('mentions' in value && words ? claimOf(words, reading) : undefined);
  const room = view.columns - LABEL;
  const proof = inContext(reading.text, words.start, words.end, look, room);
  return wrap(claim ? [...proof, piece(' '), sayer(claim, room)] : proof, view, margin);
}

function claimOf({ claim: id }: { claim?: string | undefined }, reading: Reading): Claim | undefined {
  return id === undefined ? undefined : reading.claims.find((claim) => claim.id === id);
}

/** Why it is so, for who asks. */
function whyLines(why: () => string, view: View): string[] {
  return view.why ? wrap([piece(printable(why()), 'note')], view, margin) : [];
}

const percent = (score: number) => `score ${score.toFixed(2)}`;
const status = (toll: Toll) => (toll.status === 'unknown' ? [] : [toll.status]);
const aliases = ({ aliases }: Party) => (aliases.length > 0 ? [`also ${aliases.join(', ')}`] : []);
