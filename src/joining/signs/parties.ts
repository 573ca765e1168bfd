import type { Profile } from '../profile.js';
import { sharedWords, type WordWeight } from '../words.js';
import type { Sign } from './sign.js';

/** Signs of who is named: persons, victims, groups, and ages, which tell victims of like incidents apart. */
export function partySigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  return [...personSigns(a, b, weight), ...victimSigns(a, b), ...actorSigns(a, b, weight), ...ageSigns(a, b)];
}

function personSigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  const [one, other] = [a.story.personWords, b.story.personWords];
  const shared = sharedWords(one, other, weight).filter(({ weight }) => weight > 3);
  if (shared.length > 0) {
    const sum = shared.reduce((total, word) => total + word.weight, 0);
    const words = shared.slice(0, 3).map(({ word }) => word);
    return [
      { name: 'persons', value: Math.log2(1 + sum / 8), says: `both name the person ${words.join(', ')}` },
    ];
  }
  if (one.size === 0 || other.size === 0) return [];
  return [{ name: 'persons-differ', value: 1, says: 'no person is named by both' }];
}

/** Whether a report has a victim's names: the last of them is enough. */
const tells = ({ story }: Profile, victim: ReadonlySet<string>) =>
  story.words.weights.has([...victim].at(-1) ?? '');

function victimSigns(a: Profile, b: Profile): Sign[] {
  const known = [
    ...a.victims.map((victim) => tells(b, victim)),
    ...b.victims.map((victim) => tells(a, victim)),
  ];
  if (known.some(Boolean)) return [{ name: 'victims', value: 1, says: 'both name a victim' }];
  if (a.victims.length === 0 || b.victims.length === 0) return [];
  return [{ name: 'victims-differ', value: 1, says: 'the victims that they name differ' }];
}

function actorSigns({ actors: a }: Profile, { actors: b }: Profile, weight: WordWeight): Sign[] {
  if (a.size === 0 || b.size === 0) return [];
  const [rarest] = sharedWords(a, b, weight);
  return rarest
    ? [{ name: 'actors', value: rarest.weight / 8, says: `both have it done by ${rarest.word}` }]
    : [{ name: 'actors-differ', value: 1, says: 'others are said to have done it' }];
}

function ageSigns({ story: { ages: a } }: Profile, { story: { ages: b } }: Profile): Sign[] {
  if (a.size === 0 || b.size === 0) return [];
  const shared = [...a].filter((age) => b.has(age));
  return shared.length > 0
    ? [{ name: 'ages', value: Math.log2(1 + shared.length), says: `both tell the age ${shared[0]}` }]
    : [{ name: 'ages-differ', value: 1, says: 'no age is told by both' }];
}
