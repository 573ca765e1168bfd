import { normal, oneLine } from '../normal.js';
import type { Draft, Instrument, Told } from './draft.js';
import { instrumentType } from './lists.js';
import { description } from './words.js';

const SHOT = /\b(?:SHOT|SHOOT|GUNNED|GUNFIRE|MACHINE-?GUN(?:NED|NING)|BULLET)/;

/** What an incident was done with. MUC-4 has none for arson and kidnapping, nor for the vehicle that a weapon came in. */
export function instrumentsOf({ incident }: Told, type: Draft['type'], words: string): Instrument[] {
  if (type === 'arson' || type === 'kidnapping') return [];
  const found = incident.means.flatMap(({ quote }) => {
    const own = description(oneLine(quote));
    const kind = instrumentType(own.toUpperCase());
    return own === '' || kind === '-' ? [] : [{ words: own, type: kind }];
  });
  if (found.length > 0) return fullest(found);
  const inferred = inferredType(incident.kind, type, words);
  return inferred === undefined ? [] : [{ words: undefined, type: inferred }];
}

/** "BOMB" goes where "CAR BOMB" is. */
export function fullest<T extends Instrument>(instruments: readonly T[]): T[] {
  const isWithin = (one: T, other: T) => {
    if (one === other || other.words === undefined) return false;
    if (one.words === undefined) return true;
    const [inner, outer] = [normal(one.words), normal(other.words)];
    const isSame = inner === outer && instruments.indexOf(other) < instruments.indexOf(one);
    return isSame || (inner !== outer && ` ${outer} `.includes(` ${inner} `));
  };
  return instruments.filter((one) => !instruments.some((other) => isWithin(one, other)));
}

function inferredType(kind: string, type: Draft['type'], words: string): string | undefined {
  if (kind === 'air_strike' && /\bBOMB/.test(words)) return 'AERIAL BOMB';
  if (SHOT.test(words)) return 'GUN';
  if (type !== 'bombing') return undefined;
  if (/\bDYNAMIT/.test(words)) return 'DYNAMITE';
  return /\bBOMB/.test(words) ? 'BOMB' : 'EXPLOSIVE';
}
