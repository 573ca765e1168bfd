import type { Family } from '../../record/index.js';
import type { Profile } from '../profile.js';
import type { Sign } from './sign.js';

/**
 * Families that reports mix up: an explosion is called an attack, and a clash; a protest becomes a riot with deaths.
 * What the state does about it, and accords, are things apart.
 */
const groupsOfFamilies: Readonly<Record<Family, string>> = {
  explosion: 'harm',
  battle: 'harm',
  violence: 'harm',
  other_harm: 'harm',
  unrest: 'unrest',
  state_action: 'state',
  accord: 'accord',
  other: 'other',
};

/** Kinds that are mixed up with others than their family: a raid that kills is an attack, and flight is what an attack led to. */
const groupsOfKinds: Readonly<Record<string, string>> = { raid: 'harm', displacement: 'flight' };

const groupOf = ({ kind, family }: Profile) => groupsOfKinds[kind] ?? groupsOfFamilies[family];

/** Signs of kind: the same row of the codebook, the same family, or things apart. */
export function kindSigns(a: Profile, b: Profile): Sign[] {
  const signs: Sign[] = [];
  if (a.kind === b.kind) signs.push({ name: 'same-kind', value: 1, says: `both ${a.kind}` });
  else if (a.family === b.family)
    signs.push({ name: 'same-family', value: 1, says: `${a.kind} and ${b.kind}` });
  else if (groupOf(a) !== groupOf(b)) {
    const isUnrest = ['harm unrest', 'harm other', 'other unrest'].includes(
      [groupOf(a), groupOf(b)].sort().join(' '),
    );
    signs.push({
      name: isUnrest ? 'unrest-or-harm' : 'kinds-apart',
      value: 1,
      says: `${a.kind} is no ${b.kind}`,
    });
  }
  if (a.isMain && b.isMain)
    signs.push({ name: 'both-main', value: 1, says: 'both reports are first of all about it' });
  else if (a.isMain !== b.isMain && a.core && b.core) {
    signs.push({ name: 'one-main', value: 1, says: 'one report is first of all about it, the other is not' });
  }
  if (a.isReal !== b.isReal) {
    signs.push({ name: 'realis-differs', value: 1, says: 'it happened in one and has not in the other' });
  }
  return signs;
}
