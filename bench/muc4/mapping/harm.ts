import { spansOverlap, type Toll } from '../../../src/record/index.js';
import { normal } from '../normal.js';
import type { Human, Told } from './draft.js';
import { personType } from './lists.js';
import type { FromParty } from './targets.js';
import { description } from './words.js';

/** The people of an incident with what befell them, and what is said of nobody in particular. */
export interface Harm {
  readonly people: readonly Human[];
  readonly effectsOnNobody: readonly string[];
}

const EFFECTS: Readonly<Partial<Record<Toll['outcome'], string>>> = { killed: 'DEATH', injured: 'INJURY' };
const KILLING = /\b(?:MURDER|KILL|ASSASSINAT|EXECUT|MASSACR|SLAIN|SLAY|LYNCH|BEHEAD)/;

/**
 * Tolls given to those whom they count: a target whose words the toll counts, else the only one there is, else people
 * of their own by the words of the toll. A killing without a toll is the death of its targets.
 */
export function harmOf({ incident }: Told, found: readonly FromParty<Human>[], words: string): Harm {
  const tolls = incident.toll.filter(({ outcome, high }) => EFFECTS[outcome] !== undefined && high !== 0);
  const counted = tolls.map((toll) => ({ toll, targets: targetsOf(toll, found) }));
  const people = found.map(({ target }) => {
    const own = counted.filter(({ targets }) => targets.includes(target)).map(({ toll }) => toll);
    const isKilling = KILLING.test(words) && tolls.length === 0 && incident.realis === 'happened';
    const effects =
      own.length === 0 && isKilling ? ['DEATH'] : own.map(({ outcome }) => EFFECTS[outcome] ?? '');
    const [first] = own;
    const number = target.name === undefined && first && own.length === 1 ? countOf(first) : target.number;
    return { ...target, number, effects: [...new Set(effects)] };
  });
  const others = counted.flatMap(({ toll, targets }) => (targets.length === 0 ? newPeople(toll) : []));
  const isFreed = incident.kind === 'abduction' && /\b(?:FREED|RELEASED|RESCUED|ESCAPED)\b/.test(words);
  return {
    people: [...people, ...others].map((human) =>
      isFreed ? { ...human, effects: [...human.effects, 'REGAINED FREEDOM'] } : human,
    ),
    effectsOnNobody: found.length + others.length > 0 ? [] : unharmed(incident.toll),
  };
}

function targetsOf(toll: Toll, found: readonly FromParty<Human>[]): Human[] {
  const counted = ` ${normal(toll.of)} `;
  const own = found.filter(({ target, party }) => {
    if (party.mentions.some((mention) => spansOverlap(mention, toll))) return true;
    const head = normal(target.name ?? target.description ?? '');
    return head !== '' && counted.includes(` ${head} `);
  });
  const chosen = own.length > 0 ? own : found.length === 1 && isVague(toll) ? found : [];
  return chosen.map(({ target }) => target);
}

/** "Two were killed", "three people": words that may speak of whoever was named before. */
const isVague = ({ of }: Toll) =>
  /^(?:|people|persons?|dead|wounded|injured|victims?|others?)$/i.test(description(of));

function newPeople(toll: Toll): Human[] {
  const words = description(toll.of);
  if (!/[A-Z]/i.test(words) || KILLING.test(words.toUpperCase())) return [];
  const type = personType(words.toUpperCase()) ?? 'CIVILIAN';
  const effects = [EFFECTS[toll.outcome] ?? ''];
  return [{ name: undefined, description: words, type, number: countOf(toll), nation: undefined, effects }];
}

/** A count as MUC writes it: `6`, `6-8`, `6-` and `-6`. */
export function countOf({ low, high }: Pick<Toll, 'low' | 'high'>): string {
  if (high === null) return `${low}-`;
  if (low === high) return String(low);
  return low <= 1 ? `-${high}` : `${low}-${high}`;
}

function unharmed(tolls: readonly Toll[]): string[] {
  const none = new Set(tolls.filter(({ high }) => high === 0).map(({ outcome }) => outcome));
  if (none.has('killed') && none.has('injured')) return ['NO INJURY OR DEATH'];
  if (none.has('killed')) return ['NO DEATH'];
  return none.has('injured') ? ['NO INJURY'] : [];
}
