import type { Claim, Incident, Party, Reading, Stance, Trace, Value } from '../../../record/index.js';
import { printable } from '../io.js';
import { chainOf, shortened, speakerOf } from './proof.js';
import { dayInWords, inWords, placeInWords } from './values.js';

/** A value that is to be explained, and what it is called: "Where", "Basra, Iraq". */
export interface Explained {
  readonly label: string;
  readonly shown: string;
  readonly value: Value;
}

/** Why a value stands in a record, in sentences that can be copied into a note. They say only what the reading says. */
export function whyOf({ label, shown, value }: Explained, reading: Reading): string {
  const words = wordsOf(value);
  const said = words && { ...words, claim: value.claim ?? words.claim };
  return sentences([
    `${capital(label)}: ${[shown, fromWords(value, reading), basisOf(value)].filter(Boolean).join(', ')}`,
    givenBy(value, reading, 'gives it to', 'give it to'),
    rivalsOf(value.trace, reading, label),
    said && claimOf(said, reading),
    'candidates' in value ? placeOf(value) : undefined,
  ]);
}

/** Why something is held for an incident, and for one of this kind. */
export function whyIncident(incident: Incident, reading: Reading): string {
  const { trace, kind, mentions } = incident;
  const [mention] = mentions;
  const isListed = trace?.by.includes('list');
  const by = trace && { by: trace.by.filter((each) => each !== 'list'), from: trace.from, over: [] };
  return sentences([
    mention && `${capital(inWords(kind))}: ${quoted(mention, reading)}`,
    givenBy(
      { ...(by && { trace: by }), score: incident.score },
      reading,
      'hears of it in',
      'hear of it in',
      mention,
    ),
    isListed ? 'A word list gives that kind to its words' : undefined,
    rivalsOf(trace, reading, 'kind'),
    mention && claimOf(mention, reading),
  ]);
}

const sentences = (all: readonly (string | undefined)[]) =>
  all
    .filter((each) => each)
    .map((each) => `${each}.`)
    .join(' ');

interface Words {
  readonly start: number;
  readonly end: number;
  readonly claim?: string | undefined;
}

/** The words that a value rests on; those of a party are its first mention. */
function wordsOf(value: Value): Words | undefined {
  if ('mentions' in value) return value.mentions[0];
  const { start, end, claim } = value;
  return start === undefined || end === undefined ? undefined : { start, end, claim };
}

function fromWords(value: Value, reading: Reading): string | undefined {
  const words = wordsOf(value);
  if (words === undefined) return undefined;
  const more = 'mentions' in value ? (value as Party).mentions.length - 1 : 0;
  return `from ${quoted(words, reading)}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `“in Kirkuk” (characters 120 to 129)`, as the text has it between those. */
function quoted({ start, end }: Words, { text }: Reading): string {
  const quote = printable(text.slice(start, end)).replace(/\s+/g, ' ');
  return `“${shortened(quote)}” (characters ${start} to ${end})`;
}

function basisOf({ basis, rule }: Value): string | undefined {
  if (basis === 'stated') return 'stated';
  return basis && printable(rule === undefined ? basis : `${basis}: ${rule}`);
}

const voices: Record<Trace['by'][number], string> = {
  model: 'the model',
  grammar: 'the grammar of the clause',
  list: 'a word list',
};

function givenBy(
  { trace, score }: Pick<Value, 'trace' | 'score'>,
  reading: Reading,
  one: string,
  several: string,
  words?: Words,
): string | undefined {
  const sure = score === undefined ? '' : `score ${score.toFixed(2)}`;
  if (trace?.from === undefined || trace.by.length === 0) return capital(sure);
  const named = inSeries(trace.by.map((each) => voices[each]));
  const verb = trace.by.length === 1 ? one : several;
  const isSame = words?.start === trace.from.start && words.end === trace.from.end;
  return `${capital(named)} ${verb} ${isSame ? 'these words' : quoted(trace.from, reading)}${sure && `, ${sure}`}`;
}

type Rival = Trace['over'][number];

/** What a value was chosen over: "It was chosen over Najaf, from “Najaf” (characters 3 to 8), with 0.31". */
function rivalsOf(trace: Trace | undefined, reading: Reading, label: string): string | undefined {
  if (trace === undefined || trace.over.length === 0) return undefined;
  if (label === 'actor' || label === 'recipient')
    return `As ${inSeries(trace.over.map(({ value, score }) => `${value} it has ${score.toFixed(2)}`))}`;
  const isOfIncidents = label === 'toll' && trace.over.every(isPlaced);
  const rivals = inSeries(trace.over.map((rival) => rivalInWords(rival, reading, label, isOfIncidents)));
  return isOfIncidents ? `It was not given to ${rivals}` : `It was chosen over ${rivals}`;
}

function rivalInWords(rival: Rival, reading: Reading, label: string, isOfIncidents: boolean): string {
  const words = isPlaced(rival) ? quoted(rival, reading) : undefined;
  const value = label === 'when' ? dayInWords(rival.value) : inWords(rival.value);
  const name = isOfIncidents ? words : [value, words && `from ${words}`].filter(Boolean).join(', ');
  return `${name} with ${rival.score.toFixed(2)}`;
}

const isPlaced = (rival: Rival): rival is Rival & Words =>
  rival.start !== undefined && rival.end !== undefined;

const said: Record<Stance, string> = {
  says: 'said',
  confirms: 'confirmed',
  denies: 'denied',
  accuses: 'alleged',
  admits: 'admitted',
  threatens: 'threatened',
  demands: 'demanded',
  pledges: 'pledged',
  condemns: 'condemned',
  supports: 'supported',
};

/** "The words lie in what the army denied, citing AFP (c2)". */
function claimOf({ claim: id }: { claim?: string | undefined }, { claims }: Reading): string | undefined {
  const claim: Claim | undefined = id === undefined ? undefined : claims.find((each) => each.id === id);
  return (
    claim && `The words lie in what ${speakerOf(claim)} ${said[claim.stance]}${chainOf(claim)} (${claim.id})`
  );
}

/** Which of the places of its name it was taken for. */
function placeOf(value: Extract<Value, { candidates: unknown }>): string | undefined {
  const { gazetteer, candidates, basis, rule } = value;
  const reason = basis !== 'worked out' && rule ? `: ${printable(rule)}` : '';
  if (gazetteer === null && reason === '' && candidates.length === 0) return undefined;
  const others = candidates
    .slice(0, MOST)
    .map((each) => `${placeInWords(each)} with ${each.score.toFixed(2)}`);
  const more = candidates.length - others.length;
  const rest = more > 0 ? [...others, `${more} more`] : others;
  const over = rest.length > 0 ? `, rather than ${inSeries(rest)}` : '';
  return `It was taken for ${gazetteer ?? placeInWords(value)}${over}${reason}`;
}

/** How many other places are named. */
const MOST = 3;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function inSeries(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
